package import Words

/// One text of one source, decoded once; every later position is a byte span into `text` or `title`.
package struct Article: Sendable, Identifiable {
    /// The file name within the given folder, or the line's own id; unique within a run.
    package let id: String
    package let source: Source
    package let date: ArticleDate?
    package let dateIsInferred: Bool
    /// A title that stands apart from the text (a JSON field, front matter), as UTF-8; nil where the headline is part of the text.
    package let title: [UInt8]?
    /// The decoded text as UTF-8: the whole file without its byte order mark, line ends and front matter kept.
    package var text: [UInt8]
    package let language: String?
    package let url: String?
    /// Front-matter keys that Parallax has no use for, kept in their order.
    package let otherKeys: [Metadatum]
    /// SHA-256 of the bytes that were read, in hexadecimal.
    package let sha256: String
    /// The passages in reading order: the title's first, then the text's; front matter is in none of them.
    package var passages: [Passage]

    package init(
        id: String, source: Source, date: ArticleDate?, dateIsInferred: Bool, title: [UInt8]?, text: [UInt8],
        language: String?, url: String?, otherKeys: [Metadatum], sha256: String, passages: [Passage]
    ) {
        self.id = id
        self.source = source
        self.date = date
        self.dateIsInferred = dateIsInferred
        self.title = title
        self.text = text
        self.language = language
        self.url = url
        self.otherKeys = otherKeys
        self.sha256 = sha256
        self.passages = passages
    }

    package struct Metadatum: Sendable, Hashable {
        package let key: String
        package let value: String

        package init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// The bytes that spans of `field` count in.
    package func bytes(of field: TextField) -> [UInt8] {
        switch field {
        case .title: title ?? []
        case .text: text
        }
    }

    /// The characters of a span.
    package func string(_ span: ByteSpan, in field: TextField = .text) -> String {
        switch field {
        case .title: title.map { Self.string($0, span) } ?? ""
        case .text: Self.string(text, span)
        }
    }

    private static func string(_ bytes: [UInt8], _ span: ByteSpan) -> String {
        unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: UnsafeBufferPointer(rebasing: $0[span.range]), as: UTF8.self) }
    }
}

/// Which of an article's two texts a span counts in.
package enum TextField: String, Sendable, BitwiseCopyable, Codable, Hashable {
    case title, text
}

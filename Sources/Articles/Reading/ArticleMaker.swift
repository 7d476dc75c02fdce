import Diagnostics
import Words

/// Makes an article of a text and what is known of it.
struct ArticleMaker {
    /// The file that messages name.
    let file: String
    let options: ReadingOptions
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String, options: ReadingOptions) {
        self.file = file
        self.options = options
    }

    /// A decoded text, where the article begins in it and how it is laid out.
    struct Content {
        let text: [UInt8]
        var bodyStart = 0
        var format = TextFormat.plain
        let sha256: String
        /// Line of the file that a message about the article names.
        var line: Int?
    }

    /// - Parameter memory: that one text after the other uses.
    mutating func article(id: String, metadata: ArticleMetadata, content: Content, in memory: inout PassageText) -> Article {
        let title = metadata.title.map { Array($0.utf8) }
        let date = date(metadata, line: content.line)
        return Article(
            id: id, source: source(metadata), date: date, dateIsInferred: date != nil && metadata.dateIsInferred == true, title: title,
            text: content.text,
            language: language(metadata, line: content.line), url: metadata.url, otherKeys: metadata.otherKeys, sha256: content.sha256,
            passages: PassageClassifier.passages(
                title: title, text: content.text, body: ByteSpan(content.bodyStart, content.text.count), format: content.format,
                in: &memory
            )
        )
    }

    /// An empty name and "unknown" are no source.
    private func source(_ metadata: ArticleMetadata) -> Source {
        let given = options.source ?? metadata.source ?? ""
        let name = Self.isSingleSpaced(given) ? given : given.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Source(name: name.isEmpty || Self.isUnknown(name) ? nil : name, isRetold: metadata.isRetold ?? false)
    }

    /// The Kelvin sign, three bytes, is a K in lower case too.
    private static func isUnknown(_ text: String) -> Bool { (7...9).contains(text.utf8.count) && text.lowercased() == "unknown" }

    /// Whether a name is ASCII without control characters, with single blanks and none at either end.
    private static func isSingleSpaced(_ name: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in name.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20
    }

    private mutating func language(_ metadata: ArticleMetadata, line: Int?) -> String? {
        guard let text = options.language ?? metadata.language else { return nil }
        // Nearly all have two letters.
        if text.utf8.count == 2, text.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) { return text }
        if let tag = LanguageTag.canonical(text) { return tag }
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        diagnostics.append(
            Diagnostic(
                .warning, file: file, line: line, message: "a language that is none, so that no language's rules and terms are its own",
                text: text,
                remedy: "write a tag such as en or ru"))
        return text
    }

    private mutating func date(_ metadata: ArticleMetadata, line: Int?) -> ArticleDate? {
        guard let text = metadata.date, !Self.isUnknown(text) else { return nil }
        if let date = ArticleDate(text) { return date }
        diagnostics.append(
            Diagnostic(
                .warning, file: file, line: metadata.dateLine ?? line, message: "a date that is none, so the date is unknown", text: text,
                remedy: "write year, month and day as 2020-10-07"
            )
        )
        return nil
    }
}

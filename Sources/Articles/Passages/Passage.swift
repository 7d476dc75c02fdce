package import Words

/// A stretch of an article of one kind: a line, or in Markdown and hard-wrapped text a block between blank lines.
package struct Passage: Hashable, Sendable {
    package let field: TextField
    /// Bytes in the field, line end excluded.
    package let span: ByteSpan
    package let kind: PassageKind

    package init(field: TextField, span: ByteSpan, kind: PassageKind) {
        self.field = field
        self.span = span
        self.kind = kind
    }
}

/// What a passage is on the page it came from; public so that its questions are inlined, as those of `ByteSpan`.
public enum PassageKind: String, Sendable, Codable, Hashable, CaseIterable {
    case headline, standfirst, subheading, body, caption, credit, link, boilerplate

    /// Whether the words are the publication's to its readers: only these enter counts.
    @inlinable public var isReaderFacing: Bool {
        switch self {
        case .headline, .standfirst, .subheading, .body, .caption: true
        case .credit, .link, .boilerplate: false
        }
    }

    /// Whether terms are looked for at all; hits in links are listed but not counted.
    @inlinable public var isSearched: Bool {
        switch self {
        case .headline, .standfirst, .subheading, .body, .caption, .link: true
        case .credit, .boilerplate: false
        }
    }
}

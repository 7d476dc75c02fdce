package import Diagnostics

/// The YAML between two lines of three hyphens at the very start of a text.
package struct FrontMatter: Sendable {
    package let metadata: ArticleMetadata
    /// Offset of the first byte behind the closing line; 0 where there is no front matter.
    package let bodyStart: Int
    package let diagnostics: [Diagnostic]

    /// Front matter longer than this is taken for text between two rules.
    private static let byteLimit = 65_536

    /// Reads what stands before the article in `text`.
    ///
    /// Front matter that is no YAML is a warning, and the article is read without it. A block that never closes, or holds no mapping and no known
    /// key, is text.
    package init(of text: [UInt8], file: String) {
        guard let block = Self.block(in: text) else {
            self.init(bodyStart: 0)
            return
        }
        guard let yaml = block.yaml, let bodyStart = block.bodyStart else {
            let isMeant = Self.mentionsKnownKey(block.head)
            self.init(bodyStart: 0, diagnostics: isMeant ? [Self.unclosed(file)] : [])
            return
        }
        let document = YAMLReader.read(yaml, file: file, firstLine: 2)
        if let root = document.root, root.entries != nil {
            var diagnostics = document.diagnostics.map(Self.asWarning)
            let metadata = ArticleMetadata(root, file: file, diagnostics: &diagnostics)
            self.init(metadata, bodyStart: bodyStart, diagnostics: diagnostics)
        } else if yaml.allSatisfy(\.isWhitespace) || Self.mentionsKnownKey(yaml) {
            self.init(bodyStart: bodyStart, diagnostics: document.diagnostics.map(Self.asWarning))
        } else {
            self.init(bodyStart: 0)
        }
    }

    private init(_ metadata: ArticleMetadata = ArticleMetadata(), bodyStart: Int, diagnostics: [Diagnostic] = []) {
        self.metadata = metadata
        self.bodyStart = bodyStart
        self.diagnostics = diagnostics
    }

    private struct Block {
        /// The first lines, for a text without a closing line.
        let head: String
        var yaml: String?
        var bodyStart: Int?
    }

    /// Nil where the text does not begin with a line of three hyphens.
    private static func block(in text: [UInt8]) -> Block? {
        let limit = min(text.count, byteLimit)
        var lineStart = 0
        var yamlStart: Int?
        while lineStart < limit {
            let end = text[lineStart..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
            var next = min(end + 1, text.count)
            if next < text.count, text[end] == 0x0D, text[next] == 0x0A { next += 1 }
            let line = String(decoding: text[lineStart..<end], as: UTF8.self)
            let mark = line.prefix { $0 == "-" || $0 == "." }
            let isMark = (mark == "---" || (mark == "..." && yamlStart != nil)) && line.dropFirst(3).allSatisfy(\.isWhitespace)
            if let yamlStart, isMark {
                return Block(head: "", yaml: String(decoding: text[yamlStart..<lineStart], as: UTF8.self), bodyStart: next)
            }
            if yamlStart == nil {
                guard isMark else { return nil }
                yamlStart = next
            }
            lineStart = next
        }
        return yamlStart.map { Block(head: String(decoding: text[$0..<limit].prefix(2000), as: UTF8.self)) }
    }

    private static func mentionsKnownKey(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).contains { line in ArticleMetadata.keys.contains { line.hasPrefix($0 + ":") } }
    }

    private static func unclosed(_ file: String) -> Diagnostic {
        Diagnostic(
            .warning, file: file, line: 1, message: "the front matter does not end, so it is read as text",
            remedy: "close it with a line of three hyphens")
    }

    /// The article can be read without its front matter.
    private static func asWarning(_ diagnostic: Diagnostic) -> Diagnostic {
        var warning = diagnostic
        warning.severity = .warning
        warning.message = "front matter: \(diagnostic.message)"
        return warning
    }
}

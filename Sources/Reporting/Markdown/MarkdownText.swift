/// Text as nodes that no dialect of Markdown reads as markup.
///
/// libcmark escapes what CommonMark knows. Left to do are the marks of the dialects that hosts of git repositories add: a bar
/// (tables), a tilde (strike-through), and the colon and stop that would make a bare address a link.
/// Source: GitHub Flavored Markdown 0.29, sections 4.10, 6.5 and 6.9.
struct MarkdownText {
    let nodes: [ReportNode]

    init(_ text: String) {
        let scalars = Array(VisibleText(text).text.unicodeScalars)
        var nodes: [ReportNode] = []
        var plain = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            guard Self.isMarkup(scalar, in: scalars, at: index) else {
                plain.append(scalar)
                continue
            }
            if !plain.isEmpty { nodes.append(.text(String(plain))) }
            plain = String.UnicodeScalarView()
            nodes.append(.escapedMark(scalar))
        }
        if !plain.isEmpty { nodes.append(.text(String(plain))) }
        self.nodes = nodes
    }

    private static func isMarkup(_ scalar: Unicode.Scalar, in scalars: [Unicode.Scalar], at index: Int) -> Bool {
        switch scalar {
        case "|", "~": true
        case ":": index + 2 < scalars.count && scalars[index + 1] == "/" && scalars[index + 2] == "/"
        case ".": index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
        default: false
        }
    }

    /// The nodes with every text in them escaped so; done once for the whole document, where no writer can forget it.
    static func escaping(_ nodes: [ReportNode]) -> [ReportNode] {
        nodes.flatMap { node -> [ReportNode] in
            switch node {
            case .text(let text): MarkdownText(text).nodes
            case .emphasis(let children): [.emphasis(escaping(children))]
            case .strong(let children): [.strong(escaping(children))]
            case .paragraph(let children): [.paragraph(escaping(children))]
            case .heading(let level, let children): [.heading(level: level, escaping(children))]
            case .quote(let children): [.quote(escaping(children))]
            case .bulletList(let items): [.bulletList(items.map(escaping))]
            case .orderedList(let items): [.orderedList(items.map(escaping))]
            case .softBreak, .code, .codeBlock, .element, .escapedMark: [node]
            }
        }
    }
}

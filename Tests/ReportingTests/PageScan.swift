import Foundation

/// The tags of a page, read the way a browser's tokeniser does for pages as plain as ours: no parsing beyond tags and attributes.
struct PageScan {
    struct Tag {
        let name: String
        let attributes: [String: String]
        var isEnd: Bool { name.hasPrefix("/") }
    }

    /// In order; contents of script and style are skipped.
    let tags: [Tag]
    /// The text between tags, one entry for each stretch.
    let texts: [String]

    /// By scalars, as browsers read: a mark that combines with a bracket leaves it a bracket.
    private typealias Text = Substring.UnicodeScalarView

    init(_ page: String) {
        var tags: [Tag] = []
        var texts: [String] = []
        var rest = Substring(page).unicodeScalars
        while let open = rest.firstIndex(of: "<") {
            texts.append(String(rest[..<open]))
            let (tag, after) = Self.tag(rest[open...])
            rest = after
            tags.append(tag)
            guard tag.name == "script" || tag.name == "style", let end = rest.firstRange(of: "</\(tag.name)>".unicodeScalars) else {
                continue
            }
            rest = rest[end.lowerBound...]
        }
        texts.append(String(rest))
        self.tags = tags
        self.texts = texts
    }

    private static func tag(_ text: Text) -> (Tag, Text) {
        var rest = text.dropFirst()
        let name = rest.prefix { !$0.properties.isWhitespace && $0 != ">" && !($0 == "/" && $0 != rest.first) }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while let first = rest.first, first != ">" {
            guard !first.properties.isWhitespace, first != "/" else {
                rest = rest.dropFirst()
                continue
            }
            let key = rest.prefix { $0 != "=" && $0 != ">" && $0 != "/" && !$0.properties.isWhitespace }
            rest = rest.dropFirst(max(1, key.count))
            let (value, after) = value(rest)
            attributes[String(key)] = value
            rest = after
        }
        return (Tag(name: String(name), attributes: attributes), rest.dropFirst())
    }

    /// The value of an attribute, empty where it has none, and what follows it.
    private static func value(_ text: Text) -> (String, Text) {
        guard text.first == "=" else { return ("", text) }
        let rest = text.dropFirst()
        guard rest.first == "\"" else {
            let value = rest.prefix { !$0.properties.isWhitespace && $0 != ">" }
            return (String(value), rest.dropFirst(value.count))
        }
        let value = rest.dropFirst().prefix { $0 != "\"" }
        return (String(value), rest.dropFirst(value.count + 2))
    }

    /// The texts of table cells that hold no element; a cell needs no end tag.
    var cellsOfText: [String] {
        let ends: Set = ["td", "th", "tr", "tbody", "/table"]
        return zip(zip(tags, tags.dropFirst()), texts.dropFirst())
            .filter { neighbours, _ in neighbours.0.name == "td" && ends.contains(neighbours.1.name) }.map(\.1)
    }

    func values(_ attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }
    func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

    /// How often each element stands on the page.
    var census: [String: Int] { Dictionary(tags.map { ($0.name.lowercased(), 1) }, uniquingKeysWith: +) }

    /// Elements that one page has more often than the other, with both numbers.
    func difference(from other: PageScan) -> [String] {
        Set(census.keys).union(other.census.keys).sorted().filter { census[$0] != other.census[$0] }
            .map { "\($0): \(census[$0] ?? 0) and \(other.census[$0] ?? 0)" }
    }

    /// Elements opened and not closed in order; empty on a page whose nesting is right. Cells, rows and items need no end tag.
    var badNesting: [String] {
        let void: Set = ["meta", "input", "use", "path", "circle", "rect", "!doctype", "li", "option", "tbody", "td", "th", "thead", "tr"]
        var open: [String] = []
        var bad: [String] = []
        for tag in tags where !void.contains(tag.name.trimmingPrefix("/").lowercased()) {
            if !tag.isEnd {
                open.append(tag.name)
            } else if open.popLast() != String(tag.name.dropFirst()) {
                bad.append(tag.name)
            }
        }
        return bad + open
    }
}

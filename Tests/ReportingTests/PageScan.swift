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

    init(_ page: String) {
        var tags: [Tag] = []
        var texts: [String] = []
        var rest = Substring(page)
        while let open = rest.firstIndex(of: "<") {
            texts.append(String(rest[..<open]))
            let (tag, after) = Self.tag(rest[open...])
            rest = after
            tags.append(tag)
            guard tag.name == "script" || tag.name == "style", let end = rest.range(of: "</\(tag.name)>") else { continue }
            rest = rest[end.lowerBound...]
        }
        texts.append(String(rest))
        self.tags = tags
        self.texts = texts
    }

    private static func tag(_ text: Substring) -> (Tag, Substring) {
        var rest = text.dropFirst()
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" && !($0 == "/" && $0 != rest.first) }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while let first = rest.first, first != ">" {
            guard !first.isWhitespace, first != "/" else {
                rest = rest.dropFirst()
                continue
            }
            let key = rest.prefix { $0 != "=" && $0 != ">" && $0 != "/" && !$0.isWhitespace }
            rest = rest.dropFirst(max(1, key.count))
            guard rest.hasPrefix("=") else {
                attributes[String(key)] = ""
                continue
            }
            guard rest.hasPrefix("=\"") else {
                let value = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" }
                rest = rest.dropFirst(value.count + 1)
                attributes[String(key)] = String(value)
                continue
            }
            rest = rest.dropFirst(2)
            let value = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 1)
            attributes[String(key)] = String(value)
        }
        return (Tag(name: String(name), attributes: attributes), rest.dropFirst())
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

    /// Elements opened and not closed in order; empty on a page whose nesting is right.
    var badNesting: [String] {
        let void: Set = ["meta", "input", "use", "path", "circle", "rect", "!doctype"]
        var open: [String] = []
        var bad: [String] = []
        for tag in tags where !void.contains(tag.name) {
            if !tag.isEnd {
                open.append(tag.name)
            } else if open.popLast() != String(tag.name.dropFirst()) {
                bad.append(tag.name)
            }
        }
        return bad + open
    }
}

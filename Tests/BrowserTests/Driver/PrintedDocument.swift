import Foundation

/// What a printed page tells of itself: its pages and where each linked place landed.
///
/// Chromium writes a named destination for each id that a link on the page leads to. Its dictionaries are plain text (only streams are
/// compressed), so that no reader of PDF is needed. Sources: ISO 32000-1, 7.7.3 (page tree) and 12.3.2.3 (named destinations).
struct PrintedDocument: Sendable {
    /// Object numbers of the pages, in order.
    private let pages: [Int]
    /// Object number of the page that each id is on.
    private let destinations: [String: Int]

    var pageCount: Int { pages.count }

    init(pdf: Data) {
        // One character a byte: places in the text are places in the file.
        let text = String(data: pdf, encoding: .isoLatin1) ?? ""
        let nodes = text.matches(of: #/(\d+) 0 obj\s*<</Type /Pages\s[^>]*?/Kids \[([^\]]*)\]/#).map { match in
            (Int(match.1) ?? 0, match.2.matches(of: #/(\d+) 0 R/#).compactMap { Int($0.1) })
        }
        pages = Self.leaves(of: Dictionary(nodes) { first, _ in first })
        let places = text.matches(of: #/\/([^\s\/<>\[\]()]+) \[(\d+) 0 R \/XYZ /#).map { (String($0.1), Int($0.2) ?? 0) }
        destinations = Dictionary(places) { first, _ in first }
    }

    /// 1 for the first page; nil where nothing that was printed has the id, or no link leads to it.
    func page(of id: String) -> Int? {
        destinations[id].flatMap { pages.firstIndex(of: $0) }.map { $0 + 1 }
    }

    /// The pages in the order of the tree whose inner nodes are given with their children.
    private static func leaves(of children: [Int: [Int]]) -> [Int] {
        let inner = Set(children.values.joined())
        var waiting = children.keys.filter { !inner.contains($0) }.sorted()
        var found: [Int] = []
        while let node = waiting.popLast() {
            if let below = children[node] { waiting += below.reversed() } else { found.append(node) }
        }
        return found
    }
}

/// A sheet, in inches.
enum Paper: String, CaseIterable, Sendable {
    case a4, letter

    var size: (width: Double, height: Double) {
        switch self {
        case .a4: (8.27, 11.69)
        case .letter: (8.5, 11)
        }
    }
}

extension Browser {
    /// Prints as a reader does who leaves background graphics off.
    func print(on paper: Paper) async throws -> PrintedDocument {
        struct Printed: Decodable { let data: Data }
        let printed = try await devTools(
            "Page.printToPDF",
            [
                "paperWidth": .number(paper.size.width), "paperHeight": .number(paper.size.height), "printBackground": false,
            ], as: Printed.self)
        return PrintedDocument(pdf: printed.data)
    }
}

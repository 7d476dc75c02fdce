import Comparing

/// The ids that links inside the page lead to; all of `[a-z0-9-]`, so no name from outside can break one.
struct Anchors {
    private let concepts: [String]

    init(_ comparison: Comparison) {
        concepts = Names.slugs(comparison.concepts.map(\.id))
    }

    func concept(_ concept: Int) -> String { "ev-\(concepts[concept])" }
    func matrix(_ concept: Int) -> String { "m-\(concepts[concept])" }
    func framing(_ concept: Int, _ framing: Int) -> String { "e\(concept + 1)-\(framing + 1)" }
    func text(_ article: Int) -> String { "r\(article + 1)" }
    func sentence(_ article: Int, _ number: Int) -> String { "s\(article + 1)-\(number + 1)" }
    /// Numbers alone: a page has thousands of links to cells.
    func cell(_ cell: CellReference) -> String { "c\(cell.concept + 1)-\(cell.framing + 1)-\(cell.source + 1)" }
    func speech(row: Int, group: Int) -> String { "v\(row + 1)-\(group + 1)" }
    func article(_ article: Int) -> String { "a\(article + 1)" }
}

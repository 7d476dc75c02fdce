import Comparing

/// The ids that links inside the page lead to; all of `[a-z0-9-]`, so no name from outside can break one.
struct Anchors {
    private let concepts: [String]
    /// Letters, numbers and short names for cells: a large page has thousands of links to them.
    private let letters: [String]
    private let framings: [[String]]

    private static let framingLength = 12

    init(_ comparison: Comparison) {
        concepts = Names.slugs(comparison.concepts.map(\.id))
        letters = Names.slugs(comparison.concepts.map(\.keyLetter))
        framings = comparison.concepts.map { Names.slugs($0.framings.map(\.id), limit: Self.framingLength) }
    }

    func concept(_ concept: Int) -> String { "ev-\(concepts[concept])" }
    func matrix(_ concept: Int) -> String { "m-\(concepts[concept])" }
    func framing(_ concept: Int, _ framing: Int) -> String { "e-\(letters[concept])-\(framings[concept][framing])" }
    func text(_ article: Int) -> String { "r-\(article + 1)" }
    /// Numbers alone: a page has hundreds of links to cells.
    func cell(_ cell: CellReference) -> String { "c\(cell.concept + 1)-\(cell.framing + 1)-\(cell.source + 1)" }
    func speech(row: Int, group: Int) -> String { "v-\(row + 1)-\(group + 1)" }
    func article(_ article: Int) -> String { "a-\(article + 1)" }
}

/// How much of a large comparison one page keeps: halved until the page is within bounds. Counts of what it lists are complete all the same.
struct PageBudget {
    /// A page that opens at once, on a phone too.
    static let mostBytes = 2_000_000
    /// What is left after so many is small; a page that is still too large holds names and texts of great length.
    static let mostHalvings = 5

    var halvings = 0

    /// A part of what a page may keep, but never less than `least`.
    func part(of whole: Int, least: Int = 0) -> Int { max(least, whole >> halvings) }
}

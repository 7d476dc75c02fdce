/// The differences of the last of several comparisons, with what they were worked out from.
///
/// An edit of a lexicon changes few of its concepts. Relabellings are drawn from a seed that is the counts' own, so equal counts give equal differences.
///
/// ```swift
/// var known = KnownDifferences()
/// let before = Comparator(lexicon: old, voiceMode: .full).compare(oldTally, &known)
/// let after = Comparator(lexicon: new, voiceMode: .full).compare(newTally, &known)
/// ```
package struct KnownDifferences: Sendable {
    private struct Key: Hashable {
        let concept: String
        let measure: Measure
    }

    private struct Entry {
        let finder: DifferenceFinder
        let differences: ConceptDifferences
    }

    private var entries: [Key: Entry] = [:]

    package init() {}

    /// What `finder` finds; it is asked only where the concept's last one was another.
    ///
    /// - Complexity: O(articles with hits) where nothing is to be found.
    mutating func differences(_ finder: DifferenceFinder, of concept: String, _ measure: Measure) -> ConceptDifferences {
        let key = Key(concept: concept, measure: measure)
        if let known = entries[key], known.finder == finder { return known.differences }
        let differences = finder.differences()
        entries[key] = Entry(finder: finder, differences: differences)
        return differences
    }
}

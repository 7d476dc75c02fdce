import Comparing
import Scoring

/// What one source calls one concept, in its own words and in those it passes on.
struct ShortAnswer {
    struct Wording: Equatable {
        let framing: Int
        let count: Int
        /// Own, or the voice that most of the passed-on hits are in.
        let voice: Voice
    }

    /// Up to two framings in own voice, up to four where they tie; most hits first.
    let own: [Wording]
    /// Framings that tie with the last one listed and found no room.
    let tiedBeyond: Int
    /// One framing in other voices, two where there is none in own voice; one not yet listed goes before one that is.
    let passedOn: [Wording]
    /// Hits that do not count, since another source has the text too.
    private let shared: Int

    var isEmpty: Bool { own.isEmpty && passedOn.isEmpty }

    /// What stands in place of an empty answer.
    func emptiness(_ numbers: NumberStyle) -> String {
        shared == 0 ? "0, nothing found" : "0; \(numbers.counted(shared, "hit")) in text that other sources have too"
    }

    init(concept: ComparedConcept, source: Int) {
        let counts = concept.framings.map { $0.cells[source].counts }
        let bothWays = concept.evidence[source].bothWays
        shared = bothWays.withShared.hits - bothWays.counted.hits
        let ranked = Self.ranked(counts.map(\.own))
        let listed = Self.listed(ranked.map { counts[$0].own })
        own = ranked.prefix(listed.shown).map { Wording(framing: $0, count: counts[$0].own, voice: .own) }
        tiedBeyond = listed.tied - listed.shown
        let shown = Set(own.map(\.framing))
        let others = Self.ranked(counts.map(\.others))
        let fresh = others.filter { !shown.contains($0) }
        let wanted = own.isEmpty ? 2 : 1
        passedOn = (fresh + others.filter(shown.contains)).prefix(wanted).map {
            Wording(framing: $0, count: counts[$0].others, voice: Self.mainVoice(counts[$0]))
        }
    }

    /// Indices with a count above 0, most first; equal counts keep the comparison's order.
    private static func ranked(_ counts: [Int]) -> [Int] {
        counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
    }

    /// How many of the counts, given most first, have room, and how many would if ties were unbounded.
    private static func listed(_ counts: [Int]) -> (shown: Int, tied: Int) {
        guard counts.count > 2 else { return (counts.count, counts.count) }
        let tied = counts.prefix { $0 >= counts[1] }.count
        return (min(tied, 4), tied)
    }

    private static func mainVoice(_ counts: VoiceCounts) -> Voice {
        let voices: [Voice] = [.reported, .quoted, .distanced]
        return voices.max { (counts[$0], voices.firstIndex(of: $1) ?? 0) < (counts[$1], voices.firstIndex(of: $0) ?? 0) } ?? .reported
    }

    /// The concepts in the lexicon's order, those without a hit behind the others.
    static func concepts(of comparison: Comparison) -> [Int] {
        let all = comparison.concepts.indices
        return all.filter { comparison.concepts[$0].total.total > 0 } + all.filter { comparison.concepts[$0].total.total == 0 }
    }

    /// The sources that the grid has columns for, in order: all, or the six with most articles.
    static func columns(of comparison: Comparison) -> [Int] {
        let all = Array(comparison.sources.indices)
        guard all.count > ReportModel.mostSourcesInColumns else { return all }
        let largest = all.sorted { (comparison.sources[$1].articles.count, $0) < (comparison.sources[$0].articles.count, $1) }
        return largest.prefix(ReportModel.mostSourcesInColumns).sorted()
    }
}

import Diagnostics
import Lexicons
import Tuning

/// Finds what options name in a lexicon, or says what it holds instead.
struct LexiconPart {
    private let lexicon: Lexicon

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// The framings of the concepts and framings named; none where nothing is named.
    ///
    /// - Throws: `RunFault` where the lexicon has none of that name.
    func framings(concepts: [String], framings: [String]) throws -> Set<FramingReference> {
        let all = lexicon.concepts.flatMap { concept in
            concept.framings.map { FramingReference(concept: concept.id, framing: $0.id) }
        }
        var found: Set<FramingReference> = []
        for name in concepts { found.formUnion(try some(all.filter { $0.concept == name }, "concept", name, all.map(\.concept))) }
        for name in framings {
            let named = all.filter { $0.framing == name || "\($0.concept)/\($0.framing)" == name }
            found.formUnion(try some(named, "framing", name, all.flatMap { [$0.framing, "\($0.concept)/\($0.framing)"] }))
        }
        return found
    }

    /// - Throws: `RunFault` where the lexicon writes no term so.
    func terms(_ names: [String]) throws -> Set<String> {
        let all = lexicon.concepts.flatMap(\.framings).flatMap(\.terms).map(\.pattern.source)
        return Set(try names.flatMap { name in try some(all.filter { $0 == name }, "term", name, all) })
    }

    private func some<Part>(_ found: [Part], _ kind: String, _ name: String, _ names: [String]) throws -> [Part] {
        guard found.isEmpty else { return found }
        let nearest = NearestName.find(name, in: names).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""
        throw RunFault(message: "the lexicon has no \(kind) \u{201C}\(name)\u{201D}\(nearest)")
    }
}

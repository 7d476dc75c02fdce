package import Lexicons

/// Makes a lexicon for tests: concepts with framings (in the order of their ids) and terms in the lexicon's grammar.
///
/// A term that does not parse is left out, which a test notices by its missing hits.
package func makeLexicon(
    name: String = "Test", concepts: [(id: String, framings: [String: [String]])], opposites: [String: String] = [:],
    speakers: [Speaker] = []
) -> Lexicon {
    Lexicon(
        name: name, version: "1", language: "en",
        concepts: concepts.map { concept in
            Concept(
                id: concept.id, label: concept.id.prefix(1).uppercased() + concept.id.dropFirst(), question: nil,
                framings: concept.framings.sorted { $0.key < $1.key }.map { id, terms in
                    Framing(
                        id: id, label: id.prefix(1).uppercased() + id.dropFirst(), note: nil, opposite: opposites[id],
                        terms: terms.compactMap { TermPatternParser.parse($0).pattern.map { Term(pattern: $0) } }
                    )
                }
            )
        },
        speakers: speakers
    )
}

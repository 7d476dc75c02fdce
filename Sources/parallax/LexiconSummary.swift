import Lexicons

/// What a lexicon file holds, in a line.
struct LexiconSummary {
    let text: String

    init(_ reading: LexiconLoading.Reading, file: String) {
        var parts: [String] = []
        if let dictionary = reading.dictionary {
            let size = dictionary.size
            parts.append("\(reading.format?.name ?? "a lexicon"), \(Self.counted(size.categories, "category", "categories"))")
            parts.append(
                "\(Self.counted(size.terms, "term", "terms")) (\(size.termsWithWildcards) with wildcards, \(size.termsOfSeveralWords) of several words)"
            )
            if size.memberships != size.terms { parts.append("\(size.memberships) memberships") }
            parts.append("read as")
        }
        if let lexicon = reading.lexicon { parts.append(Self.contents(of: lexicon)) }
        text = "\(file): \(parts.joined(separator: ", ").replacing("read as, ", with: "read as "))"
    }

    private static func contents(of lexicon: Lexicon) -> String {
        let framings = lexicon.concepts.reduce(0) { $0 + $1.framings.count }
        let terms = lexicon.concepts.flatMap(\.framings).reduce(0) { $0 + $1.terms.count }
        let sizes = [
            counted(lexicon.concepts.count, "concept", "concepts"), counted(framings, "framing", "framings"),
            counted(terms, "term", "terms"), counted(lexicon.speakers.count, "speaker", "speakers"),
        ]
        return "\(lexicon.name), \(sizes.joined(separator: ", "))"
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}

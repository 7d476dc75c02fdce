import Diagnostics
import Lexicons
import Testing

@Suite struct LexiconCheckTests {
    /// A lexicon of one concept with the framings `one` and `two`; the first term of `one` stands on line 8.
    static func lexicon(_ one: [String], _ two: [String]) -> String {
        func framing(_ id: String, _ terms: [String]) -> String {
            "      - framing: \(id)\n        terms:\n" + terms.map { "          - \($0)\n" }.joined()
        }
        return "lexicon: L\nformat: 1\nconcepts:\n  - concept: c\n    framings:\n" + framing("one", one) + framing("two", two)
    }

    struct Row: Sendable {
        let one: [String]
        var two = ["other"]
        let lines: [Int]
        let message: String
    }

    static let faults = [
        Row(one: ["occupied", "land", "Occupied"], lines: [10], message: "the term is a duplicate of \u{201C}occupied\u{201D} on line 8"),
        Row(
            one: ["a  (big|small) dog", "A (small|big) dog"], lines: [9],
            message: "the term is a duplicate of \u{201C}a  (big|small) dog\u{201D} on line 8"),
        Row(
            one: ["occupied", "occup*"], lines: [8],
            message: "the term adds nothing: \u{201C}occup*\u{201D} on line 9 finds all that it finds"),
        Row(
            one: ["occup*", "occupi*d"], lines: [9],
            message: "the term adds nothing: \u{201C}occup*\u{201D} on line 8 finds all that it finds"),
        Row(
            one: ["(land|lands)", "lands"], lines: [9],
            message: "the term adds nothing: \u{201C}(land|lands)\u{201D} on line 8 finds all that it finds"),
        Row(
            one: ["anti-war", "anti war"], lines: [9],
            message: "the term adds nothing: \u{201C}anti-war\u{201D} on line 8 finds all that it finds"),
        Row(
            one: ["the <0-2> land", "the land"], lines: [9],
            message: "the term adds nothing: \u{201C}the <0-2> land\u{201D} on line 8 finds all that it finds"),
        Row(
            one: ["warn*", "=Warned"], lines: [9], message: "the term adds nothing: \u{201C}warn*\u{201D} on line 8 finds all that it finds"
        ),
        Row(
            one: ["attack*", "{term: attacks, near: {any: [Baku], within: 3}}"], lines: [9],
            message: "the term adds nothing: \u{201C}attack*\u{201D} on line 8 finds all that it finds"),
        Row(
            one: ["land"], two: ["soil", "land"], lines: [12],
            message:
                "the term stands in two framings of one concept: \u{201C}land\u{201D} on line 8 of the framing one, listed first, takes each match"
        ),
        Row(
            one: ["occup*"], two: ["occupied"], lines: [11],
            message: "the term never counts: \u{201C}occup*\u{201D} on line 8 of the framing one, listed first, takes each match"),
        Row(
            one: ["{term: attack, near: {any: [Baku], within: 0}}"], lines: [8],
            message: "the term can never match: nothing stands within 0 words of it"),
        Row(
            one: ["{term: attacked, unless: [attack*]}"], lines: [8],
            message: "the term can never match: \u{201C}attack*\u{201D} under unless: cancels each match"),
        Row(
            one: ["{term: war, unless: [peace, civil war, \"=War\", w*r <0-2> peace, the wa?]}"], lines: [8],
            message: "\u{201C}peace\u{201D} under unless: cancels no match, since it does not hold the term"),
        Row(
            one: ["{term: war zone, unless: [war, no war zone]}"], lines: [8],
            message: "\u{201C}war\u{201D} under unless: cancels no match, since it does not hold the term"),
        Row(one: ["land"], two: ["\"*\""], lines: [11], message: "only wildcards, so that any words match"),
        Row(one: ["\"* ?\""], lines: [8], message: "only wildcards, so that any words match"),
        Row(one: ["land", "ab*"], lines: [9], message: "a wildcard on a stem of one or two letters matches many words"),
        Row(one: ["(land|*a*)"], lines: [8], message: "a wildcard on a stem of one or two letters matches many words"),
        Row(
            one: ["{term: attack, near: {any: [b*], within: 3}}"], lines: [8],
            message: "a wildcard on a stem of one or two letters matches many words"),
    ]

    @Test(arguments: faults) func faultOfMeaningIsToldOnItsLine(_ row: Row) {
        let (_, diagnostics) = LexiconCheck.check(Self.lexicon(row.one, row.two), file: "f.yaml")
        #expect(diagnostics.map(\.message) == row.lines.map { _ in row.message })
        #expect(diagnostics.map(\.line) == row.lines)
        #expect(diagnostics.allSatisfy { $0.severity == .warning && $0.file == "f.yaml" && $0.text != nil && $0.remedy != nil })
    }

    @Test(
        arguments: [
            (["occupied", "occupied land"], ["other"]),
            (["war", "=war*"], ["other"]),
            (["=US"], ["us"]),
            (["{term: attack*, near: {any: [Baku], within: 4}}"], ["{term: attack*, near: {any: [Yerevan], within: 4}}"]),
            (["{term: attack*, near: {any: [Baku], within: 4}}"], ["attack*"]),
            (["occupied land"], ["occupied"]),
            (["anti-war"], ["anti-peace"]),
            (["a b* land"], ["other"]),
            (["?and", "sand?"], ["other"]),
            (["{term: war, unless: [war hero]}"], ["other"]),
            (["the <1-2> land", "the land"], ["other"]),
        ] as [([String], [String])])
    func soundLexiconHasNoFaults(_ one: [String], _ two: [String]) {
        #expect(LexiconCheck.check(Self.lexicon(one, two), file: "f").diagnostics.isEmpty)
    }

    @Test func termsOfDifferentLanguagesDoNotShadowEachOther() {
        let text = "lexicon: L\nformat: 1\nconcepts: [{concept: c, framings: [{framing: f, terms: {en: [land], de: [land]}}]}]"
        #expect(LexiconCheck.check(text, file: "f").diagnostics.isEmpty)
    }

    @Test(.timeLimit(.minutes(10))) func thousandsOfTermsAreCheckedInSeconds() {
        let text = Self.lexicon((0..<2_000).map { "word\($0) of\($0)*" }, (0..<200).map { "stem\($0)x*" })
        #expect(LexiconCheck.check(text, file: "f").diagnostics.isEmpty)
    }
}

@Suite struct LexiconMergingTests {
    static func lexicon(_ concept: String, language: String? = "en", speakers: [Speaker] = []) throws -> Lexicon {
        let pattern = try #require(TermPatternParser.parse("land").pattern)
        let framing = Framing(id: "f", label: "F", note: nil, opposite: nil, terms: [Term(pattern: pattern, line: 9)])
        let concept = Concept(id: concept, label: concept, question: nil, framings: [framing])
        return Lexicon(name: "L \(concept.id)", version: "1", language: language, concepts: [concept], speakers: speakers)
    }

    @Test func conceptsAndSpeakersStandInTheOrderOfTheFiles() throws {
        let first = try Self.lexicon("b", speakers: [Speaker(name: "Ada", side: nil, aliases: ["A"])])
        let second = try Self.lexicon(
            "a", speakers: [Speaker(name: "Bo", side: "x", aliases: []), Speaker(name: "Ada", side: "y", aliases: ["A", "Flint"])])
        let (merged, diagnostics) = Lexicon.merging([("1", first), ("2", second)])
        #expect(diagnostics.isEmpty)
        #expect(merged.name == "L b")
        #expect(merged.concepts.map(\.id) == ["b", "a"])
        #expect(merged.speakers.map(\.name) == ["Ada", "Bo"])
        #expect(merged.speakers[0].aliases == ["A", "Flint"])
        #expect(merged.speakers[0].side == "y")
    }

    @Test func clashingConceptIsAnErrorInTheLaterFile() throws {
        let (merged, diagnostics) = Lexicon.merging([("1", try Self.lexicon("c")), ("2", try Self.lexicon("c"))])
        #expect(merged.concepts.count == 1)
        #expect(diagnostics.map(\.severity) == [.error])
        #expect(diagnostics.map(\.file) == ["2"])
        #expect(diagnostics.map(\.text) == ["c"])
    }

    @Test func termsKeepTheirFilesLanguage() throws {
        let merged = Lexicon.merging([("1", try Self.lexicon("a")), ("2", try Self.lexicon("b", language: "ru"))]).lexicon
        #expect(merged.language == nil)
        #expect(merged.concepts.map(\.framings[0].terms[0].language) == ["en", "ru"])
    }
}

import Diagnostics
import Lexicons
import Testing

@Suite struct LexiconFileTests {
    static let whole = """
        # A comment.
        lexicon: River dispute
        format: 1
        version: 2.10
        language: en
        concepts:
          - concept: water_rights
            label: Who owns the water
            question: Whose is the water said to be?
            framings:
              - framing: upstream
                note: the owner is who holds the spring
                opposite: shared-river
                terms:
                  - spring owner*
                  - term: seize*
                    unless: [seize up, "seized (joint|bearing)"]
                    near: {any: [water, dam], within: 4, where: before}
              - framing: shared-river
                label: Shared
                terms:
                  en: [shared <0-1> river, no]
                  ru:
                    - общая река
        speakers:
          - speaker: Ada Flint
            side: North
            aliases: [Flint, the water minister]
          - speaker: Bo Reed
        """

    @Test func wholeFileIsRead() throws {
        let (read, diagnostics) = LexiconFile.read(Self.whole, file: "river.yaml")
        #expect(diagnostics.isEmpty)
        let lexicon = try #require(read)
        #expect([lexicon.name, lexicon.version, lexicon.language] == ["River dispute", "2.10", "en"])
        let concept = try #require(lexicon.concepts.first)
        #expect([concept.id, concept.label, concept.question] == ["water_rights", "Who owns the water", "Whose is the water said to be?"])
        #expect(concept.framings.map(\.id) == ["upstream", "shared-river"])
        #expect(concept.framings.map(\.label) == ["upstream", "Shared"])
        #expect(concept.framings[0].opposite == "shared-river")
        #expect(lexicon.speakers.map(\.name) == ["Ada Flint", "Bo Reed"])
        #expect(lexicon.speakers[0].aliases == ["Flint", "the water minister"])
    }

    @Test func termsCarryTheirConditionsLanguageAndLine() throws {
        let framings = try #require(LexiconFile.read(Self.whole, file: "river.yaml").lexicon?.concepts.first?.framings)
        let conditional = framings[0].terms[1]
        #expect(conditional.line == 16)
        #expect(conditional.unless.map(\.source) == ["seize up", "seized (joint|bearing)"])
        #expect(conditional.near?.any.map(\.source) == ["water", "dam"])
        #expect(conditional.near?.within == 4)
        #expect(conditional.near?.side == .before)
        #expect(framings[1].terms.map(\.pattern.source) == ["shared <0-1> river", "no", "общая река"])
        #expect(framings[1].terms.map(\.language) == ["en", "en", "ru"])
        #expect(framings[1].terms.map(\.line) == [22, 22, 24])
    }

    @Test func labelIsTheIdWithBlanksWhereNoneIsGiven() {
        let text = Self.lexicon("  - concept: who_is-it\n    framings: [{framing: a-b_c, terms: [x]}]")
        let concept = LexiconFile.read(text, file: "f").lexicon?.concepts.first
        #expect(concept?.label == "who is it")
        #expect(concept?.framings.first?.label == "a b c")
    }

    static func lexicon(_ concepts: String) -> String { "lexicon: L\nformat: 1\nconcepts:\n\(concepts)\n" }
    static func terms(_ terms: String) -> String { lexicon("  - concept: c\n    framings:\n      - framing: f\n        terms:\n\(terms)") }

    struct Fault: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let column: Int?
        let message: String
        var remedy: String?
        init(_ text: String, _ line: Int, _ column: Int?, _ message: String, remedy: String? = nil) {
            (self.text, self.line, self.column, self.message, self.remedy) = (text, line, column, message, remedy)
        }
        var testDescription: String { "\(line):\(column ?? 0) \(message)" }
    }

    static let forms = [
        Fault("", 1, nil, "the file is empty"),
        Fault("# nothing\n", 1, nil, "the file is empty"),
        Fault("just words", 1, 1, "a lexicon is a mapping, and this is a text"),
        Fault("- a", 1, 1, "a lexicon is a mapping, and this is a list"),
        Fault("lexicon: x\n\tconcepts: 1\n", 2, 1, "a tab in the indentation"),
        Fault("lexicon: L\nformat: 1\nlexicon: M\n", 3, 1, "a repeated key, first on line 1"),
        Fault("lexicon: L\nformat: 1\nconcepts: &c []\n", 3, 11, "an anchor"),
        Fault("lexicon: L\nformat: 1\n", 1, 1, "the lexicon has no concepts"),
        Fault("lexicon: L\nformat: 1\nconcepts: []\n", 3, 11, "the lexicon has no concepts"),
        Fault("lexicon: L\nformat: 2\nconcepts:\n  - {concept: c, framings: [{framing: f, terms: [a]}]}", 2, 9, "an unknown format"),
        Fault("lexicon: L\nconcepts:\n  - {concept: c, framings: [{framing: f, terms: [a]}]}", 1, 1, "format: is missing"),
        Fault("format: 1\nconcepts:\n  - {concept: c, framings: [{framing: f, terms: [a]}]}", 1, 1, "lexicon: is missing"),
        Fault(
            "lexicon: L\nformat: 1\nlanguage: [en]\nconcepts:\n  - {concept: c, framings: [{framing: f, terms: [a]}]}", 3, 11,
            "language: takes a text, and this is a list"),
    ]

    static let structures = [
        Fault(lexicon("  - concept: c\n    framing: []"), 5, 5, "unknown key", remedy: "did you mean \u{201C}framings\u{201D}?"),
        Fault(
            lexicon("  - concept: C d\n    framings: [{framing: f, terms: [a]}]"), 4, 14,
            "an id holds small letters a to z, digits, - and _ only"),
        Fault(lexicon("  - label: c\n    framings: [{framing: f, terms: [a]}]"), 4, 5, "concept: is missing"),
        Fault(lexicon("  - words"), 4, 5, "a concept is a mapping, and this is a text"),
        Fault(lexicon("  - concept: c"), 4, 5, "the concept has no framings"),
        Fault(lexicon("  - concept: c\n    framings: []"), 5, 15, "the concept has no framings"),
        Fault(lexicon("  - concept: c\n    framings:\n      - framing: f"), 6, 9, "the framing has no terms"),
        Fault(lexicon("  - concept: c\n    framings:\n      - framing: f\n        terms: []"), 7, 16, "the framing has no terms"),
        Fault(
            lexicon("  - {concept: c, framings: [{framing: f, terms: [a]}]}\n  - {concept: c, framings: [{framing: f, terms: [a]}]}"), 5,
            15,
            "a second concept of that name, first on line 4"
        ),
        Fault(
            lexicon("  - concept: c\n    framings:\n      - {framing: f, terms: [a]}\n      - {framing: f, terms: [b]}"), 7, 19,
            "a second framing of that name, first on line 6"
        ),
        Fault(
            lexicon(
                "  - concept: c\n    framings:\n      - {framing: held, opposite: freed, terms: [a]}\n      - {framing: free, terms: [b]}"),
            6, 35,
            "no framing of this concept has that id", remedy: "did you mean \u{201C}free\u{201D}?"
        ),
        Fault(
            lexicon("  - concept: c\n    framings: [{framing: f, opposite: f, terms: [a]}]"), 5, 39, "a framing cannot be its own opposite"),
    ]

    static let termFaults = [
        Fault(terms("          - occupied (land|"), 8, 22, "the choice is not closed"),
        Fault(terms("          - \"größe <3-1> b\""), 8, 20, "the gap's first number is greater than its second"),
        Fault(terms("          - 'it''s (x'"), 8, 13, "the choice is not closed"),
        Fault(terms("          - term: \"a \\\\\"\n"), 8, 22, "a backslash at the end escapes nothing"),
        Fault(terms("          - {unless: [a]}"), 8, 13, "term: is missing"),
        Fault(terms("          - [a]"), 8, 13, "a term is a text or a mapping, and this is a list"),
        Fault(terms("          -"), 8, nil, "the term is empty"),
        Fault(terms("          - {term: a, unles: [b]}"), 8, 23, "unknown key", remedy: "did you mean \u{201C}unless\u{201D}?"),
        Fault(terms("          - {term: a, unless: b}"), 8, 31, "unless: takes a list, and this is a text"),
        Fault(terms("          - {term: a, unless: []}"), 8, 31, "unless: is empty"),
        Fault(terms("          en: [a]\n          ru: []"), 9, 15, "ru: is empty", remedy: "list a term or leave the language out"),
        Fault(terms("          - {term: a, unless: [b, (c]}"), 8, 35, "the choice is not closed"),
        Fault(terms("          - {term: a, near: b}"), 8, 29, "near: takes a mapping, and this is a text"),
        Fault(terms("          - {term: a, near: {within: 3}}"), 8, 29, "any: is missing"),
        Fault(terms("          - {term: a, near: {any: [], within: 3}}"), 8, 35, "any: is empty"),
        Fault(terms("          - {term: a, near: {any: [b]}}"), 8, 29, "within: is missing"),
        Fault(terms("          - {term: a, near: {any: [b], within: -3}}"), 8, 48, "within: takes a whole number up to 100"),
        Fault(
            terms("          - {term: a, near: {any: [b], within: 3, where: befor}}"), 8, 58, "where: takes before, after or either",
            remedy: "did you mean \u{201C}before\u{201D}?"
        ),
        Fault(
            lexicon("  - concept: c\n    framings:\n      - framing: f\n        terms: {english: [a]}"), 7, 17,
            "terms: takes a list, or lists by language, and this is no language"),
        Fault(
            lexicon("  - concept: c\n    framings:\n      - framing: f\n        terms: {en: a}"), 7, 21,
            "a language's terms are a list, and this is a text"),
    ]

    static let speakers = [
        Fault(
            "\(lexicon("  - {concept: c, framings: [{framing: f, terms: [a]}]}"))speakers: x", 5, 11,
            "speakers: takes a list, and this is a text"),
        Fault("\(lexicon("  - {concept: c, framings: [{framing: f, terms: [a]}]}"))speakers:\n  - side: s", 6, 5, "speaker: is missing"),
        Fault(
            "\(lexicon("  - {concept: c, framings: [{framing: f, terms: [a]}]}"))speakers:\n  - {speaker: a, aliases: b}", 6, 27,
            "aliases: takes a list, and this is a text"),
    ]

    @Test(arguments: forms + structures + termFaults + speakers) func faultIsToldWithItsPlace(_ fault: Fault) throws {
        let diagnostics = LexiconFile.read(fault.text, file: "f.yaml").diagnostics
        let told = try #require(diagnostics.first { $0.message == fault.message }, "\(diagnostics)")
        #expect(told.severity == .error)
        #expect(told.file == "f.yaml")
        #expect(told.line == fault.line)
        if let column = fault.column { #expect(told.column == column) }
        if let remedy = fault.remedy { #expect(told.remedy == remedy) }
        #expect(told.remedy != nil)
    }

    @Test func allFaultsAreToldInOneReading() {
        let text =
            "lexicon: L\nformat: 3\nconcept: x\nconcepts:\n  - concept: C\n    framings:\n      - framing: f\n        terms: [a (b, <x> c]\n"
        #expect(LexiconFile.read(text, file: "f").diagnostics.map(\.line) == [2, 3, 5, 8, 8])
    }

    @Test func wordsThatYAMLTakesForValuesStayWords() {
        let text = Self.terms(
            "          - no\n          - on\n          - 1984\n          - null\n          - 0x1F\n          - 2020-10-07")
        let terms = LexiconFile.read(text, file: "f").lexicon?.concepts.first?.framings.first?.terms
        #expect(terms?.map(\.pattern.source) == ["no", "on", "1984", "null", "0x1F", "2020-10-07"])
    }

    @Test(.timeLimit(.minutes(10))) func aliasBombIsRefusedAtOnce() {
        let bomb =
            "lexicon: &a [x, x]\n" + (0..<40).map { "c\($0): &c\($0) [*\($0 == 0 ? "a" : "c\($0 - 1)"), *a]" }.joined(separator: "\n")
        let (lexicon, diagnostics) = LexiconFile.read(bomb, file: "f")
        #expect(lexicon == nil)
        #expect(diagnostics.contains { $0.message == "an alias" && $0.line == 2 })
    }

    @Test func nothingIsReadInSilenceFromDamagedFiles() {
        for length in stride(from: 0, to: Self.whole.utf8.count, by: 7) {
            let cut = String(decoding: Self.whole.utf8.prefix(length), as: UTF8.self)
            let (lexicon, diagnostics) = LexiconFile.read(cut, file: "f")
            let terms = lexicon?.concepts.flatMap(\.framings).flatMap(\.terms) ?? []
            #expect(!diagnostics.isEmpty || !terms.isEmpty, "\(length) bytes")
        }
    }
}

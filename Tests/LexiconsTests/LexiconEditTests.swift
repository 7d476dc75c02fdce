import Diagnostics
import Lexicons
import TestSupport
import Testing

/// One term in or out, and not a byte more.
@Suite struct LexiconEditTests {
    static let place = LexiconEdit.Place(concept: "c", framing: "f")

    static func file(_ terms: String, before: String = "", after: String = "") -> String {
        "\(before)lexicon: L   # ours\nformat: 1\nconcepts:\n  - concept: c\n    framings:\n      - framing: e\n        terms: [other]\n"
            + "      - framing: f   # here\n        label: \"F\"\n        terms:\(terms)\(after)"
    }

    struct Layout: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        var testDescription: String { name }
    }

    static let layouts = [
        Layout(name: "dashes", text: file("\n          - a\n          - b*  # note\n")),
        Layout(name: "dashes without indentation", text: file("\n        - a\n        - b\n")),
        Layout(name: "no line end at the end", text: file("\n          - a\n          - b")),
        Layout(name: "CR LF", text: file("\n          - a\n          - b\n").replacing("\n", with: "\r\n")),
        Layout(name: "CR LF without one at the end", text: file("\n          - a\n          - b").replacing("\n", with: "\r\n")),
        Layout(
            name: "a mapping of several lines at the end",
            text: file(
                "\n          - a\n          - term: b\n            # why\n            near:\n              any: [x]\n              within: 3\n"
            )),
        Layout(name: "something behind", text: file("\n          - a\n", after: "\n# end\nspeakers:\n  - speaker: S\n")),
        Layout(name: "in brackets", text: file(" [a, \"b, c\", 'isn''t',  d ]  # list\n")),
        Layout(name: "in brackets over lines", text: file(" [\n          a,   # one\n          b\n        ]\n")),
        Layout(name: "in brackets with mappings", text: file(" [a, {term: b, near: {any: [x, y], within: 3}}]\n")),
        Layout(name: "letters of several bytes", text: file(" [\u{c9}tat, caf\u{e9} x]\n")),
        Layout(name: "wide blanks behind the dash", text: file("\n          -   a\n          -   \"b\"\n")),
    ]

    @Test(arguments: layouts, ["zebra crossing", "no*", "=Zed", "(x|y z) w", "a: b", "it's"])
    func addingAndRemovingATermLeavesTheFileAsItWas(layout: Layout, term: String) throws {
        let added = try LexiconEdit(layout.text, file: "l").adding(term, to: Self.place)
        #expect(added != layout.text)
        #expect(Self.changedLines(layout.text, added) == 1)
        let removed = try LexiconEdit(added, file: "l").removing(term, from: Self.place)
        #expect(Array(removed.utf8) == Array(layout.text.utf8))
    }

    /// Lines of one text that the other has not, the larger of both counts.
    static func changedLines(_ one: String, _ other: String) -> Int {
        let lines = [one, other].map { $0.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init) }
        let change = lines[1].difference(from: lines[0])
        return max(change.insertions.count, change.removals.count)
    }

    @Test(arguments: layouts)
    func anyTermButTheLastCanGo(layout: Layout) throws {
        let lexicon = try #require(LexiconFile.read(layout.text, file: "l").lexicon)
        let terms = lexicon.concepts[0].framings[1].terms.map(\.pattern.source)
        guard terms.count > 1 else { return }
        for term in terms {
            let edited = try LexiconEdit(layout.text, file: "l").removing(term, from: Self.place)
            let again = try #require(LexiconFile.read(edited, file: "l").lexicon)
            #expect(again.concepts[0].framings[1].terms.map(\.pattern.source) == terms.filter { $0 != term })
        }
    }

    @Test func aLanguageChoosesTheList() throws {
        let text = Self.file("\n          en: [a]\n          ru:\n            - \u{431}\n")
        let place = LexiconEdit.Place(concept: "c", framing: "f", language: "ru")
        let added = try LexiconEdit(text, file: "l").adding("\u{432}", to: place)
        #expect(added.hasSuffix("            - \u{431}\n            - \u{432}\n"))
        #expect(throws: LexiconEditFault.self) { try LexiconEdit(text, file: "l").adding("x", to: Self.place) }
    }

    struct Refusal: Sendable {
        let term: String
        let place: LexiconEdit.Place
        let says: String
    }

    static let refusals = [
        Refusal(term: "a", place: place, says: "stands there already"), Refusal(term: "(a", place: place, says: "not closed"),
        Refusal(term: "z", place: .init(concept: "d", framing: "f"), says: "no concept has that id"),
        Refusal(term: "z", place: .init(concept: "c", framing: "fe"), says: "no framing has that id"),
        Refusal(term: "z", place: .init(concept: "c", framing: "f", language: "ru"), says: "not given by language"),
    ]

    @Test(arguments: refusals)
    func whatCannotBeAddedIsRefusedWithItsReason(refusal: Refusal) throws {
        let edit = try LexiconEdit(Self.file("\n          - a\n"), file: "l")
        let fault = #expect(throws: LexiconEditFault.self) { try edit.adding(refusal.term, to: refusal.place) }
        #expect(fault?.diagnostics.first?.message.contains(refusal.says) == true, "\(String(describing: fault))")
    }

    @Test func theLastTermOfAFramingStays() throws {
        let edit = try LexiconEdit(Self.file("\n          - a\n"), file: "l")
        let fault = #expect(throws: LexiconEditFault.self) { try edit.removing("a", from: Self.place) }
        #expect(fault?.diagnostics.first?.message.contains("only term") == true)
        #expect(throws: LexiconEditFault.self) { try edit.removing("b", from: Self.place) }
    }

    @Test func theStarterHasNoFaults() {
        for name in ["Water", "no: [yes", "x # y"] {
            let (lexicon, diagnostics) = LexiconCheck.check(StarterLexicon.text(named: name), file: "s")
            #expect(diagnostics.isEmpty, "\(diagnostics)")
            #expect(lexicon?.name == name)
        }
    }
}

import Diagnostics
import Lexicons
import Testing

@Suite struct TermPatternParserTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let term: String
        let column: Int
        let message: String
        init(_ term: String, _ column: Int, _ message: String) {
            self.term = term
            self.column = column
            self.message = message
        }
        var testDescription: String { String(term.prefix(40)) }
    }

    static let faults = [
        Row("", 1, "the term is empty"),
        Row("  \t", 1, "the term is empty"),
        Row("a (b|c", 3, "the choice is not closed"),
        Row("(a|(b c)", 1, "the choice is not closed"),
        Row("(a||b)", 4, "an alternative is empty"),
        Row("(a|)", 4, "an alternative is empty"),
        Row("x ( |b)", 4, "an alternative is empty"),
        Row("()", 2, "an alternative is empty"),
        Row("a|b", 2, "a bar stands outside any choice"),
        Row("a b) c", 4, "a bracket closes no choice"),
        Row("a <3-1> b", 3, "the gap's first number is greater than its second"),
        Row("a <3> b", 3, "a gap takes two numbers"),
        Row("a <x-2> b", 3, "a gap takes two numbers"),
        Row("a <-1-2> b", 3, "a gap takes two numbers"),
        Row("a <0-51> b", 3, "a gap holds at most 50 words"),
        Row("a <0-99999999999999999999> b", 3, "a gap holds at most 50 words"),
        Row("a <0-30> <0-30> b", 10, "a gap holds at most 50 words"),
        Row("a <0-0> b", 3, "a gap of no words says nothing"),
        Row("a <0-2 b", 3, "\u{201C}<\u{201D} opens a gap that is not closed"),
        Row("a 0-2> b", 6, "\u{201C}>\u{201D} closes no gap"),
        Row("<0-2> a", 1, "a gap at the end of a term or alternative needs no word there"),
        Row("a <0-2> ", 3, "a gap at the end of a term or alternative needs no word there"),
        Row("(a <0-2>|b) c", 4, "a gap at the end of a term or alternative needs no word there"),
        Row("occupied\\", 9, "a backslash at the end escapes nothing"),
        Row("=", 1, "\u{201C}=\u{201D} stands alone"),
        Row("a = b", 3, "\u{201C}=\u{201D} stands alone"),
        Row("anti-=US", 6, "\u{201C}=\u{201D} makes case count only at the start of a word"),
        Row("a & b", 3, "no letter or digit stands here, so no word of a text can match"),
        Row("...", 1, "no letter or digit stands here, so no word of a text can match"),
        Row("\\*", 1, "no letter or digit stands here, so no word of a text can match"),
        Row("a - b", 3, "no letter or digit stands here, so no word of a text can match"),
        Row(String(repeating: "a", count: 10_000), 1_001, "a term holds at most 1000 characters"),
        Row(String(repeating: "(a|b|c)", count: 8), 1, "the term stands for too many forms at once"),
        Row(String(repeating: "(a)", count: 300), 1, "the term stands for too many forms at once"),
        Row(String(repeating: "a-", count: 400) + "a", 1, "the term stands for too many forms at once"),
        Row(String(repeating: "a <0-50> ", count: 100) + "a", 1, "the term stands for too many forms at once"),
        Row(String(repeating: "(", count: 500) + "a" + String(repeating: ")", count: 499), 13, "choices nest deeper than 12"),
    ]

    @Test(arguments: faults) func faultyTermIsRefusedAtItsColumn(_ row: Row) throws {
        let (pattern, faults) = TermPatternParser.parse(row.term)
        #expect(pattern == nil)
        let fault = try #require(faults.first)
        #expect(fault.column == row.column)
        #expect(fault.message == row.message)
        #expect(fault.remedy != nil)
    }

    @Test func allFaultsOfATermAreTold() {
        let faults = TermPatternParser.parse("a <3-1> b) <x> =").faults
        #expect(faults.map(\.column) == [3, 10, 12])
    }

    @Test(arguments: [
        ("\"land\"", [1, 6]), ("#land", [1]), ("land, and", []), ("land!", [5]), ("U.S.", []), ("Armenians'", []), ("(land|soil!)", [12]),
        ("so-called \"land", []), ("'90s", []),
    ])
    func marksThatAreNotComparedAreWarnedOf(_ source: String, _ columns: [Int]) {
        let (pattern, faults) = TermPatternParser.parse(source)
        #expect(pattern != nil)
        #expect(faults.map(\.column) == columns)
        #expect(faults.allSatisfy { $0.severity == .warning })
    }

    static func word(_ glyphs: String, exact: Bool = false) -> WordPattern {
        let glyphs: [WordPattern.Glyph] = glyphs.map { $0 == "*" ? .anyRun : $0 == "?" ? .anyOne : .character($0) }
        return WordPattern(glyphs: glyphs, isExactCase: exact)
    }

    static func one(_ glyphs: String, exact: Bool = false) -> TermPattern.Element {
        .compound(Compound(words: [word(glyphs, exact: exact)]))
    }

    static let trees: [(String, [TermPattern.Element])] = [
        ("a  b", [one("a"), one("b")]),
        ("occup* <0-2> (land|x y)", [one("occup*"), .gap(atLeast: 0, atMost: 2), .choice([[one("land")], [one("x"), one("y")]])]),
        ("=US", [one("US", exact: true)]),
        ("counter-terror*", [.compound(Compound(words: [word("counter"), word("terror*")], joints: [Joint(.hyphen)]))]),
        ("Baku's", [.compound(Compound(words: [word("Baku"), word("'s")], joints: [Joint(.none)]))]),
        ("U.S. law", [.compound(Compound(words: [word("U.S")], trailing: ".")), one("law")]),
        ("occup(y|ied)", [.choice([[one("occupy")], [one("occupied")]])]),
        ("(a b|c)d", [.choice([[one("a"), one("bd")], [one("cd")]])]),
        ("a\\-b", [.compound(Compound(words: [word("a"), word("b")], joints: [Joint(.hyphen)]))]),
        ("a\\(b", [.compound(Compound(words: [word("a"), word("b")], joints: [Joint(before: "(", .none)]))]),
        ("a <1-2> <0-1> b", [one("a"), .gap(atLeast: 1, atMost: 3), one("b")]),
    ]

    @Test(arguments: trees) func termIsReadAsItsElements(_ source: String, _ elements: [TermPattern.Element]) {
        let (pattern, faults) = TermPatternParser.parse(source)
        #expect(faults.isEmpty)
        #expect(pattern == TermPattern(source: source, elements: elements))
    }
}

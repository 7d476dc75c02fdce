import TestSupport
import Testing

@testable import Lexicons
import Words

/// The small parts that the readers share.
@Suite struct DictionaryPiecesTests {
    @Test func theQuickWayToATermGivesWhatTheParserGives() {
        var random = SeededRandom(seed: 3)
        let letters =
            Array("abS *'-.?x1\u{e9}".unicodeScalars) + ["\u{439}", "\u{301}", "\u{131}", "\u{df}", "\u{3c2}", "\u{561}", "\u{aa}"]
        var plainCount = 0
        for _ in 0..<5_000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...9, using: &random) { scalars.append(letters.randomElement(using: &random) ?? "a") }
            let text = String(scalars)
            let term = ForeignTerm(text: text, line: 1)
            guard let quick = PlainTerm(text)?.pattern else { continue }
            plainCount += 1
            #expect(quick.elements == TermPatternParser.parseSigns(term.notation).pattern?.elements, "\(text)")
        }
        #expect(plainCount > 300)
    }

    @Test func everyLetterOfAPlainTermIsOneOfTheParsers() {
        for (codePoint, target) in LetterFolding.foldings.enumerated() where target > 0 {
            guard let scalar = Unicode.Scalar(UInt32(codePoint)) else { continue }
            let text = "a\(scalar)b \(scalar)*"
            let parsed = TermPatternParser.parseSigns(text).pattern
            #expect(PlainTerm(text)?.pattern == parsed && parsed != nil, "\(text)")
        }
    }

    @Test func plainAndParsedTermsAreEqualWhereTheyAreWrittenAlike() throws {
        let plain = try #require(PlainTerm("occup* land")?.pattern)
        let parsed = try #require(TermPatternParser.parseSigns("occup* land").pattern)
        #expect(plain.isPlain && !parsed.isPlain)
        #expect(plain == parsed && plain.hashValue == parsed.hashValue)
        #expect(plain != PlainTerm("occup* lands")?.pattern)
        #expect(plain != TermPattern(source: "occup* land", elements: []))
    }

    static let refused = ["*", "**", "* *", ":*", ":d", "a+", "(-:0", "?!*"]
    static let kept = ["a*", "-a*", "U.", "x's", "3", "R&D", ":xd", "anti-"]

    @Test(arguments: refused) func aTermThatWouldMatchOtherWordsIsRefused(text: String) {
        let (pattern, faults) = ForeignTerm(text: text, line: 1).pattern()
        #expect(pattern == nil && faults.count == 1)
    }

    @Test(arguments: kept) func aTermOfALetterOrAWildcardBesideOneIsKept(text: String) {
        #expect(ForeignTerm(text: text, line: 1).pattern().pattern != nil)
    }

    static let lines: [(text: String, lines: [String])] = [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]), ("\r\r\n", ["", ""]),
    ]

    @Test(arguments: lines)
    func everyLineEndEndsALine(text: String, lines: [String]) {
        let read = Array(SourceLines(Array(text.utf8)))
        #expect(read.map(\.text) == lines)
        #expect(read.map(\.number) == Array(1..<(lines.count + 1)))
    }

    static let records: [(text: String, records: [[String]])] = [
        ("a,b\r\nc, d \n", [["a", "b"], ["c", "d"]]), ("\"a,\"\"b\"\"\",c", [["a,\"b\"", "c"]]),
        ("\"a\nb\",c\rd", [["a\nb", "c"], ["d"]]),
        ("a\"b\",c", [["a\"b\"", "c"]]), ("\"a\"x,b", [["ax", "b"]]), (",\n", [["", ""]]), ("\"open", [["open"]]),
    ]

    @Test(arguments: records)
    func tablesAreCutAsPeopleWriteThem(text: String, records: [[String]]) {
        #expect(Array(DelimitedRecords(Array(text.utf8), delimiter: UInt8(ascii: ","))).map(\.fields) == records)
    }

    static let expressions: [(source: String, terms: [String]?)] = [
        ("^terror", ["terror*"]), ("ism$", ["*ism"]), ("^was$", ["was"]), ("war", ["*war*"]), ("^colou?r$", ["color", "colour"]),
        ("^(a|b)c.*$", ["ac*", "bc*"]), ("^[bc]at.$", ["bat?", "cat?"]), ("^a\\.b$", ["a.b"]), ("^a.+", ["a?*"]), ("^x$|^y$", ["x", "y"]),
        ("(?:ab)", ["*ab*"]), ("a{2}", nil), ("a+", nil), ("(?=a)b", nil), ("\\d", nil), ("(a", nil), ("a)", nil), ("", nil), ("[^a]", nil),
        ("a^b", nil), ("\\", nil), ("a b", nil),
    ]

    @Test(arguments: expressions)
    func simpleExpressionsBecomeTermsAndOthersAreNotGuessed(source: String, terms: [String]?) {
        #expect(SimpleExpression.terms(of: source, isWholeWord: false)?.sorted() == terms?.sorted())
    }

    /// Against the regular expressions of the standard library, on words over a small alphabet.
    @Test func simpleExpressionsMatchWhatRegularExpressionsMatch() throws {
        var random = SeededRandom(seed: 11)
        let parts = ["a", "b", ".", ".*", "(a|ba)", "[ab]", "a?", "b?", "(?:b|)"]
        for _ in 0..<400 {
            var source = (0..<Int.random(in: 1...4, using: &random)).map { _ in parts.randomElement(using: &random) ?? "a" }.joined()
            if Bool.random(using: &random) { source = "^" + source }
            if Bool.random(using: &random) { source += "$" }
            guard let terms = SimpleExpression.terms(of: source, isWholeWord: false) else { continue }
            let tests = terms.compactMap { ForeignTerm(text: $0, line: 1, hasAnyOne: true).pattern().pattern }.compactMap(Self.test)
            guard tests.count == terms.count else { continue }
            let expression = try Regex(source)
            for word in Self.words {
                let isFound = tests.contains { $0.matches(Array(word)) }
                #expect(isFound == word.contains(expression), "\(source) on \(word): \(terms)")
            }
        }
    }

    static let words: [String] = (1...4).flatMap { length in
        (0..<(1 << length)).map { bits in String((0..<length).map { (bits >> $0) & 1 == 0 ? "a" : "b" }) }
    }

    private static func test(_ pattern: TermPattern) -> WordPatternTest? {
        guard case .compound(let compound)? = pattern.elements.first, let word = compound.words.first else { return nil }
        return WordPatternTest(word, language: nil)
    }
}

import TestSupport
import Testing

@testable import Lexicons

/// The short way for terms with signs against the parser, which reads every term.
@Suite struct UsualTermReaderTests {
    private static let signs =
        Array("aabSs17 *?()|<>-'=\\.\u{e9}").map(String.init) + ["a", "b", " ", "(a|", "|", ")", " <0-2> ", "'s", "-b", "<1-10>"]

    @Test func whatItReadsIsWhatTheParserReads() {
        var random = SeededRandom(seed: 41)
        var readCount = 0
        for _ in 0..<40_000 {
            let source = (0..<Int.random(in: 1...12, using: &random)).map { _ in Self.signs.randomElement(using: &random) ?? "" }.joined()
            guard let usual = UsualTermReader.pattern(source) else { continue }
            readCount += 1
            let (parsed, faults) = TermPatternParser.parseSigns(source)
            #expect(usual.elements == parsed?.elements, "\(source)")
            #expect(faults.isEmpty, "\(source)")
        }
        #expect(readCount > 2_500)
    }

    @Test(arguments: [
        "a", "occup* <0-2> (land|lands|territor*)", "(a|(b c|=D)) <10-50> e", "Baku's (self-proclaimed|isn't|O'Brien's) unrecogni?ed",
        "=US",
        "a  b ", "(a) (b)", "F-16 1988-1994", "*ism", "a**b", "boss's", "a's-b",
    ])
    func readsUsualTerms(_ source: String) {
        #expect(UsualTermReader.pattern(source)?.elements == TermPatternParser.parseSigns(source).pattern?.elements)
        #expect(UsualTermReader.pattern(source) != nil)
    }

    @Test(arguments: [
        "", " ", "a|b", "(a", "a)", "(a|)", "()", "anti-(a|b)", "(a)(b)", "a(b)", "<0-1> a", "a <0-1>", "a <0-1> <0-1> b", "a <3-1> b",
        "a <0-0> b",
        "a <0-51> b", "a <0-2", "a <-2> b", "U.S.", "a\\b", "a=b", "=", "-", "a-", "-a", "a--b", "'s", "'90s", "a'", "a*'s", "\u{e9}",
        "\u{e9} (a)",
        "a\tb", "a\r\nb", String(repeating: "a ", count: 500), String(repeating: "(", count: 13) + "a" + String(repeating: ")", count: 13),
        String(repeating: "a <0-50> ", count: 100) + "a",
    ])
    func leavesOthersToTheParser(_ source: String) {
        #expect(UsualTermReader.pattern(source) == nil)
    }

    @Test func wordPatternsGiveBackTheirGlyphs() {
        let letters = Array("as'1*?") + ["e", "\u{301}", "\u{1F1E6}", "\u{1F1FF}", "\r", "\n", "\u{1112}", "\u{1161}"]
        var random = SeededRandom(seed: 42)
        for _ in 0..<5_000 {
            let glyphs = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                let letter = letters.randomElement(using: &random) ?? "a"
                return letter == "*" ? WordPattern.Glyph.anyRun : letter == "?" ? .anyOne : .character(letter)
            }
            let pattern = WordPattern(glyphs: glyphs, isExactCase: false)
            #expect(pattern.glyphs == glyphs)
            #expect(pattern == WordPattern(glyphs: glyphs, isExactCase: false))
        }
    }
}

import Diagnostics
import Lexicons
import TestSupport
import Testing

/// A dictionary beyond the limits is refused by the limit's name, whatever its format.
@Suite struct DictionaryLimitTests {
    /// A file of every format with `count` terms of one category.
    static let formats: [(format: LexiconFormat, file: @Sendable ([String]) -> String)] = [
        (.dic, { "%\n1\tA\n%\n" + $0.map { "\($0)\t1\n" }.joined() }), (.dicx, { "DicTerm,A\n" + $0.map { "\($0),X\n" }.joined() }),
        (.cat, { "A\n" + $0.map { "\t\($0) (1)\n" }.joined() }),
        (.ykd, { "<dictionary><cnode name=\"A\">\n" + $0.map { "<pnode name=\"\($0)\"/>\n" }.joined() + "</cnode></dictionary>\n" }),
        (.lc3, { "+A\n" + $0.map { " \($0)\n" }.joined() }), (.vbpro, { ">>A<<\n" + $0.map { "\($0)\n" }.joined() }),
        (.quanteda, { "A:\n" + $0.map { "  - \($0)\n" }.joined() }), (.csv, { "term,category\n" + $0.map { "\($0),A\n" }.joined() }),
        (
            .yaml,
            {
                "lexicon: L\nformat: 1\nversion: 1\nconcepts:\n  - concept: a\n    framings:\n      - framing: b\n        terms:\n"
                    + $0.map { "          - \($0)\n" }.joined()
            }
        ),
        (.words, { $0.map { "\($0)\n" }.joined() }), (.spacy, { $0.map { "{\"label\": \"A\", \"pattern\": \"\($0)\"}\n" }.joined() }),
    ]

    private static func terms(_ count: Int) -> [String] {
        (0..<count).map { number in String((0..<5).map { Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number >> (4 * $0) & 15))) }) }
    }

    private static func read(_ index: Int, _ terms: [String], _ limits: DictionaryLimits) -> DictionaryReading {
        let (format, file) = formats[index]
        return DictionaryReading(
            Array(file(terms).utf8), file: "a.\(format.rawValue)", options: DictionaryOptions(format: format, limits: limits))
    }

    @Test func everyFormatIsTried() { #expect(Set(Self.formats.map(\.format)) == Set(LexiconFormat.allCases)) }

    @Test(arguments: formats.indices) func tooManyEntriesAreRefusedWithTheLineOfTheFirstTooMany(index: Int) throws {
        let limits = DictionaryLimits(entries: 100, text: 1 << 20)
        let whole = Self.read(index, Self.terms(100), limits)
        #expect(whole.diagnostics.allSatisfy { $0.severity != .error }, "\(whole.diagnostics)")
        #expect(whole.lexicon?.concepts.first?.framings.first?.terms.count == 100)
        let refused = Self.read(index, Self.terms(101), limits)
        let fault = try #require(refused.diagnostics.first { $0.severity == .error })
        #expect(fault.message.contains("100 entries") && fault.remedy?.contains("split") == true)
        #expect(fault.text == Self.terms(101).last && fault.column != nil)
        let lines = Self.formats[index].file(Self.terms(101)).split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(fault.line)
        #expect(lines[line - 1].contains(Self.terms(101)[100]))
    }

    @Test(arguments: formats.indices.filter { formats[$0].format != .yaml }) func tooMuchTextIsRefusedByThatLimit(index: Int) throws {
        let reading = Self.read(index, Self.terms(300), DictionaryLimits(entries: 1_000, text: 1_000))
        let fault = try #require(reading.diagnostics.first { $0.severity == .error })
        #expect(fault.message.contains("1,000 bytes") && fault.line != nil && fault.column != nil)
        #expect((reading.dictionary?.size.memberships ?? 0) <= 200)
    }
}

import CCMark
import Foundation
import TestSupport
import Testing

@testable import Comparing
@testable import Reporting

/// Text from outside must never become markup: a page full of attacks has the elements of a page full of the letter x.
struct HostileTextTests {
    /// Strings that stand in the places of names and sentences, in turn.
    struct Attacks: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let strings: [String]

        func hostile(_ number: Int) -> String { strings[number % strings.count] }

        /// As long as the attack, of its direction and as different from the others.
        func harmless(_ number: Int) -> String {
            let letters = Array("abcdefghijklmnopqrstuvwxyz")
            let attack = hostile(number)
            let letter = Names.runsRightToLeft(attack) ? "\u{5D0}" : letters[number % strings.count % letters.count]
            return String(repeating: letter, count: attack.count)
        }
    }

    private static let own = Attacks(
        testDescription: "our own",
        strings: ComparisonFixture.hostileStrings + ["x".padded(to: 100_000), "\u{201C}".padded(to: 500, with: "\u{201C}")]
    )
    private static let attacks: [Attacks] = {
        let naughty = (try? JSONDecoder().decode([String].self, from: sharedData("interop/third-party/blns.json"))) ?? []
        return [own, Attacks(testDescription: "script attacks", strings: ScriptAttacks.all)]
            + stride(from: 0, to: naughty.count, by: 130).map { first in
                let strings = naughty[first..<min(first + 130, naughty.count)].map { $0.isEmpty ? "-" : $0 }
                return Attacks(testDescription: "naughty strings from \(first)", strings: strings)
            }
    }()

    private static func report(_ make: @escaping (Int) -> String) -> ComparisonReport {
        ComparisonReport(ComparisonFixture.disguisedValley(make), record: ComparisonFixture.record, hashOfInlineBlock: { _ in "hash" })
    }

    @Test(arguments: attacks)
    func aHostilePageHasTheElementsOfAHarmlessOne(_ attacks: Attacks) {
        let hostile = PageScan(Self.report(attacks.hostile).html())
        let harmless = PageScan(Self.report(attacks.harmless).html())
        #expect(hostile.difference(from: harmless) == [])
        #expect(Set(hostile.tags.flatMap(\.attributes.keys)) == Set(harmless.tags.flatMap(\.attributes.keys)))
        #expect(hostile.badNesting == [])
    }

    @Test(arguments: attacks)
    func noControlCharacterOrOverrideReachesAFile(_ attacks: Attacks) throws {
        let report = Self.report(attacks.hostile)
        for text in [report.html(), report.markdown()] {
            let bad = text.unicodeScalars.filter { scalar in
                (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                    || (0x2066...0x2069).contains(scalar.value)
            }
            #expect(bad.isEmpty)
        }
    }

    @Test func textAfterANulIsKept() {
        let report = Self.report { _ in "before\u{0}after" }
        #expect(report.html().contains("before\u{FFFD}after"))
        #expect(report.markdown().contains("before\u{FFFD}after"))
    }

    /// Parsed back as CommonMark, hostile text makes no element that harmless text does not make; a run of bold may stay unmarked
    /// where punctuation touches a letter, as CommonMark 0.30, section 6.2, has it.
    @Test(arguments: attacks)
    func hostileTextIsNoMarkupInMarkdown(_ attacks: Attacks) {
        let hostile = PageScan(Self.parsed(Self.report(attacks.hostile).markdown()))
        let harmless = PageScan(Self.parsed(Self.report(attacks.harmless).markdown()))
        #expect(hostile.census.filter { $1 > harmless.census[$0] ?? 0 } == [:])
        #expect(hostile.census["a"] == nil && hostile.census["img"] == nil)
    }

    private static func parsed(_ markdown: String) -> String {
        guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_UNSAFE) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return String(cString: html)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a|b", "a\\|b"), ("~~gone~~", "\\~\\~gone\\~\\~"), ("https://example.org", "https\\://example.org"),
        ("www.example.org", "www\\.example.org"), ("[x](javascript:1)", "\\[x\\](javascript:1)"), ("# no", "\\# no"), ("1. no", "1\\. no"),
        ("<b>", "\\<b\\>"), ("*no*", "\\*no\\*"), ("`no`", "\\`no\\`"), ("- no", "\\- no"), ("+ no", "\\+ no"), ("a\nb", "a b"),
    ])
    func markdownTextIsEscaped(_ text: String, _ expected: String) {
        #expect(CMarkDocument([.paragraph(MarkdownText(text).nodes)]).commonMark() == expected + "\n")
    }

    @Test(arguments: [
        ("a&b<c>d\"e'f", "a&amp;b&lt;c&gt;d&quot;e&#39;f"), ("nul\u{0}x", "nul\u{FFFD}x"), ("bell\u{7}", "bell\u{FFFD}"),
        ("tab\tend\n", "tab end "),
        ("\u{202E}x\u{2066}", "\u{FFFD}x\u{FFFD}"), ("\u{85}\u{2028}", "  "), ("ok é 漢 שלום", "ok é 漢 שלום"),
    ])
    func attributeValuesAreEscaped(_ text: String, _ expected: String) {
        #expect(EscapedMarkup(text).markup == expected)
    }
}

extension String {
    fileprivate func padded(to count: Int, with text: String = "x") -> String { self + String(repeating: text, count: count) }
}

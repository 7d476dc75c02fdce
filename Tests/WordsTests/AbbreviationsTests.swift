import TestSupport
import Testing

@testable import Words

/// What is known of words by their bytes against what is known of them as strings.
@Suite struct AbbreviationsTests {
    private static let words = [
        "mr", "gen", "inc", "no", "e.g", "i.e", "sept", "sheikh", "approx", "miss", "wash", "the", "valley", "x", "u.s", "vs", "b.c", "42",
        "a.1",
    ]

    @Test(arguments: words) func aWordIsOfOneKindByItsBytesAndAsAString(word: String) {
        for spelling in [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()] {
            let key = spelling.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1 | 0x20) }
            let byKey = Abbreviations.kind(ofKey: key, isLowerCase: spelling == spelling.lowercased())
            #expect(byKey == Abbreviations.kind(of: spelling), "\(spelling)")
        }
    }

    @Test(arguments: ["The", "the", "According", "Nevertheless", "I", "", "A", "Talks", "Abcdefghijklmnop"])
    func aWordStartsSentencesByItsBytesAndAsAString(word: String) {
        #expect(Array(word.utf8).withUnsafeBytes { Abbreviations.startsSentence($0) } == Abbreviations.startsSentence(word))
    }
}

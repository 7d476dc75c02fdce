import TestSupport
import Testing

@testable import Scoring

@Suite struct TransliterationTests {
    private func read<Answer>(_ word: String, _ ask: (VoiceToken, TextBytes) -> Answer) -> Answer {
        let bytes = Array(word.utf8)
        return bytes.withUnsafeBufferPointer { ask(VoiceToken(start: 0, end: bytes.count, kind: .word), TextBytes($0)) }
    }

    @Test(arguments: [
        ["Hajiyev", "Khadzhiyev", "Hadjiyev", "HAJIYEV"], ["Zelensky", "Zelenskiy"], ["Shcherbak", "Scherbak"], ["Pashinian", "Pashinyan"],
    ]) func spellingsOfOneNameHaveOneKey(spellings: [String]) {
        #expect(Set(spellings.map { read($0, Transliteration.key) }).count == 1)
        #expect(Set(spellings.map { read($0, Transliteration.opening) }).count == 1)
    }

    @Test(arguments: 0..<10) func wordsOfOneKeyHaveOneOpening(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters = ["k", "h", "s", "c", "z", "d", "j", "y", "i", "q", "w", "v", "o", "u", "\u{15F}", "\u{C7}", "S", "E", "e", "-"]
        var openings: [UInt64: Int] = [:]
        for _ in 0..<2_000 {
            let word = (0..<Int.random(in: 1...4, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
            let (key, opening) = (read(word, Transliteration.key), read(word, Transliteration.opening))
            #expect(opening >= 0 && opening < Transliteration.openings)
            #expect(openings.updateValue(opening, forKey: key) ?? opening == opening, "\(word)")
        }
    }
}

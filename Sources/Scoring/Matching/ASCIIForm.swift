import Foundation
import Lexicons

/// What the words that a word pattern matches look like where they are ASCII; no other words are asked for by hash.
enum ASCIIForm {
    /// One word, but for the case of its letters.
    case word([UInt8])
    /// Words that begin like this; empty where they may begin anyhow.
    case prefix([UInt8])
    /// The pattern has letters beyond ASCII, so that no ASCII word matches.
    case none

    /// - Parameter isTurkic: whether the capital I folds to the dotless ı: the word has an I though its folded form is not ASCII.
    init(_ test: WordPatternTest, isTurkic: Bool) {
        let characters = test.glyphs.prefix { if case .character = $0 { true } else { false } }
        let text = String(characters.compactMap { if case .character(let character) = $0 { character } else { nil } })
        let composed = text.precomposedStringWithCanonicalMapping
        let bytes = Array((isTurkic ? composed.replacingOccurrences(of: "\u{131}", with: "i") : composed).utf8)
        if !bytes.allSatisfy({ $0 < 0x80 }) {
            self = .none
        } else {
            self = test.literal == nil ? .prefix(bytes) : .word(bytes)
        }
    }
}

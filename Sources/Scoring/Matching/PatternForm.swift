import Foundation
import Lexicons

/// The bytes of the words that a word pattern matches, folded as the scan folds words before it hashes them.
enum PatternForm: Sendable {
    /// One word.
    case word([UInt8])
    /// Words that begin like this; empty where they may begin anyhow.
    case prefix([UInt8])

    /// - Parameter isTurkic: whether the capital I folds to the dotless ı. The scan knows no languages and makes an i of it; words with an ı
    ///   it leaves without a hash.
    init(_ test: WordPatternTest, isTurkic: Bool) {
        if let literal = test.literal, literal.utf8.allSatisfy({ $0 < 0x80 }) {
            self = .word(Self.small(Array(literal.utf8)))
            return
        }
        let characters = test.glyphs.prefix { if case .character = $0 { true } else { false } }
        var text = String(characters.compactMap { if case .character(let character) = $0 { character } else { nil } })
        if test.isExactCase { text = WordForm.folded(text.utf8, language: nil) }
        let composed = text.precomposedStringWithCanonicalMapping
        let bytes = Self.small(Array((isTurkic ? composed.replacingOccurrences(of: "\u{131}", with: "i") : composed).utf8))
        self = test.literal == nil ? .prefix(bytes) : .word(bytes)
    }

    private static func small(_ bytes: [UInt8]) -> [UInt8] { bytes.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 } }

    /// Whether only words of other bytes than ASCII match.
    static func isBeyond(_ bytes: [UInt8]) -> Bool { bytes.contains { $0 >= 0x80 } }
}

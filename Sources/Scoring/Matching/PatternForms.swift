import Foundation
import Lexicons
import Words

/// The bytes of the words that word patterns match, folded as the scan folds words before it hashes them; by the patterns' numbers.
struct PatternForms: Sendable {
    /// One word, or those that begin alike.
    struct Form: Sendable {
        /// In `letters`; those of a prefix may be none.
        let letters: Range<Int32>
        /// As `TextWords` computes them.
        let hash: UInt64
        let head: UInt64
        let isPrefix: Bool
        /// Whether words that match are told by their ASCII bytes, whatever the case of their letters.
        let isDirect: Bool

        var isEmpty: Bool { letters.isEmpty }
    }

    private(set) var letters: [UInt8] = []
    private(set) var all: [Form] = []

    /// - Parameter isTurkic: whether the capital I folds to the dotless ı. The scan knows no languages and makes an i of it; words with an ı
    ///   it leaves without a hash.
    init(_ tests: [WordPatternTest], isTurkic: Bool) {
        all.reserveCapacity(tests.count)
        for test in tests { append(test, isTurkic: isTurkic) }
    }

    subscript(number: Int32) -> Form { all[Int(number)] }

    private mutating func append(_ test: WordPatternTest, isTurkic: Bool) {
        let start = letters.count
        if !appendFolded(test, isTurkic: isTurkic) { letters += Self.composed(test, isTurkic: isTurkic).utf8.map(Self.small) }
        let (hash, head) = letters.withUnsafeBufferPointer { TextWords.hash(of: UnsafeBufferPointer(rebasing: $0[start...])) }
        let isPrefix = test.literal == nil
        let isBeyond = letters[start...].contains { $0 >= 0x80 }
        all.append(
            Form(
                letters: Int32(start)..<Int32(letters.count), hash: hash, head: head, isPrefix: isPrefix,
                isDirect: !isPrefix && !test.isExactCase && !isTurkic && !isBeyond))
    }

    /// Appends the characters before the first wildcard where they stand in the test as the scan folds them, but for capital letters of ASCII;
    /// tells whether they do.
    private mutating func appendFolded(_ test: WordPatternTest, isTurkic: Bool) -> Bool {
        let start = letters.count
        if let literal = test.literal {
            letters.append(contentsOf: literal.utf8)
        } else {
            for glyph in test.glyphs {
                guard case .character(let character) = glyph else { break }
                letters.append(contentsOf: character.utf8)
            }
        }
        let limit: UInt8 = test.isExactCase || isTurkic ? 0x80 : 0xE0
        guard letters[start...].allSatisfy({ $0 < limit }) else {
            letters.removeSubrange(start...)
            return false
        }
        for place in start..<letters.count { letters[place] = Self.small(letters[place]) }
        return true
    }

    private static func composed(_ test: WordPatternTest, isTurkic: Bool) -> String {
        let characters = test.glyphs.prefix { if case .character = $0 { true } else { false } }
        var text = String(characters.compactMap { if case .character(let character) = $0 { character } else { nil } })
        if test.isExactCase { text = WordForm.folded(text.utf8, language: nil) }
        let composed = text.precomposedStringWithCanonicalMapping
        return isTurkic ? composed.replacingOccurrences(of: "\u{131}", with: "i") : composed
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}

import Foundation
import Lexicons
import Words

/// The bytes of the words that word patterns match, folded as the scan folds words before it hashes them; by the patterns' numbers.
struct PatternForms: Sendable {
    /// One word, or those that begin alike.
    struct Form: Sendable {
        /// In `letters`; those of a prefix may be none.
        let letters: RowRange
        /// As `TextWords` computes them; 0 where words that match may have other ones.
        let hash: UInt64
        let head: UInt64
        let isPrefix: Bool
        /// Whether words that match are told by their ASCII bytes, whatever the case of their letters.
        let isDirect: Bool

        var isEmpty: Bool { letters.isEmpty }
    }

    /// A spelling of a word, folded; hash and head as `TextWords` computes them.
    struct Spelling {
        let hash: UInt64
        let head: UInt64
        let byteCount: Int
        /// How many of its letters are apostrophes, each of which may take two bytes more in the text.
        let apostrophes: Int

        /// - Parameter places: of its letters in `all`.
        init(hash: UInt64, head: UInt64, letters places: Range<Int>, of all: [UInt8]) {
            self.hash = hash
            self.head = head
            byteCount = places.count
            var apostrophes = 0
            for place in places { apostrophes += all[place] == UInt8(ascii: "'") ? 1 : 0 }
            self.apostrophes = apostrophes
        }
    }

    private(set) var letters: [UInt8] = []
    private(set) var all: [Form] = []
    /// Of the forms with a dotless ı where the capital I folds to it, by number: the spellings that the scan can make of the words.
    private var spellings: [Int32: [[UInt8]]] = [:]

    /// Each dotless ı doubles them; behind that many any letters may stand.
    private static let mostDotless = 4
    private static let usualLetters = 10
    private static let dotlessLetter: [UInt8] = [0xC4, 0xB1]
    private static let dottedLetter = [UInt8(ascii: "i")]

    /// - Parameter isTurkic: whether the capital I folds to the dotless ı. The scan knows no languages and makes an i of it.
    init(_ tests: [WordPatternTest], isTurkic: Bool) {
        all.reserveCapacity(tests.count)
        letters.reserveCapacity(Self.usualLetters * tests.count)
        for test in tests { append(test, isTurkic: isTurkic) }
    }

    subscript(number: Int32) -> Form { all[Int(number)] }

    /// Each spelling that the scan can make of a form's words.
    func spellings(of number: Int32) -> [Spelling] {
        guard !spellings.isEmpty, let spellings = spellings[number] else { return [spelling(of: number)] }
        return spellings.map { letters in
            let (hash, head) = letters.withUnsafeBufferPointer { TextWords.hash(of: $0) }
            return Spelling(hash: hash, head: head, letters: letters.indices, of: letters)
        }
    }

    /// The same, handed on one by one: nearly every form has one.
    func forEachSpelling(of number: Int32, _ body: (Spelling) -> Void) {
        if spellings.isEmpty { body(spelling(of: number)) } else { spellings(of: number).forEach(body) }
    }

    private func spelling(of number: Int32) -> Spelling {
        let form = self[number]
        return Spelling(hash: form.hash, head: form.head, letters: form.letters.places, of: letters)
    }

    private mutating func append(_ test: WordPatternTest, isTurkic: Bool) {
        let start = letters.count
        var isPrefix = test.literal == nil
        if !appendFolded(test, isTurkic: isTurkic) { letters += Self.composed(test).utf8.map(Self.small) }
        let isSpeltTwice = isTurkic && Self.dotless(in: letters[start...]).first != nil
        if isSpeltTwice { addSpellings(of: start, &isPrefix) }
        let (hash, head, isBeyond) = letters.withUnsafeBufferPointer { letters in
            let word = UnsafeBufferPointer(rebasing: letters[start...])
            let (hash, head) = TextWords.hash(of: word)
            return (hash, head, word.contains { $0 >= 0x80 })
        }
        all.append(
            Form(
                letters: RowRange(start, letters.count), hash: isSpeltTwice ? 0 : hash, head: isSpeltTwice ? 0 : head,
                isPrefix: isPrefix,
                isDirect: !isPrefix && !test.isExactCase && !isTurkic && !isBeyond))
    }

    /// Where each dotless ı begins.
    private static func dotless(in letters: ArraySlice<UInt8>) -> [Int] {
        letters.indices.filter { $0 + 1 < letters.endIndex && letters[$0] == 0xC4 && letters[$0 + 1] == 0xB1 }
    }

    private mutating func addSpellings(of start: Int, _ isPrefix: inout Bool) {
        let dotless = Self.dotless(in: letters[start...])
        if dotless.count > Self.mostDotless {
            letters.removeSubrange(dotless[Self.mostDotless]...)
            isPrefix = true
        }
        var found: [[UInt8]] = [[]]
        var place = start
        for next in dotless.prefix(Self.mostDotless) {
            let between = Array(letters[place..<next])
            found = found.map { $0 + between }
            found = found.map { $0 + Self.dotlessLetter } + found.map { $0 + Self.dottedLetter }
            place = next + 2
        }
        let rest = Array(letters[place...])
        spellings[Int32(all.count)] = found.map { $0 + rest }
    }

    /// Appends the characters before the first wildcard where they stand in the test as the scan folds them, but for capital letters of ASCII;
    /// tells whether they do.
    private mutating func appendFolded(_ test: WordPatternTest, isTurkic: Bool) -> Bool {
        var text = test.literal ?? test.beginning ?? Self.charactersBeforeWildcards(of: test)
        let limit: UInt8 = test.isExactCase || isTurkic ? 0x80 : 0xE0
        return text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < limit }) else { return false }
            for byte in bytes { letters.append(Self.small(byte)) }
            return true
        }
    }

    private static func charactersBeforeWildcards(of test: WordPatternTest) -> String {
        let characters = test.glyphs.prefix { if case .character = $0 { true } else { false } }
        return String(characters.compactMap { if case .character(let character) = $0 { character } else { nil } })
    }

    private static func composed(_ test: WordPatternTest) -> String {
        var text = charactersBeforeWildcards(of: test)
        if test.isExactCase { text = WordForm.folded(text.utf8, language: nil) }
        return text.precomposedStringWithCanonicalMapping
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}

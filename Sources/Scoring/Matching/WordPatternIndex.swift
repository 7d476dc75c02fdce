import Lexicons
import Words

/// The distinct word patterns of a lexicon, numbered, and the way from a word of a text to those that match it.
struct WordPatternIndex: Sendable {
    let language: String?
    private var numbers: [WordPatternTest: Int32] = [:]
    /// By number.
    private(set) var tests: [WordPatternTest] = []
    /// Patterns of characters below U+0800, exact case excepted, with at most a `*` behind them, by these characters folded; `star` stands for the
    /// star. Folded forms are composed, so equal ones have equal bytes.
    private var plain: ByteStringNumbers
    private var numberOfPlain: [Int32] = []
    /// Other patterns without wildcards by the comparable form of their one word.
    private var foldedLiterals: [String: Int32] = [:]
    private var exactLiterals: [String: Int32] = [:]
    /// Patterns with wildcards by the first two bytes of what they begin with, or the one; those that begin with a wildcard stand under none.
    private var foldedWildcards: [Int: [Wildcard]] = [:]
    /// The same by their first character, since words of exact case are not brought into one form: equivalent ones have other bytes.
    private var exactWildcards: [Character?: [Int32]] = [:]
    /// Of the patterns of exact case.
    private(set) var exactBeginnings = ExactBeginnings()

    private struct Wildcard {
        let number: Int32
        /// The characters before the first wildcard, as UTF-8.
        let head: [UInt8]
        /// Whether one `*` is all that follows, so that every word with the head matches in which no character joins the one before.
        let isHeadAlone: Bool

        init(_ test: WordPatternTest, number: Int32) {
            self.number = number
            isHeadAlone = test.beginning != nil
            if let beginning = test.beginning {
                head = Array(beginning.utf8)
                return
            }
            let head = test.glyphs.prefix { if case .character = $0 { true } else { false } }
            self.head = head.flatMap { if case .character(let character) = $0 { Array(character.utf8) } else { [UInt8]() } }
        }
    }

    /// - Parameter count: how many patterns are expected.
    init(language: String?, expecting count: Int) {
        self.language = language
        plain = ByteStringNumbers(expecting: count)
        tests.reserveCapacity(count)
        numberOfPlain.reserveCapacity(count)
    }

    /// No byte of any text in UTF-8.
    private static let star: UInt8 = 0xFF

    /// The numbers of the words of a plain term; nil where its letters do not fold by themselves, as a Turkish I.
    mutating func numbers(ofPlain source: String) -> PatternWords? {
        var source = source
        return source.withUTF8 { bytes in
            if language != nil, bytes.contains(UInt8(ascii: "I")) { return nil }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
                Self.fold(bytes, into: folded)
                return numbers(ofWords: UnsafeBufferPointer(folded))
            }
        }
    }

    /// Folds letter by letter; blanks stay.
    private static func fold(_ plain: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>) {
        var place = 0
        while place < plain.count {
            let byte = plain[place]
            if byte < 0x80 {
                folded[place] = byte == UInt8(ascii: "*") ? star : byte | 0x20
                place += 1
            } else {
                let target = LetterFolding.foldings[Int(byte & 0x1F) << 6 | Int(plain[place + 1] & 0x3F)]
                folded[place] = UInt8(truncatingIfNeeded: target)
                folded[place + 1] = UInt8(target >> 8)
                place += 2
            }
        }
    }

    /// - Parameter folded: words with one blank between two of them.
    private mutating func numbers(ofWords folded: UnsafeBufferPointer<UInt8>) -> PatternWords {
        var numbers = PatternWords()
        var start = 0
        while start <= folded.count {
            let end = folded[start...].firstIndex(of: 0x20) ?? folded.count
            numbers.append(number(ofPlain: UnsafeBufferPointer(rebasing: folded[start..<end])))
            start = end + 1
        }
        return numbers
    }

    private mutating func number(ofPlain word: UnsafeBufferPointer<UInt8>) -> Int32 {
        let row = plain.number(of: word)
        if row == numberOfPlain.count {
            let isHead = word.last == Self.star
            numberOfPlain.append(Int32(tests.count))
            tests.append(
                WordPatternTest(folded: String(decoding: isHead ? word.dropLast() : word[...], as: UTF8.self), isHead: isHead))
            if isHead, let test = tests.last { file(test, under: numberOfPlain[row]) }
        }
        return numberOfPlain[row]
    }

    /// The number of `pattern`; patterns that match the same words by their folding share one.
    mutating func number(of pattern: WordPattern) -> Int32 {
        if let number = number(ofASCII: pattern) { return number }
        let test = WordPatternTest(pattern, language: language)
        if let (text, isHead) = test.folded, Self.isShort(text) {
            let word = Array(text.utf8) + (isHead ? [Self.star] : [])
            return word.withUnsafeBufferPointer { self.number(ofPlain: $0) }
        }
        if let known = numbers[test] { return known }
        let number = Int32(tests.count)
        numbers[test] = number
        tests.append(test)
        file(test, under: number)
        return number
    }

    /// The same where the pattern's letters fold one by one; nil for others.
    private mutating func number(ofASCII pattern: WordPattern) -> Int32? {
        guard !pattern.isExactCase, let plain = pattern.plain else { return nil }
        var text = plain.text
        return text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 && (language == nil || $0 != UInt8(ascii: "I")) }) else { return nil }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { folded in
                for place in bytes.indices { folded[place] = bytes[place] &- UInt8(ascii: "A") < 26 ? bytes[place] | 0x20 : bytes[place] }
                folded[bytes.count] = Self.star
                return number(ofPlain: UnsafeBufferPointer(rebasing: folded[..<(bytes.count + (plain.isHead ? 1 : 0))]))
            }
        }
    }

    private mutating func file(_ test: WordPatternTest, under number: Int32) {
        if test.isExactCase { exactBeginnings.insert(test) }
        switch (test.literal, test.isExactCase) {
        case (let word?, false): foldedLiterals[word] = number
        case (let word?, true): exactLiterals[word] = number
        case (nil, false):
            let wildcard = Wildcard(test, number: number)
            foldedWildcards[Self.start(of: wildcard.head, bytes: min(2, wildcard.head.count)), default: []].append(wildcard)
        case (nil, true): exactWildcards[test.firstCharacter, default: []].append(number)
        }
    }

    /// The numbers of all patterns that match a word of a text, ascending.
    ///
    /// - Complexity: O(bytes of the word) for each pattern with wildcards that shares its first two bytes, has one byte or starts with a wildcard.
    func numbers(matching word: ArraySlice<UInt8>) -> [Int32] {
        if let found = numbersTold(by: word) { return found }
        var found = matchingFolded(WordForm.folded(word, language: language))
        if !exactLiterals.isEmpty || !exactWildcards.isEmpty { found += matchingExact(WordForm.exact(word)) }
        return found.sorted()
    }

    /// The same where the word's bytes tell it: those of ASCII and of letters of two bytes, which fold letter by letter, their case not mattering.
    private func numbersTold(by word: ArraySlice<UInt8>) -> [Int32]? {
        guard exactLiterals.isEmpty && exactWildcards.isEmpty || isBeyondExactPatterns(word) else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * word.count) { folded in
            guard let count = word.withUnsafeBufferPointer({ fold($0, letterByLetter: folded) }) else { return nil }
            return matchingPlain(UnsafeBufferPointer(rebasing: folded[..<count]))
        }
    }

    /// Whether a word of ASCII begins as none that a pattern of exact case matches.
    private func isBeyondExactPatterns(_ word: ArraySlice<UInt8>) -> Bool {
        word.first.map { !exactBeginnings.mayMatch($0) } ?? false && word.allSatisfy { $0 < 0x80 }
    }

    /// Folds a word of a text; gives the bytes written, nil where a character is neither ASCII nor a letter of `LetterFolding`.
    ///
    /// - Parameter folded: room for twice the word's bytes.
    private func fold(_ word: UnsafeBufferPointer<UInt8>, letterByLetter folded: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        let isTurkic = language != nil
        var (place, count) = (0, 0)
        while place < word.count {
            let byte = word[place]
            let next = place + 1 < word.count ? word[place + 1] : 0
            switch (byte, next) {
            case (UInt8(ascii: "I"), _) where isTurkic:
                (folded[count], folded[count + 1]) = (0xC4, 0xB1)
                (place, count) = (place + 1, count + 2)
            case (0xC4, 0xB0) where isTurkic:
                folded[count] = UInt8(ascii: "i")
                (place, count) = (place + 2, count + 1)
            case (..<0x80, _):
                folded[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
                (place, count) = (place + 1, count + 1)
            case (0xC2..<0xE0, 0x80..<0xC0):
                let target = LetterFolding.foldings[Int(byte & 0x1F) << 6 | Int(next & 0x3F)]
                guard target != 0 else { return nil }
                (folded[count], folded[count + 1]) = (UInt8(truncatingIfNeeded: target), UInt8(target >> 8))
                (place, count) = (place + 2, count + 2)
            default: return nil
            }
        }
        return count
    }

    /// Ascending.
    private func matchingPlain(_ word: UnsafeBufferPointer<UInt8>) -> [Int32] {
        var found: [Int32] = []
        if let row = plain.known(word) { found.append(numberOfPlain[row]) }
        guard !foldedWildcards.isEmpty else { return found }
        for bytes in 0...min(2, word.count) {
            guard let wildcards = foldedWildcards[Self.start(of: word, bytes: bytes)] else { continue }
            for wildcard in wildcards where word.starts(with: wildcard.head) {
                // No letter of the word joins the one before, so that the head's bytes are its letters.
                if wildcard.isHeadAlone || tests[Int(wildcard.number)].matches(Array(String(decoding: word, as: UTF8.self))) {
                    found.append(wildcard.number)
                }
            }
        }
        if found.count > 1 { found.sort() }
        return found
    }

    private func matchingFolded(_ word: String) -> [Int32] {
        var found: [Int32] = []
        if let literal = literal(matching: word) { found.append(literal) }
        for bytes in 0...min(2, word.utf8.count) {
            if let wildcards = foldedWildcards[Self.start(of: word.utf8, bytes: bytes)] { append(wildcards, matching: word, to: &found) }
        }
        return found
    }

    /// Under what the patterns stand of which as many bytes are known, up to two, as a word begins with; there are as many.
    @inline(__always)
    private static func start(of word: some Collection<UInt8>, bytes: Int) -> Int {
        var start = bytes
        for byte in word.prefix(bytes) { start = start << 8 | Int(byte) }
        return start
    }

    /// Whether all characters are below U+0800.
    private static func isShort(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0xE0 } }

    private func literal(matching word: String) -> Int32? {
        guard Self.isShort(word) else { return foldedLiterals[word] }
        var word = word
        return word.withUTF8 { plain.known($0) }.map { numberOfPlain[$0] }
    }

    private func append(_ wildcards: [Wildcard], matching word: String, to found: inout [Int32]) {
        for wildcard in wildcards where word.utf8.starts(with: wildcard.head) {
            let isSurelyMatch = wildcard.isHeadAlone && word.utf8.allSatisfy { $0 < 0x80 }
            if isSurelyMatch || tests[Int(wildcard.number)].matches(Array(word)) { found.append(wildcard.number) }
        }
    }

    private func matchingExact(_ word: String) -> [Int32] {
        var found: [Int32] = []
        if let literal = exactLiterals[word] { found.append(literal) }
        let candidates = (exactWildcards[word.first] ?? []) + (exactWildcards[nil] ?? [])
        guard !candidates.isEmpty else { return found }
        let characters = Array(word)
        for number in candidates where tests[Int(number)].matches(characters) { found.append(number) }
        return found
    }
}

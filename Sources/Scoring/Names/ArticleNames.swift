import Words

/// The names in an article's prose: what tells one event from another when no headline says so.
///
/// A name is a run of capitalised words that does not begin its sentence, folded; of a run of several words the last stands for itself too, since
/// later mentions shorten it ("Ana Holt", "Holt"). Headlines are left out, where title case makes a name of every word.
struct ArticleNames {
    /// Names kept for an article: the most mentioned, then the first mentioned.
    static let mostNames = 32
    /// A longer run is a list or a heading.
    private static let longestRun = 4
    /// Bytes; a longer word is no name.
    private static let longestWord = 64

    /// Folded, in the order of their first mention; behind each its mentions.
    private var names: [(text: String, count: Int)] = []
    /// Where in `names` a name stands.
    private var places: [String: Int] = [:]
    /// The same by the numbers of its words as they are spelt, so that a name is folded once for each spelling; -1 fills up.
    private var placesOfSpelling: [SIMD4<Int32>: Int] = [:]

    /// - Parameter numbers: those of `words`, in one numbering for the whole article.
    mutating func add(words: [ByteSpan], numbers: [Int32], sentences: [ByteSpan], in bytes: [UInt8]) {
        var sentence = 0
        var run = 0..<0
        var atStart = true
        for (index, word) in words.enumerated() {
            while sentence < sentences.count, sentences[sentence].end <= word.start {
                sentence += 1
                atStart = true
            }
            let continues = !atStart && Self.isCapitalised(word, in: bytes)
            if !run.isEmpty, !continues || !isJoined(words[index - 1], word, in: bytes) {
                mention(words[run], numbers[run], in: bytes)
                run = 0..<0
            }
            if continues { run = (run.isEmpty ? index : run.lowerBound)..<index + 1 }
            atStart = false
        }
        mention(words[run], numbers[run], in: bytes)
    }

    /// In alphabetical order, so that equal texts have equal lists.
    var kept: [String] {
        names.indices.sorted { (-names[$0].count, $0) < (-names[$1].count, $1) }.prefix(Self.mostNames).map { names[$0].text }.sorted()
    }

    /// A run of capitalised words; nothing where it is empty or too long.
    private mutating func mention(_ words: ArraySlice<ByteSpan>, _ numbers: ArraySlice<Int32>, in bytes: [UInt8]) {
        guard let last = words.last, words.count <= Self.longestRun else { return }
        if words.count > 1 { mentionName(words, numbers, in: bytes) }
        if last.count > 1 { mentionName(words.suffix(1), numbers.suffix(1), in: bytes) }
    }

    private mutating func mentionName(_ words: ArraySlice<ByteSpan>, _ numbers: ArraySlice<Int32>, in bytes: [UInt8]) {
        var spelling = SIMD4<Int32>(repeating: -1)
        for (lane, number) in numbers.enumerated() { spelling[lane] = number }
        let place = placesOfSpelling[spelling] ?? place(of: words.map { CaseFolding.folded(bytes[$0.range]) }.joined(separator: " "))
        placesOfSpelling[spelling] = place
        names[place].count += 1
    }

    private mutating func place(of name: String) -> Int {
        if let known = places[name] { return known }
        places[name] = names.count
        names.append((name, 0))
        return names.count - 1
    }

    /// Whether nothing but a blank or a hyphen parts two words.
    private func isJoined(_ left: ByteSpan, _ right: ByteSpan, in bytes: [UInt8]) -> Bool {
        right.start - left.end == 1 && (bytes[left.end] == UInt8(ascii: " ") || bytes[left.end] == UInt8(ascii: "-"))
    }

    private static func isCapitalised(_ word: ByteSpan, in bytes: [UInt8]) -> Bool {
        guard word.count <= longestWord, word.count > 1 else { return false }
        let first = bytes[word.start]
        if first < 0x80 { return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") }
        let text = String(decoding: bytes[word.range], as: UTF8.self)
        return text.unicodeScalars.first?.properties.isUppercase ?? false
    }
}

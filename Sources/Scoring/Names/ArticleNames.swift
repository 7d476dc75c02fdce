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
    /// Folded, in the order of their first mention; behind each its mentions.
    private var names: [(text: String, count: Int)] = []
    /// Where in `names` a name stands.
    private var places: [String: Int] = [:]
    /// The same by the hashes of its words together, so that a name is folded once.
    private var placesOfHash = HashedNumbers()

    /// - Parameter hashes: those of `words`, folded.
    mutating func add(words: [ByteSpan], hashes: ArraySlice<UInt64>, sentences: [ByteSpan], in bytes: [UInt8]) {
        let text = HashedWords(words: words, hashes: hashes, bytes: bytes)
        var sentence = 0
        var run = 0..<0
        var atStart = true
        for index in words.indices {
            while sentence < sentences.count, sentences[sentence].end <= words[index].start {
                sentence += 1
                atStart = true
            }
            let continues = !atStart && text.isCapitalised(index)
            if !run.isEmpty, !continues || !text.isJoined(index) {
                mention(run, of: text)
                run = 0..<0
            }
            if continues { run = (run.isEmpty ? index : run.lowerBound)..<index + 1 }
            atStart = false
        }
        mention(run, of: text)
    }

    /// In alphabetical order, so that equal texts have equal lists.
    var kept: [String] {
        names.indices.sorted { (-names[$0].count, $0) < (-names[$1].count, $1) }.prefix(Self.mostNames).map { names[$0].text }.sorted()
    }

    /// A run of capitalised words; nothing where it is empty or too long.
    private mutating func mention(_ run: Range<Int>, of text: HashedWords) {
        guard !run.isEmpty, run.count <= Self.longestRun else { return }
        if run.count > 1 { mentionName(run, of: text) }
        let last = run.upperBound - 1
        if text.words[last].count > 1 { mentionName(last..<run.upperBound, of: text) }
    }

    private mutating func mentionName(_ run: Range<Int>, of text: HashedWords) {
        let hash = text.hash(run)
        if let known = placesOfHash[hash] {
            names[known].count += 1
            return
        }
        let place = place(of: text.folded(run))
        placesOfHash[hash] = place
        names[place].count += 1
    }

    private mutating func place(of name: String) -> Int {
        if let known = places[name] { return known }
        places[name] = names.count
        names.append((name, 0))
        return names.count - 1
    }
}

/// The words of one passage with the hashes of their folded forms.
private struct HashedWords {
    let words: [ByteSpan]
    let hashes: ArraySlice<UInt64>
    let bytes: [UInt8]

    /// Bytes; a longer word is no name.
    private static let longestWord = 64

    /// Words in another order, or more of them, have another.
    func hash(_ run: Range<Int>) -> UInt64 {
        run.reduce(0) { ($0 ^ $0 >> 31 ^ hashes[hashes.startIndex + $1]) &* 0x9E37_79B9_7F4A_7C15 }
    }

    func folded(_ run: Range<Int>) -> String { run.map { CaseFolding.folded(bytes[words[$0].range]) }.joined(separator: " ") }

    /// Whether nothing but a blank or a hyphen parts a word from the one before.
    @inline(__always) func isJoined(_ word: Int) -> Bool {
        let end = words[word - 1].end
        return words[word].start - end == 1 && (bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "-"))
    }

    @inline(__always) func isCapitalised(_ index: Int) -> Bool {
        let word = words[index]
        let first = bytes[word.start]
        if first < 0x80 { return first &- UInt8(ascii: "A") < 26 && word.count <= Self.longestWord && word.count > 1 }
        return word.count <= Self.longestWord && beginsUpper(word)
    }

    private func beginsUpper(_ word: ByteSpan) -> Bool {
        let text = String(decoding: bytes[word.range], as: UTF8.self)
        return text.unicodeScalars.first?.properties.isUppercase ?? false
    }
}

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
    private struct Name {
        /// In `letters`.
        let text: Range<Int>
        var count = 0
    }

    /// In the order of their first mention.
    private var names: [Name] = []
    /// The names' folded bytes, one behind the other: few of them are ever wanted as a string.
    private var letters: [UInt8] = []
    /// Where in `names` a name stands, by the hashes of its words together, so that it is folded once.
    private var places = HashedNumbers()

    /// Forgets all, but keeps the memory for the next article.
    mutating func removeAll() {
        names.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        places.removeAll()
    }

    /// - Parameter hashes: those of `words`, folded.
    mutating func add(words: [ByteSpan], hashes: ArraySlice<UInt64>, sentences: [ByteSpan], in bytes: [UInt8]) {
        let text = HashedWords(words: words, hashes: hashes, bytes: bytes)
        var sentence = 0
        var run = 0..<0
        for index in words.indices {
            let isCapitalised = text.isCapitalised(index)
            if run.isEmpty, !isCapitalised { continue }
            let continues = isCapitalised && !text.beginsSentence(index, sentences, from: &sentence)
            if !run.isEmpty, !continues || !text.isJoined(index) {
                mention(run, of: text)
                run = 0..<0
            }
            if continues { run = (run.isEmpty ? index : run.lowerBound)..<index + 1 }
        }
        mention(run, of: text)
    }

    /// In alphabetical order, so that equal texts have equal lists.
    var kept: [String] {
        let heads = mostMentioned.map { (head: head(of: names[$0]), text: names[$0].text) }
        // Folded text is composed (NFC), in which bytes are in the order of strings.
        let sorted = heads.sorted { $0.head != $1.head ? $0.head < $1.head : letters[$0.text].lexicographicallyPrecedes(letters[$1.text]) }
        return sorted.map { String(decoding: letters[$0.text], as: UTF8.self) }
    }

    /// The first eight bytes, the first of them highest.
    private func head(of name: Name) -> UInt64 {
        let bytes = letters[name.text].prefix(8)
        return bytes.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - bytes.count))
    }

    private var mostMentioned: [Int] {
        guard names.count > Self.mostNames else { return Array(names.indices) }
        // As one number each, mentions above the place, both such that the least is wanted.
        let keys = names.indices.map { (Int(Int32.max) - names[$0].count) << 32 | $0 }
        return keys.sorted().prefix(Self.mostNames).map { $0 & 0xFFFF_FFFF }
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
        let place = places[hash] ?? names.count
        if place == names.count {
            places[hash] = place
            let start = letters.count
            text.appendFolded(run, to: &letters)
            names.append(Name(text: start..<letters.count))
        }
        names[place].count += 1
    }
}

/// The words of one passage with the hashes of their folded forms.
private struct HashedWords {
    let words: [ByteSpan]
    let hashes: ArraySlice<UInt64>
    let bytes: [UInt8]

    /// Bytes; a longer word is no name.
    private static let longestWord = 64

    /// Words in another order, or more of them, have another. The lowest bits, which tell whether a word has bytes beyond ASCII, are left out: a curly
    /// apostrophe folds to a straight one.
    func hash(_ run: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0
        for word in run { hash = (hash ^ hash >> 31 ^ (hashes[hashes.startIndex + word] | 1)) &* 0x9E37_79B9_7F4A_7C15 }
        return hash
    }

    /// Words joined by a blank.
    func appendFolded(_ run: Range<Int>, to letters: inout [UInt8]) {
        for word in run {
            if word > run.lowerBound { letters.append(UInt8(ascii: " ")) }
            let start = letters.count
            var beyondASCII: UInt8 = 0
            for offset in words[word].range {
                let byte = bytes[offset]
                letters.append(byte &- 65 < 26 ? byte | 0x20 : byte)
                beyondASCII |= byte
            }
            guard beyondASCII >= 0x80 else { continue }
            letters.removeSubrange(start...)
            letters += CaseFolding.folded(bytes[words[word].range]).utf8
        }
    }

    /// Whether a sentence ends between the word before and this one, or there is none before.
    ///
    /// - Parameter sentence: the first that may end behind this word; asked for words that ascend.
    func beginsSentence(_ word: Int, _ sentences: [ByteSpan], from sentence: inout Int) -> Bool {
        while sentence < sentences.count, sentences[sentence].end <= words[word].start { sentence += 1 }
        guard word > 0 else { return true }
        return sentence > 0 && sentences[sentence - 1].end > words[word - 1].start
    }

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

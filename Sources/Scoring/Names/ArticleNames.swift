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

    private var mentions: [String: (count: Int, first: Int)] = [:]

    mutating func add(words: [ByteSpan], sentences: [ByteSpan], in bytes: [UInt8]) {
        var sentence = 0
        var run: [ByteSpan] = []
        var atStart = true
        for word in words {
            while sentence < sentences.count, sentences[sentence].end <= word.start {
                sentence += 1
                atStart = true
            }
            if let last = run.last, atStart || !isJoined(last, word, in: bytes) { finish(&run, in: bytes) }
            if Self.isCapitalised(word, in: bytes), !atStart { run.append(word) } else { finish(&run, in: bytes) }
            atStart = false
        }
        finish(&run, in: bytes)
    }

    /// In alphabetical order, so that equal texts have equal lists.
    var kept: [String] {
        mentions.sorted { (-$0.value.count, $0.value.first, $0.key) < (-$1.value.count, $1.value.first, $1.key) }
            .prefix(Self.mostNames).map(\.key).sorted()
    }

    private mutating func finish(_ run: inout [ByteSpan], in bytes: [UInt8]) {
        defer { run.removeAll(keepingCapacity: true) }
        guard let last = run.last, run.count <= Self.longestRun else { return }
        let words = run.map { CaseFolding.folded(bytes[$0.range]) }
        if words.count > 1 { mention(words.joined(separator: " ")) }
        if last.count > 1, let name = words.last { mention(name) }
    }

    private mutating func mention(_ name: String) {
        mentions[name] = mentions[name].map { ($0.count + 1, $0.first) } ?? (1, mentions.count)
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

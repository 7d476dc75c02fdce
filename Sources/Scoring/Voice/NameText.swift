import Words

/// The text of names, as they are shown and as they compare.
enum NameText {
    /// The word without its possessive ending.
    static func text(of item: VoiceToken, _ bytes: [UInt8]) -> String {
        String(decoding: bytes[item.start..<stemEnd(of: item, bytes)], as: UTF8.self)
    }

    /// Several words, as they are printed.
    static func text(of items: some Sequence<VoiceToken>, _ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for item in items {
            if !text.isEmpty { text.append(0x20) }
            text += bytes[item.start..<stemEnd(of: item, bytes)]
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func stemEnd(of item: VoiceToken, _ bytes: [UInt8]) -> Int {
        guard item.flags.contains(.possessive), item.end - item.start > 2 else { return item.end }
        return bytes[item.end - 2] == 0x27 ? item.end - 2 : max(item.start + 1, item.end - 4)
    }

    static func folded(_ text: String) -> String { CaseFolding.folded(Array(text.utf8)) }

    /// A number by which words compare without regard to case: FNV-1a over the folded word.
    static func hash(of item: VoiceToken, _ bytes: [UInt8]) -> UInt64 {
        var hash = offsetBasis
        let end = stemEnd(of: item, bytes)
        var place = item.start
        while place < end {
            let byte = bytes[place]
            guard byte < 0x80 else { return self.hash(ofFolded: folded(text(of: item, bytes))) }
            hash = (hash ^ UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)) &* prime
            place += 1
        }
        return hash
    }

    static func hash(ofFolded word: String) -> UInt64 {
        word.utf8.reduce(offsetBasis) { ($0 ^ UInt64($1)) &* prime }
    }

    /// One number for the hashes of several words.
    static func joined(_ hashes: some Sequence<UInt64>) -> UInt64 {
        hashes.reduce(offsetBasis) { ($0 ^ $1) &* prime }
    }

    /// One number for the hashes of several words in any order, "of" and articles left out: "Defence Ministry of Azerbaijan" is
    /// "Azerbaijan's Ministry of Defense".
    static func unordered(_ hashes: some Sequence<UInt64>) -> UInt64 {
        hashes.reduce(0) { sum, hash in linkWords.contains(hash) ? sum : sum &+ (spellings[hash] ?? hash) }
    }

    /// `unordered` of a name's words in one walk over its bytes, possessive endings left out.
    ///
    /// Nil where a byte is beyond ASCII, so that folding takes more than a bit.
    static func unorderedHashes(ofASCII name: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var words: [UInt64] = []
        var word = offsetBasis
        var isInside = false
        var place = 0
        while place < name.count {
            let byte = name[place]
            guard byte < 0x80 else { return nil }
            if byte == 0x20 || byte &- 9 < 5 {
                if isInside { words.append(word) }
                word = offsetBasis
                isInside = false
            } else if byte == 0x27, isInside, isPossessive(name[place...]) {
                place += name.count > place + 1 && name[place + 1] | 0x20 == 0x73 ? 1 : 0
            } else {
                word = (word ^ UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)) &* prime
                isInside = true
            }
            place += 1
        }
        if isInside { words.append(word) }
        return unordered(words)
    }

    /// Whether an apostrophe, alone or with an s, ends its word.
    private static func isPossessive(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = rest.dropFirst()
        if let next = rest.first, next | 0x20 == 0x73 { rest = rest.dropFirst() }
        return rest.first.map { $0 == 0x20 } ?? true
    }

    private static let linkWords = Set(["the", "a", "an", "of"].map(hash(ofFolded:)))

    /// British spellings of words in the names of offices, with the American ones that they count as.
    private static let spellings: [UInt64: UInt64] = Dictionary(
        uniqueKeysWithValues: [("defence", "defense"), ("centre", "center"), ("organisation", "organization"), ("labour", "labor")].map {
            (hash(ofFolded: $0), hash(ofFolded: $1))
        })

    private static let offsetBasis: UInt64 = 14_695_981_039_346_656_037
    private static let prime: UInt64 = 1_099_511_628_211
}

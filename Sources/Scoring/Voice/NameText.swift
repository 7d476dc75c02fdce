import Words

/// The text of names, as they are shown and as they compare.
enum NameText {
    /// The word without its possessive ending.
    static func text(of item: VoiceToken, _ bytes: [UInt8]) -> String {
        String(decoding: bytes[item.start..<stemEnd(of: item, bytes)], as: UTF8.self)
    }

    /// Several words, as they are printed.
    static func text(of items: some Sequence<VoiceToken>, _ bytes: [UInt8]) -> String {
        items.map { text(of: $0, bytes) }.joined(separator: " ")
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

    /// The joined hash of a name's words in one walk over its bytes, one of `articles` at its front left out where more follows.
    ///
    /// Nil where a byte is beyond ASCII, so that folding takes more than a bit.
    static func joinedHashes(ofASCII name: UnsafeBufferPointer<UInt8>, leaving articles: Set<UInt64>) -> UInt64? {
        var joined = offsetBasis
        var word = offsetBasis
        var article: UInt64?
        var count = 0
        var isInside = false
        func end() {
            if count == 0, articles.contains(word) { article = word } else { joined = (joined ^ word) &* prime }
            count += 1
            word = offsetBasis
            isInside = false
        }
        for byte in name {
            guard byte < 0x80 else { return nil }
            if byte == 0x20 || byte &- 9 < 5 {
                if isInside { end() }
            } else {
                word = (word ^ UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)) &* prime
                isInside = true
            }
        }
        if isInside { end() }
        if count == 1, let article { return (offsetBasis ^ article) &* prime }
        return joined
    }

    private static let offsetBasis: UInt64 = 14_695_981_039_346_656_037
    private static let prime: UInt64 = 1_099_511_628_211
}

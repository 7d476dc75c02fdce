import Words

/// The text of names, as they are shown and as they compare.
enum NameText {
    /// The words as they are printed, without possessive endings.
    static func text(of items: some Sequence<VoiceToken>, _ bytes: TextBytes) -> String {
        if let printed = stretch(of: items, bytes) { return bytes.string(printed) }
        var text: [UInt8] = []
        for item in items {
            if !text.isEmpty { text.append(0x20) }
            text += bytes[item.start..<stemEnd(of: item, bytes)]
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Where the words stand, if one blank and nothing else is between them; nil for others.
    private static func stretch(of items: some Sequence<VoiceToken>, _ bytes: TextBytes) -> Range<Int>? {
        var stretch: Range<Int>?
        for item in items {
            let end = stemEnd(of: item, bytes)
            guard let before = stretch else {
                stretch = item.start..<end
                continue
            }
            guard item.start == before.upperBound + 1, bytes[before.upperBound] == 0x20 else { return nil }
            stretch = before.lowerBound..<end
        }
        return stretch
    }

    /// Where a possessive's ending begins; of other words the end.
    @inline(__always)
    static func stemEnd(of item: VoiceToken, _ bytes: TextBytes) -> Int {
        item.flags.contains(.possessive) ? possessiveStemEnd(of: item, bytes) : item.end
    }

    private static func possessiveStemEnd(of item: VoiceToken, _ bytes: TextBytes) -> Int {
        guard item.end - item.start > 2 else { return item.end }
        return bytes[item.end - 2] == 0x27 ? item.end - 2 : max(item.start + 1, item.end - 4)
    }

    static func folded(_ text: String) -> String { CaseFolding.folded(Array(text.utf8)[...]) }

    /// A number by which words compare without regard to case.
    ///
    /// Eight bytes are taken in at a time; a word with characters beyond ASCII is folded first.
    @inline(__always)
    static func hash(of item: VoiceToken, _ bytes: TextBytes) -> UInt64 {
        hash(of: item.start..<stemEnd(of: item, bytes), bytes)
    }

    /// "al-Sadr", "El-Amin": a name with the Arabic article.
    @inline(__always)
    static func bearsArticle(_ item: VoiceToken, _ bytes: TextBytes) -> Bool {
        guard item.byteCount > 4, bytes[item.start + 2] == 0x2D, bytes[item.start + 3] &- 65 < 26 else { return false }
        let (first, second) = (bytes[item.start] | 0x20, bytes[item.start + 1])
        return (first == 0x61 || first == 0x65 || first == 0x75) && (second == 0x6C || second == 0x73 || second == 0x64 || second == 0x72)
    }

    /// The hash of a word of a name, the Arabic article left out: "al-Sadr" is "Sadr".
    @inline(__always)
    static func nameHash(of item: VoiceToken, _ bytes: TextBytes) -> UInt64 {
        hash(of: (bearsArticle(item, bytes) ? item.start + 3 : item.start)..<stemEnd(of: item, bytes), bytes)
    }

    /// Most names have at most eight letters, and text behind them.
    @inline(__always)
    private static func hash(of word: Range<Int>, _ bytes: TextBytes) -> UInt64 {
        if let eight = bytes.shortWord(at: word), eight & tops == 0 { return mixed(seed, foldedASCII(eight)) }
        return longHash(of: word, bytes)
    }

    @inline(never)
    private static func longHash(of word: Range<Int>, _ bytes: TextBytes) -> UInt64 {
        var hash = seed
        var place = word.lowerBound
        while place < word.upperBound {
            let eight = bytes.word(at: place, count: word.upperBound - place)
            guard eight & tops == 0 else { return self.hash(ofFolded: folded(bytes.string(word))) }
            hash = mixed(hash, foldedASCII(eight))
            place += 8
        }
        return hash
    }

    /// A number by which stretches of text compare byte by byte.
    static func exactHash(of range: Range<Int>, _ bytes: TextBytes) -> UInt64 {
        var hash = seed
        for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
            hash = mixed(hash, bytes.word(at: place, count: range.upperBound - place))
        }
        return hash
    }

    static func hash(ofFolded word: String) -> UInt64 {
        var hash = seed
        var eight: UInt64 = 0
        var count: UInt64 = 0
        for byte in word.utf8 {
            eight |= UInt64(byte) << (8 * count)
            count += 1
            if count == 8 {
                hash = mixed(hash, eight)
                (eight, count) = (0, 0)
            }
        }
        return count > 0 ? mixed(hash, eight) : hash
    }

    /// The mixing step of wyhash (Wang Yi 2019): a product of 128 bits, folded.
    @inline(__always)
    static func mixed(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
        let product = (hash ^ bytes).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low ^ bytes
    }

    /// Eight bytes of ASCII in lower case: the top bit of each sum tells whether a byte reaches A or passes Z.
    @inline(__always)
    private static func foldedASCII(_ bytes: UInt64) -> UInt64 {
        let isCapital = (bytes &+ ones &* (0x80 - 0x41)) & ~(bytes &+ ones &* (0x80 - 0x5B)) & tops
        return bytes | isCapital >> 2
    }

    /// One number for the hashes of several words.
    static func joined(_ hashes: some Sequence<UInt64>) -> UInt64 {
        hashes.reduce(seed) { mixed($0, $1) }
    }

    /// What a word adds to the number of a name.
    static func weight(of hash: UInt64) -> UInt64 {
        guard mayBeWeighed(hash) else { return hash }
        return switch weights[hash] {
        case nil: hash
        case linkWord: 0
        case let spelling?: americanSpellings[spelling]
        }
    }

    /// One number for the words of a name in any order, possessive endings, "of" and articles left out: "Defence Ministry of Azerbaijan" is "Azerbaijan's
    /// Ministry of Defense". It is the sum of what each word adds.
    static func unorderedHash(of name: Range<Int>, _ bytes: TextBytes) -> UInt64 {
        var sum: UInt64 = 0
        forEachWeight(of: name, bytes) { sum &+= $0 }
        return sum
    }

    /// What each word of a name adds to that.
    static func unorderedWeights(of name: Range<Int>, _ bytes: TextBytes) -> [UInt64] {
        var weights: [UInt64] = []
        forEachWeight(of: name, bytes) { weights.append($0) }
        return weights
    }

    private static func forEachWeight(of name: Range<Int>, _ bytes: TextBytes, _ body: (UInt64) -> Void) {
        guard bytes[name].allSatisfy({ $0 < 0x80 }) else { return forEachWeightBeyondASCII(bytes.string(name), body) }
        var start = name.lowerBound
        for place in name.lowerBound...name.upperBound where place == name.upperBound || ByteClass.of(bytes[place]) == .blank {
            if start < place { body(weight(of: hash(of: start..<stemEnd(of: start..<place, bytes), bytes))) }
            start = place + 1
        }
    }

    /// Where the 's or the apostrophe of a possessive of ASCII begins.
    private static func stemEnd(of word: Range<Int>, _ bytes: TextBytes) -> Int {
        let end = word.upperBound
        if word.count > 2, bytes[end - 2] == 0x27, bytes[end - 1] | 0x20 == 0x73 { return end - 2 }
        return word.count > 1 && bytes[end - 1] == 0x27 ? end - 1 : end
    }

    private static func forEachWeightBeyondASCII(_ name: String, _ body: (UInt64) -> Void) {
        for word in name.split(whereSeparator: \.isWhitespace) {
            let ending = ["'s", "\u{2019}s"].first { word.hasSuffix($0) }
            body(weight(of: hash(ofFolded: folded(String(word.dropLast(ending?.count ?? 0))))))
        }
    }

    /// Words whose hashes are not what they add: link words, and British spellings by their places in `americanSpellings`.
    private static let weights: HashedNumbers = {
        var weights = HashedNumbers()
        for word in ["the", "a", "an", "of"] { weights[hash(ofFolded: word)] = linkWord }
        for (place, spelling) in spellings.enumerated() { weights[hash(ofFolded: spelling.british)] = place }
        return weights
    }()

    /// Whether the word has a weight of its own: 64 bits by the hashes of those that do.
    @inline(__always)
    private static func mayBeWeighed(_ hash: UInt64) -> Bool { weighedBits &>> hash & 1 != 0 }

    private static let weighedBits: UInt64 = weighedHashes.reduce(0) { $0 | 1 &<< $1 }

    /// The hashes of words that have a weight of their own.
    static var weighedHashes: [UInt64] { (["the", "a", "an", "of"] + spellings.map(\.british)).map { hash(ofFolded: $0) } }

    private static let linkWord = spellings.count
    private static let americanSpellings = spellings.map { hash(ofFolded: $0.american) }

    /// Words in the names of offices.
    private static let spellings: [(british: String, american: String)] = [
        ("defence", "defense"), ("centre", "center"), ("organisation", "organization"), ("labour", "labor"),
    ]

    static let seed: UInt64 = 0xA076_1D64_78BD_642F
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080
}

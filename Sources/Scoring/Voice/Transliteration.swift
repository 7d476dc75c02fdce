import Words

/// One key for the ways of writing a Cyrillic, Armenian, Azerbaijani or Arabic name in English: Hajiyev, Khadzhiyev, Hadjiyev.
///
/// Source: the correspondences between BGN/PCGN 1947, ISO 9, ALA-LC and agency spelling of the same Cyrillic letters (х, дж, ж, ч, ш,
/// щ, ц, ы, й, ё), and the letters of the Azerbaijani and Turkish alphabets beyond English ones.
enum Transliteration {
    /// A number that is equal for spellings of one name; letters that double count once.
    static func key(of word: VoiceToken, _ bytes: TextBytes) -> UInt64 {
        var hash: UInt64 = 14_695_981_039_346_656_037
        forEachLetter(of: word, bytes) { letter in
            hash = (hash ^ UInt64(letter)) &* 1_099_511_628_211
            return true
        }
        return hash
    }

    /// A number below `openings` for the first two letters of the key: equal where keys are.
    static func opening(of word: VoiceToken, _ bytes: TextBytes) -> Int {
        var (opening, count) = (0, 0)
        forEachLetter(of: word, bytes) { letter in
            opening = opening << 5 | Int(letter & 0x1F)
            count += 1
            return count < 2
        }
        return opening
    }

    static let openings = 1 << 10

    /// Calls `body` with the letters of the key until it says that this is enough.
    @inline(__always)
    private static func forEachLetter(of word: VoiceToken, _ bytes: TextBytes, _ body: (UInt8) -> Bool) {
        let end = NameText.stemEnd(of: word, bytes)
        var last: UInt8 = 0
        var place = word.start
        let beginnings = digraphBeginnings
        while place < end {
            let mayBeDigraph =
                place + 1 < end && beginnings[Int(bytes[place] & 0x1F)] >> UInt32(bytes[place + 1] & 0x1F) & 1 != 0
            let (letter, count) = letter(in: bytes, at: place, end: end, mayBeDigraph: mayBeDigraph)
            if letter != last, !body(letter) { return }
            last = letter
            place += count
        }
    }

    /// The letter that the sound at `place` is written with in the key, and how many bytes spell it.
    @inline(__always)
    private static func letter(in bytes: TextBytes, at place: Int, end: Int, mayBeDigraph: Bool) -> (UInt8, Int) {
        if bytes[place] >= 0x80 { return letterBeyondASCII(in: bytes, at: place, end: end) }
        if mayBeDigraph {
            for (spelling, letter) in digraphs where matches(spelling, bytes, place, end) { return (letter, spelling.utf8CodeUnitCount) }
        }
        switch bytes[place] | 0x20 {
        case 0x71: return (0x6B, 1)  // q, k
        case 0x77: return (0x76, 1)  // w, v
        case 0x79: return (0x69, 1)  // y, i
        case let letter: return (letter, 1)
        }
    }

    private static func matches(_ spelling: StaticString, _ bytes: TextBytes, _ place: Int, _ end: Int) -> Bool {
        guard place + spelling.utf8CodeUnitCount <= end else { return false }
        return spelling.withUTF8Buffer { letters in
            for index in 0..<letters.count where bytes[place + index] | 0x20 != letters[index] { return false }
            return true
        }
    }

    private static func letterBeyondASCII(in bytes: TextBytes, at place: Int, end: Int) -> (UInt8, Int) {
        let scalar = DecodedScalar(in: bytes, at: place, end: end)
        let letter: Character =
            switch scalar.codePoint {
            case 0x18F, 0x259, 0xC0...0xC5, 0xE0...0xE5: "a"
            case 0x15E, 0x15F, 0x160, 0x161: "s"
            case 0xC7, 0xE7, 0x106...0x10D: "c"
            case 0x11E, 0x11F: "g"
            case 0x130, 0x131, 0xCC...0xCF, 0xEC...0xEF: "i"
            case 0xD2...0xD6, 0xF2...0xF6: "o"
            case 0xD9...0xDC, 0xF9...0xFC: "u"
            case 0xC8...0xCB, 0xE8...0xEB: "e"
            case 0x17D, 0x17E: "j"
            default: "?"
            }
        return (letter == "?" ? UInt8(truncatingIfNeeded: scalar.codePoint) : letter.asciiValue ?? 0, scalar.byteCount)
    }

    private static let digraphs: [(StaticString, UInt8)] = [
        ("shch", 0x73), ("sch", 0x73), ("dzh", 0x6A), ("kh", 0x68), ("gh", 0x67), ("dj", 0x6A), ("zh", 0x6A), ("ch", 0x63), ("sh", 0x73),
        ("ts", 0x63),
        ("tz", 0x63), ("ph", 0x66), ("ck", 0x6B), ("ks", 0x78), ("ff", 0x76), ("ou", 0x75), ("oo", 0x75), ("ee", 0x69),
    ]

    /// For each first letter of a digraph, by its last five bits, a bit for each second letter.
    private static let digraphBeginnings = digraphs.reduce(into: [UInt32](repeating: 0, count: 32)) { seconds, digraph in
        seconds[Int(digraph.0.utf8Start[0] & 0x1F)] |= 1 << UInt32(digraph.0.utf8Start[1] & 0x1F)
    }
}

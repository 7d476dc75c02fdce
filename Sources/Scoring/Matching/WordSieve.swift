import Words

/// Tells most of the words of ASCII that mean nothing to a lexicon from the rest, by tables that stay in the first cache.
///
/// Whole words are told by their hash, those with a wildcard behind some letters by their first bytes, up to four. A Bloom filter of one hash: what is let
/// through by chance is looked up.
struct WordSieve: ~Copyable, @unchecked Sendable {
    private let bits: FlatBuffer<UInt64>
    /// For beginnings of one byte, two and so on: which bytes of a word's head to look at; 0 where no pattern has such a beginning.
    private var masks = SIMD4<UInt32>.zero
    /// Whether it lets all words through: those with letters that fold by their language, or with a wildcard in front.
    private var isOpen = false

    private static let bitCount = 1 << 16

    init(_ lexicon: CompiledLexicon) {
        bits = FlatBuffer(room: Self.bitCount / 64)
        bits.base.initialize(repeating: 0, count: bits.room)
        isOpen = lexicon.isTurkic
        for (number, form) in lexicon.forms.all.enumerated() where !isOpen {
            if !form.isPrefix {
                lexicon.forms.forEachSpelling(of: Int32(number)) { insert($0.hash) }
            } else if form.isEmpty {
                isOpen = true
            } else {
                let length = min(form.letters.count, masks.scalarCount)
                masks[length - 1] = .max >> UInt32(32 - 8 * length)
                insert(Self.key(form.head, masks[length - 1]))
            }
        }
    }

    private func insert(_ hash: UInt64) {
        let place = Self.place(hash)
        bits.base[place >> 6] |= 1 << UInt64(place & 63)
    }

    @inline(__always) private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 48) }

    @inline(__always) private static func key(_ head: UInt64, _ mask: UInt32) -> UInt64 {
        (head & UInt64(mask) | UInt64(mask) << 32) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always) private func holds(_ hash: UInt64) -> Bool {
        let place = Self.place(hash)
        return bits.base[place >> 6] >> UInt64(place & 63) & 1 == 1
    }

    /// Whether a word may match some word pattern.
    ///
    /// - Parameters: as `TextWords` computes them; the lowest bit of the hash is 1 or all of it 0 where the word is not of ASCII.
    @inline(__always)
    func mayHold(hash: UInt64, head: UInt64) -> Bool {
        if isOpen || hash == 0 || hash & 1 == 1 || holds(hash) { return true }
        for length in 0..<4 where masks[length] != 0 && holds(Self.key(head, masks[length])) { return true }
        return false
    }
}

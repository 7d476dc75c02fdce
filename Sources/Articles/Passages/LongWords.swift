/// The words of four letters and more in a text, by their first six: "Armenian" and "Armenians" are one.
struct LongWords {
    /// Ascending, each once: up to six letters of ASCII as they are, of others the hash of their bytes.
    private let heads: [UInt64]

    private static let headLength = 6
    private static let leastLength = 4

    /// - Complexity: O(n log n) in the bytes of `text`.
    init(_ text: FoldedText) {
        var heads: [UInt64] = []
        var (length, letters, hash) = (0, UInt64(0), FNVHash.start)
        func close() {
            // Hashes have their top bit set, which six letters of ASCII have not.
            if length >= Self.leastLength { heads.append(letters == .max ? hash | 1 << 63 : letters) }
            (length, letters, hash) = (0, 0, FNVHash.start)
        }
        var place = 0
        while place < text.bytes.count {
            let byte = text.bytes[place]
            // Folded text has no capitals.
            if byte &- UInt8(ascii: "a") < 26 {
                place += 1
                length += 1
                guard length <= Self.headLength else { continue }
                hash = FNVHash.adding(hash, byte)
                if letters != .max { letters = letters << 8 | UInt64(byte) }
                continue
            }
            let character = FoldedCharacters.character(in: text.bytes[...], at: place)
            place = character.end
            guard character.isLetter else {
                close()
                continue
            }
            length += 1
            guard length <= Self.headLength else { continue }
            for byte in text.bytes[character.start..<character.end] { hash = FNVHash.adding(hash, byte) }
            letters = character.value < 0x80 && letters != .max ? letters << 8 | UInt64(character.value) : .max
        }
        close()
        heads.sort()
        var kept = 0
        for place in heads.indices where place == 0 || heads[place] != heads[kept - 1] {
            heads[kept] = heads[place]
            kept += 1
        }
        heads.removeLast(heads.count - kept)
        self.heads = heads
    }

    var count: Int { heads.count }

    func sharedCount(with other: LongWords) -> Int {
        var (here, there, shared) = (0, 0, 0)
        while here < heads.count, there < other.heads.count {
            let (left, right) = (heads[here], other.heads[there])
            if left == right { shared += 1 }
            if left <= right { here += 1 }
            if right <= left { there += 1 }
        }
        return shared
    }
}

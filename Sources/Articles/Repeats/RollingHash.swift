/// Hashes of all stretches of one length, each from the one before by cyclic polynomials (Cohen 1997, Recursive hashing functions for n-grams, TOIS):
/// turns and exclusive ors, so that no product waits for the hash before.
enum RollingHash {
    /// Puts the hash of each stretch, by the index of its first word, where `hashes` begins.
    @unsafe
    static func write(of words: Span<UInt32>, length: Int, to hashes: UnsafeMutablePointer<UInt64>) {
        forEach(of: words, length: length) { place, hash in unsafe hashes[place] = hash }
    }

    static func hashes(of words: [UInt32], length: Int) -> [UInt64] {
        unsafe [UInt64](unsafeUninitializedCapacity: max(0, words.count - length + 1)) { hashes, count in
            if let first = hashes.baseAddress { unsafe write(of: words.span, length: length, to: first) }
            count = hashes.count
        }
    }

    /// Hands over each stretch's first word's index and its hash, in order.
    ///
    /// - Parameter length: below 64, so that no two words of a stretch are turned alike.
    @inline(__always)
    static func forEach(of words: Span<UInt32>, length: Int, _ body: (Int, UInt64) -> Void) {
        guard words.count >= length else { return }
        var hash: UInt64 = 0
        for place in 0..<length { hash = turned(hash, 1) ^ mixed(words[place]) }
        body(0, hash)
        let turns = UInt64(length)
        for end in length..<words.count {
            hash = turned(hash, 1) ^ (mixed(words[end]) ^ turned(mixed(words[end &- length]), turns))
            body(end &- length &+ 1, hash)
        }
    }

    @inline(__always)
    private static func turned(_ value: UInt64, _ bits: UInt64) -> UInt64 { value &<< bits | value &>> (64 &- bits) }

    /// Spreads a word's 24 bits over 64.
    @inline(__always)
    private static func mixed(_ word: UInt32) -> UInt64 {
        var value = UInt64(word) &+ 0x9E37_79B9
        value = (value ^ (value >> 15)) &* 0xBF58_476D_1CE4_E5B9
        return value ^ (value >> 31)
    }
}

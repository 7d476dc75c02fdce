/// Hashes of all stretches of one length, each from the one before (Karp and Rabin 1987), modulo 2^64.
enum RollingHash {
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    static func hashes(of words: [UInt32], length: Int) -> [UInt64] {
        unsafe [UInt64](unsafeUninitializedCapacity: max(0, words.count - length + 1)) { hashes, count in
            forEach(of: words.span, length: length) { place, hash in unsafe hashes.initializeElement(at: place, to: hash) }
            count = hashes.count
        }
    }

    /// Of all `words` as one stretch.
    static func hash(of words: Span<UInt32>) -> UInt64 {
        var hash: UInt64 = 0
        for place in words.indices { hash = hash &* base &+ mixed(words[place]) }
        return hash
    }

    /// Hands over each stretch's first word's index and its hash, in order.
    @inline(__always)
    static func forEach(of words: Span<UInt32>, length: Int, _ body: (Int, UInt64) -> Void) {
        guard words.count >= length else { return }
        let power = (0..<length).reduce(UInt64(1)) { power, _ in power &* base }
        var hash = hash(of: words.extracting(first: length))
        body(0, hash)
        for end in length..<words.count {
            // What goes and what comes is summed first, so that one product alone waits for the hash before.
            hash = hash &* base &+ (mixed(words[end]) &- mixed(words[end - length]) &* power)
            body(end - length + 1, hash)
        }
    }

    /// Spreads a word's 24 bits over 64.
    @inline(__always)
    private static func mixed(_ word: UInt32) -> UInt64 {
        var value = UInt64(word) &+ 0x9E37_79B9
        value = (value ^ (value >> 15)) &* 0xBF58_476D_1CE4_E5B9
        return value ^ (value >> 31)
    }
}

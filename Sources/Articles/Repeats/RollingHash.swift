/// Hashes of all stretches of one length, each from the one before (Karp and Rabin 1987), modulo 2^64.
enum RollingHash {
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    static func hashes(of words: [UInt32], length: Int) -> [UInt64] {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(max(0, words.count - length + 1))
        forEach(of: words, length: length) { _, hash in hashes.append(hash) }
        return hashes
    }

    /// Hands over each stretch's first word's index and its hash, in order.
    @inline(__always)
    static func forEach(of words: [UInt32], length: Int, _ body: (Int, UInt64) -> Void) {
        guard words.count >= length else { return }
        let topPower = (0..<length - 1).reduce(UInt64(1)) { power, _ in power &* base }
        var hash = words[..<length].reduce(UInt64(0)) { $0 &* base &+ mixed($1) }
        body(0, hash)
        for end in length..<words.count {
            hash = (hash &- mixed(words[end - length]) &* topPower) &* base &+ mixed(words[end])
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

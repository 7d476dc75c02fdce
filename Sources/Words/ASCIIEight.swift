/// Questions to eight bytes at once, answered in the highest bit of each (Warren, Hacker's Delight, chapter 6).
enum ASCIIEight {
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// The highest bit of each byte that is no letter of ASCII.
    @inline(__always)
    static func others(than bytes: UInt64) -> UInt64 {
        // Without their highest bits, no sum carries into the next byte.
        let low = (bytes | (ones &* 0x20)) & (ones &* 0x7F)
        let fromA = low &+ (ones &* (0x80 - 0x61))
        let aboveZ = low &+ (ones &* (0x80 - 0x7B))
        return (~fromA | aboveZ | bytes) & (ones &* 0x80)
    }
}

/// Of 4,096 bits those that an abbreviation of English news prose has: most other words have another, and no search depends on them.
///
/// Public, since Swift inlines nothing from another module that is `package`. Made once and never freed.
public struct AbbreviationFilter: Sendable {
    @usableFromInline nonisolated(unsafe) let bits: UnsafePointer<UInt64>

    /// That of all abbreviations; a copy of it saves asking whether it has been made.
    public static var ofNews: AbbreviationFilter { Abbreviations.filter }

    /// - Parameter keys: letters of ASCII in lower case, the first in the highest byte, as `mayHold` is asked for.
    init(_ keys: [UInt64]) {
        let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)
        bits.initialize(repeating: 0, count: 64)
        for key in keys { bits[Self.bit(of: key) >> 6] |= 1 << UInt64(Self.bit(of: key) & 63) }
        self.bits = UnsafePointer(bits)
    }

    /// Whether letters may be those of an abbreviation; false for most words that are none.
    @inlinable @inline(__always)
    public func mayHold(_ key: UInt64) -> Bool { bits[Self.bit(of: key) &>> 6] &>> UInt64(Self.bit(of: key) & 63) & 1 != 0 }

    /// The highest bits of a product with an odd number (Knuth, The Art of Computer Programming, section 6.4).
    @inlinable @inline(__always)
    static func bit(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 52) }
}

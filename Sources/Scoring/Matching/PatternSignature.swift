/// A set of word patterns in 256 bits: two that share no bit have no pattern in common.
struct PatternSignature: BitwiseCopyable, Sendable {
    private var bits = SIMD4<UInt64>.zero

    /// Of all patterns.
    static let all = PatternSignature(bits: SIMD4(repeating: .max))

    @inline(__always) init() {}

    @inline(__always) private init(bits: SIMD4<UInt64>) { self.bits = bits }

    @inline(__always) mutating func insert(_ pattern: Int32) { bits[Int(pattern >> 6 & 3)] |= 1 << UInt64(pattern & 63) }

    @inline(__always) mutating func formUnion(_ other: PatternSignature) { bits |= other.bits }

    @inline(__always) func isDisjoint(with other: PatternSignature) -> Bool {
        let both = bits & other.bits
        return (both[0] | both[1]) | (both[2] | both[3]) == 0
    }
}

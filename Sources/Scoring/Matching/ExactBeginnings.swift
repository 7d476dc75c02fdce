import Lexicons

/// With which bytes the words begin that some exact-case patterns match, capital and small letters as one: to all other words case does not matter.
struct ExactBeginnings: BitwiseCopyable, Sendable {
    /// A bit for each byte of ASCII.
    private var bits = SIMD2<UInt64>.zero

    /// Of no pattern.
    init() {}

    private init(bits: SIMD2<UInt64>) { self.bits = bits }

    /// Of patterns that any word may match.
    static let all = ExactBeginnings(bits: SIMD2(repeating: .max))

    var isEmpty: Bool { bits == .zero }

    mutating func insert(_ test: WordPatternTest) {
        // Characters beyond ASCII may be equal to one of ASCII, as the Kelvin sign is.
        guard let byte = test.firstCharacter?.utf8.first, byte < 0x80 else {
            self = .all
            return
        }
        bits[Int(Self.small(byte) >> 6)] |= 1 << UInt64(Self.small(byte) & 63)
    }

    /// Whether a word of ASCII that begins with this byte may match, in capital or small letters.
    @inline(__always)
    func mayMatch(_ byte: UInt8) -> Bool {
        byte >= 0x80 || bits[Int(Self.small(byte) >> 6)] >> UInt64(Self.small(byte) & 63) & 1 == 1
    }

    @inline(__always) private static func small(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}

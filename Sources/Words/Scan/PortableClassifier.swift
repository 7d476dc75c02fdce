import CVectors

/// The classification of `CVectors` in plain Swift, for processors that it has no instructions for: eight bytes at a time in a 64-bit word.
///
/// Every test leaves its answer in the top bit of each byte (Hacker's Delight, 2nd edition, section 6-1); one multiplication gathers the eight
/// top bits. `SIMD64` comparisons were tried: their masks cost a hundred times as much to gather.
enum PortableClassifier {
    static func classify(_ text: UnsafeBufferPointer<UInt8>, into blocks: UnsafeMutableBufferPointer<cv_block>) {
        for (number, start) in stride(from: 0, to: text.count, by: 64).enumerated() {
            var block = cv_block()
            var s: UInt64 = 0
            for part in stride(from: start, to: min(start + 64, text.count), by: 8) {
                s |= add(word(of: text, at: part), at: UInt64(part - start), to: &block)
            }
            let isNextS = start + 64 < text.count && text[start + 64] | 0x20 == UInt8(ascii: "s")
            block.clitic &= s >> 1 | (isNextS ? 1 << 63 : 0)
            blocks[number] = block
        }
    }

    /// Eight bytes, the first lowest; zero behind the text's end.
    private static func word(of text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
        if offset + 8 <= text.count {
            return UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        }
        return (offset..<text.count).reversed().reduce(0) { $0 << 8 | UInt64(text[$1]) }
    }

    private static let tops: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Gives where an s stands; `clitic` takes all apostrophes.
    private static func add(_ bytes: UInt64, at place: UInt64, to block: inout cv_block) -> UInt64 {
        let low = bytes & ~tops
        let ascii = ~bytes & tops
        let small = low | 0x20 &* ones
        let apostrophe = isByte(low, "'")
        let both = isByte(low, ".") | apostrophe
        block.letter |= gathered(range(small, "a", "z") & ascii) << place
        block.digit |= gathered(range(low, "0", "9") & ascii) << place
        block.letter_mark |= gathered((both | isByte(low, ":")) & ascii) << place
        block.number_mark |= gathered((both | isByte(low, ",") | isByte(low, ";")) & ascii) << place
        block.unusual |= gathered(isByte(low, "_") & ascii) << place
        block.beyond |= gathered(bytes & tops) << place
        block.clitic |= gathered(apostrophe & ascii) << place
        return gathered(isByte(small, "s") & ascii) << place
    }

    /// Top bits of the bytes from `first` to `last`; all bytes are below 0x80, so no sum carries into the next.
    private static func range(_ low: UInt64, _ first: Unicode.Scalar, _ last: Unicode.Scalar) -> UInt64 {
        let reachesFirst = low &+ (0x80 &- UInt64(first.value)) &* ones
        let passesLast = low &+ (0x7F &- UInt64(last.value)) &* ones
        return reachesFirst & ~passesLast & tops
    }

    private static func isByte(_ low: UInt64, _ byte: Unicode.Scalar) -> UInt64 { range(low, byte, byte) }

    /// The eight top bits as the lowest eight bits.
    private static func gathered(_ flags: UInt64) -> UInt64 { ((flags >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}

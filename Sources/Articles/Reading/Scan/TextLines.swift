import CVectors
package import Words

/// Makes passages of the lines of texts, in memory that one text after the other uses.
package struct TextLines: ~Copyable {
    private let kernels: cv_path
    /// The blocks of 64 bytes in which lines end, bit i for byte i; and their first bytes.
    private var masks = FlatBuffer<UInt64>()
    private var starts = FlatBuffer<UInt32>()

    package init(path: InstructionPath = .best) { kernels = path.kernels }

    /// Puts the lines that hold anything into `passages`, in the memory that it has: body text, without line feeds and carriage returns.
    ///
    /// - Parameter text: fewer than 2^32 bytes.
    /// - Complexity: O(`text`).
    package mutating func read(_ text: borrowing [UInt8], into passages: inout [Passage]) {
        let (found, count) = unsafe (ends(of: text), text.count)
        passages.removeAll(keepingCapacity: true)
        passages.append(addingCapacity: unsafe found.count + 1) { passages in
            var start = 0
            func end(at place: Int) {
                if place > start { passages.append(Passage(field: .text, span: ByteSpan(start, place), kind: .body)) }
                start = place + 1
            }
            for block in 0..<(unsafe found.block_count) {
                var mask = unsafe found.masks[block]
                while mask != 0 {
                    end(at: Int(unsafe found.starts[block]) + mask.trailingZeroBitCount)
                    mask &= mask - 1
                }
            }
            end(at: count)
        }
    }

    /// For as long as no other text is read.
    @unsafe
    private mutating func ends(of text: borrowing [UInt8]) -> cv_ending_blocks {
        precondition(text.count < 1 << 32, "places fit in 32 bits")
        let blocks = text.count / 64 + 2
        masks.reserve(blocks)
        starts.reserve(blocks)
        var found = unsafe cv_ending_blocks(masks: masks.base, starts: starts.base, block_count: 0, count: 0)
        unsafe text.withUnsafeBufferPointer { unsafe cv_line_ends(kernels, $0.baseAddress, $0.count, &found) }
        return unsafe found
    }
}

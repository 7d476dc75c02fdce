import CVectors
package import Words

/// What reading asks of whole stretches of bytes, 64 at a time in the instructions of a path.
package enum ByteScan {
    /// The next line feed or carriage return from `start` on; the end where there is none.
    ///
    /// - Complexity: O(bytes passed), some 30 GB/s with AVX2.
    package static func lineEnd(in bytes: Span<UInt8>, from start: Int, path: InstructionPath = .best) -> Int {
        let rest = bytes.extracting(start...)
        guard let vector = path.vector else { return start + PortableByteScan.lineEnd(in: rest) }
        return unsafe rest.withUnsafeBufferPointer { unsafe start + cv_line_end(vector, $0.baseAddress, $0.count) }
    }

    /// Each line of a text without its end; a carriage return and a line feed leave an empty line between them.
    ///
    /// - Complexity: O(`bytes`), 64 a step where no line ends.
    package static func forEachLine(of bytes: Span<UInt8>, path: InstructionPath = .best, _ body: (Range<Int>) -> Void) {
        guard let vector = path.vector else { return PortableByteScan.forEachLine(of: bytes, body) }
        var start = 0
        let blockCount = (bytes.count + 63) / 64
        unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(blockCount, 1)) { masks in
            unsafe bytes.withUnsafeBufferPointer { text in
                unsafe cv_line_marks(vector, text.baseAddress, text.count, masks.baseAddress)
            }
            for block in 0..<blockCount {
                var ends = unsafe masks[block]
                while ends != 0 {
                    let end = block << 6 | ends.trailingZeroBitCount
                    body(start..<end)
                    start = end + 1
                    ends &= ends - 1
                }
            }
        }
        if start < bytes.count { body(start..<bytes.count) }
    }

    /// Whether the bytes are UTF-8 without U+0000 and so need no repair.
    ///
    /// - Complexity: O(`bytes`), some 20 GB/s with AVX2 where most are ASCII.
    package static func isSound(_ bytes: Span<UInt8>, path: InstructionPath = .best) -> Bool {
        guard let vector = path.vector else { return PortableByteScan.isSound(bytes) }
        return unsafe bytes.withUnsafeBufferPointer { unsafe cv_utf8_is_sound(vector, $0.baseAddress, $0.count) != 0 }
    }

    /// Puts into `blocks` where strings may end and what is escaped, 64 bytes each.
    ///
    /// What `blocks` has behind the last stays as it was, so that it can be used for one record after the other.
    static func markStringEnds(in bytes: Span<UInt8>, into blocks: inout [cv_json_block], path: InstructionPath) {
        let count = (bytes.count + 63) / 64
        if blocks.count < count { blocks = [cv_json_block](repeating: cv_json_block(), count: count) }
        guard let vector = path.vector else { return PortableByteScan.markStringEnds(in: bytes, into: &blocks) }
        unsafe bytes.withUnsafeBufferPointer { text in
            unsafe blocks.withUnsafeMutableBufferPointer { blocks in
                unsafe cv_json_marks(vector, text.baseAddress, text.count, blocks.baseAddress)
            }
        }
    }
}

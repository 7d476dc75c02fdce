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

    /// The lines of a text of less than 4 GB, without their ends; a carriage return and a line feed leave an empty line between them.
    ///
    /// - Complexity: O(`bytes`), 64 a step where no line ends.
    package static func lines(of bytes: Span<UInt8>, path: InstructionPath = .best) -> [ByteSpan] {
        guard let vector = path.vector, bytes.count < 1 << 32 else { return PortableByteScan.lines(of: bytes) }
        return unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: bytes.count / 64 + 1) { masks in
            unsafe bytes.withUnsafeBufferPointer { text in
                unsafe cv_line_marks(vector, text.baseAddress, text.count, masks.baseAddress)
            }
            let count = unsafe cv_count_marks(vector, masks.baseAddress, bytes.count)
            return unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + 2) { ends in
                unsafe cv_mark_places(vector, masks.baseAddress, bytes.count, ends.baseAddress)
                return unsafe Self.lines(endingAt: UnsafeBufferPointer(rebasing: ends[..<count]), of: bytes.count)
            }
        }
    }

    @unsafe
    private static func lines(endingAt ends: UnsafeBufferPointer<UInt32>, of byteCount: Int) -> [ByteSpan] {
        unsafe [ByteSpan](unsafeUninitializedCapacity: ends.count + 1) { lines, count in
            var start = 0
            for number in 0..<ends.count {
                let end = unsafe Int(ends[number])
                unsafe lines.initializeElement(at: count, to: ByteSpan(start, end))
                start = end + 1
                count += 1
            }
            guard start < byteCount else { return }
            unsafe lines.initializeElement(at: count, to: ByteSpan(start, byteCount))
            count += 1
        }
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

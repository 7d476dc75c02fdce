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
        var escaped: UInt64 = 0
        _ = unsafe mark(bytes, vector, isLine: false, from: 0, into: &blocks, &escaped)
    }

    /// As `markStringEnds` for the line that begins at `start`, found by the same pass; gives where it ends, as `lineEnd` does.
    ///
    /// - Complexity: O(the line).
    static func markLine(in bytes: Span<UInt8>, from start: Int, into blocks: inout [cv_json_block], path: InstructionPath) -> Int {
        guard let vector = path.vector else {
            let end = lineEnd(in: bytes, from: start, path: path)
            markStringEnds(in: bytes.extracting(start..<end), into: &blocks, path: path)
            return end
        }
        var escaped: UInt64 = 0
        var (place, block) = (start, 0)
        while place < bytes.count {
            if block == blocks.count { blocks += [cv_json_block](repeating: cv_json_block(), count: max(blocks.count, leastBlocks)) }
            let window = place..<min(bytes.count, place + (blocks.count - block) * 64)
            place += unsafe mark(bytes.extracting(window), vector, isLine: true, from: block, into: &blocks, &escaped)
            if place < window.upperBound { break }
            block = blocks.count
        }
        return place
    }

    /// Enough for most records.
    private static let leastBlocks = 1024

    @unsafe
    private static func mark(
        _ bytes: Span<UInt8>, _ vector: cv_path, isLine: Bool, from block: Int, into blocks: inout [cv_json_block], _ escaped: inout UInt64
    ) -> Int {
        unsafe bytes.withUnsafeBufferPointer { text in
            unsafe blocks.withUnsafeMutableBufferPointer { blocks in
                let first = unsafe blocks.baseAddress.map { unsafe $0 + block }
                return unsafe cv_json_marks(vector, text.baseAddress, text.count, isLine ? 1 : 0, first, &escaped)
            }
        }
    }
}

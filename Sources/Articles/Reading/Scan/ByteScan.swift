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
}

import CVectors
package import Words

/// The lines of a text that hold anything, without their ends: line feeds and carriage returns.
package struct TextLines: Sendable {
    /// In order.
    package private(set) var spans: [ByteSpan] = []
    private var start = 0

    /// - Complexity: O(`text`), 64 bytes a step where no line ends.
    package init(of text: Span<UInt8>, path: InstructionPath = .best) {
        if let vector = path.vector, text.count < 1 << 32 {
            unsafe text.withUnsafeBufferPointer { unsafe takeEnds(in: $0, vector) }
        } else {
            while start < text.count { end(at: ByteScan.lineEnd(in: text, from: start, path: path)) }
        }
        end(at: text.count)
    }

    @unsafe
    private mutating func takeEnds(in text: UnsafeBufferPointer<UInt8>, _ vector: cv_path) {
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: cv_line_ends_room) { ends in
            var offset = 0
            while offset < text.count {
                let count = unsafe cv_line_ends(vector, text.baseAddress, text.count, &offset, ends.baseAddress)
                spans.reserveCapacity(spans.count + count / 2 + 1)
                for number in 0..<count { unsafe end(at: Int(ends[number])) }
            }
        }
    }

    private mutating func end(at place: Int) {
        if place > start { spans.append(ByteSpan(start, place)) }
        start = place + 1
    }
}

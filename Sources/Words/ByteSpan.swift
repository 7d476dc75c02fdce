/// A run of UTF-8 bytes in one text: 0-based offsets, `end` excluded.
///
/// Every position in Parallax, from the file to the page, is a `ByteSpan` into the article's decoded text.
package struct ByteSpan: Hashable, Sendable, Codable, BitwiseCopyable {
    /// Offset of the first byte.
    @usableFromInline package var start: Int
    /// Offset after the last byte.
    @usableFromInline package var end: Int

    @inlinable @inline(__always) package init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span runs forward")
        self.start = start
        self.end = end
    }

    /// Length in bytes.
    @inlinable @inline(__always) package var count: Int { end - start }
    @inlinable @inline(__always) package var isEmpty: Bool { start == end }
    @inlinable @inline(__always) package var range: Range<Int> { start..<end }

    package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    package func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }
    package func moved(by bytes: Int) -> ByteSpan { ByteSpan(start + bytes, end + bytes) }
    package func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }
}

extension ByteSpan: Comparable {
    /// Earliest start first, then the shorter.
    package static func < (left: ByteSpan, right: ByteSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

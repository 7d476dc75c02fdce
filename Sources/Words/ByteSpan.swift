/// A run of UTF-8 bytes in one text: 0-based offsets, `end` excluded.
///
/// Every position in Parallax, from the file to the page, is a `ByteSpan` into the article's decoded text. It is public since Swift inlines nothing from
/// another module that is `package`, and the hot loops would call a function for each length.
public struct ByteSpan: Hashable, Sendable, Codable, BitwiseCopyable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset after the last byte.
    public var end: Int

    @inlinable public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span runs forward")
        self.start = start
        self.end = end
    }

    /// Length in bytes.
    @inlinable public var count: Int { end - start }
    @inlinable public var isEmpty: Bool { start == end }
    @inlinable public var range: Range<Int> { start..<end }

    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }
    public func moved(by bytes: Int) -> ByteSpan { ByteSpan(start + bytes, end + bytes) }
    public func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }
}

extension ByteSpan: Comparable {
    /// Earliest start first, then the shorter.
    public static func < (left: ByteSpan, right: ByteSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

/// The voices at places of one field that ascend, each found from the one before.
///
/// A view without a reference count: valid until the session reads the next article. Public, since Swift inlines nothing into another module that is
/// `package`.
public struct VoiceWalk {
    @usableFromInline let first: UnsafePointer<VoiceStretch>?
    /// The number of the last stretch.
    @usableFromInline let last: Int
    /// The first stretch that does not end before the place last asked for, or the last one.
    @usableFromInline var next = 0

    init(_ stretches: UnsafeBufferPointer<VoiceStretch>) {
        first = stretches.isEmpty ? nil : stretches.baseAddress
        last = stretches.count - 1
    }

    /// The voice at a byte offset, which is not before the one last asked for.
    ///
    /// How many stretches lie between two places follows no pattern: the first three, beyond which few places stand, are asked at once, without a branch.
    ///
    /// - Complexity: O(stretches passed).
    @inlinable @inline(__always)
    public mutating func voice(at offset: Int) -> Voice {
        guard let first else { return .own }
        let (second, third) = (min(next &+ 1, last), min(next &+ 2, last))
        let passed =
            Self.isBelow(first[next].end &- 1, offset) &+ Self.isBelow(first[second].end &- 1, offset)
            &+ Self.isBelow(first[third].end &- 1, offset)
        next = min(next &+ passed, last)
        while next < last, first[next].end <= offset { next &+= 1 }
        let isInside = Self.isBelow(first[next].start &- 1, offset) & Self.isBelow(offset, first[next].end)
        return isInside > 0 ? first[next].voice : .own
    }

    /// 1 where the first number is less, else 0: by arithmetic, since of a comparison the compiler may make a branch. Offsets lie far from the greatest number.
    @inlinable @inline(__always)
    static func isBelow(_ left: Int, _ right: Int) -> Int { Int(UInt(bitPattern: left &- right) &>> 63) }
}

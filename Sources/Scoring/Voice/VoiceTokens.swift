/// Tokens that stand side by side in one of the `VoiceBuffers`, as a view without a reference count.
///
/// Valid while the buffers live; a view of a passage's tokens only until the next passage is read. An index outside ends the program.
struct VoiceTokens: RandomAccessCollection {
    let base: UnsafePointer<VoiceToken>?
    let count: Int

    @inline(__always)
    init(first: UnsafePointer<VoiceToken>?, count: Int) {
        base = first
        self.count = first == nil ? 0 : count
    }

    @inline(__always) var startIndex: Int { 0 }
    @inline(__always) var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> VoiceToken {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a token's index lies inside its passage")
        return base.unsafelyUnwrapped[index]
    }

    /// The first token of a range with a flag; the range's end where there is none.
    @inline(__always)
    func first(in range: Range<Int>, with flag: VoiceToken.Flags) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of tokens lies inside its passage")
        guard let base else { return range.upperBound }
        var index = range.lowerBound
        while index < range.upperBound, base[index].flags.rawValue & flag.rawValue == 0 { index &+= 1 }
        return index
    }

    /// The first token of a range of some kind; the range's end where there is none.
    @inline(__always)
    func first(in range: Range<Int>, of kind: VoiceToken.Kind) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of tokens lies inside its passage")
        guard let base else { return range.upperBound }
        var index = range.lowerBound
        while index < range.upperBound, base[index].kind != kind { index &+= 1 }
        return index
    }
}

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

    /// Whether a token is the A of "Ana A. Ruiz", which is no article.
    func isInitial(at index: Int) -> Bool {
        self[index].byteCount == 1 && self[index].isCapitalized && index + 1 < count && self[index + 1].kind == .abbreviationStop
    }
}

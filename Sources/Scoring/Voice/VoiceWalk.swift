/// The voices at places of one field that ascend, each found from the one before.
///
/// A view without a reference count: valid until the session reads the next article.
package struct VoiceWalk {
    private let first: UnsafePointer<VoiceStretch>?
    private let count: Int
    private var next = 0

    init(_ stretches: UnsafeBufferPointer<VoiceStretch>) {
        first = stretches.baseAddress
        count = stretches.baseAddress == nil ? 0 : stretches.count
    }

    /// The voice at a byte offset, which is not before the one last asked for.
    package mutating func voice(at offset: Int) -> Voice {
        guard let first else { return .own }
        while next < count, first[next].end <= offset { next += 1 }
        return next < count && first[next].start <= offset ? first[next].voice : .own
    }
}

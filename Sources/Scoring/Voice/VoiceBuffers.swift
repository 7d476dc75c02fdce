/// The memory in which the tokens of one article stand: used again for each passage, so that none is asked for while reading.
///
/// The class owns its memory; whoever reads an article keeps it until the last span is made.
final class VoiceBuffers {
    /// One passage's tokens.
    let tokens: UnsafeMutablePointer<VoiceToken>
    /// The same with each outermost quotation folded into one.
    let items: UnsafeMutablePointer<VoiceToken>
    /// Room for the numbers of one passage's tokens, twice.
    private let numbers: UnsafeMutablePointer<Int32>
    /// How many tokens either holds.
    let capacity: Int
    /// The words of names and mentions, which outlive their passage, in blocks of `blockSize` or more.
    private var blocks: [UnsafeMutablePointer<VoiceToken>] = []
    private var free: UnsafeMutablePointer<VoiceToken>?
    private var freeCount = 0

    private static let blockSize = 256

    /// Room for passages of at most `longestPassage` bytes: a token has at least one.
    init(longestPassage: Int) {
        capacity = longestPassage + 1
        tokens = .allocate(capacity: capacity)
        items = .allocate(capacity: capacity)
        numbers = .allocate(capacity: 2 * capacity)
    }

    deinit {
        tokens.deallocate()
        items.deallocate()
        numbers.deallocate()
        for block in blocks { block.deallocate() }
    }

    /// Landmarks of a passage, none so far.
    func emptyLandmarks() -> VoiceLandmarks {
        VoiceLandmarks(stops: TokenNumbers(at: numbers), marks: TokenNumbers(at: numbers + capacity))
    }

    /// The words and numbers among some tokens, kept until the buffers go.
    func keep(wordsOf tokens: some Collection<VoiceToken>) -> VoiceTokens {
        let place = room(for: tokens.count)
        var count = 0
        for token in tokens where token.kind == .word || token.kind == .number {
            (place + count).initialize(to: token)
            count += 1
        }
        free = place + count
        freeCount -= count
        return VoiceTokens(first: place, count: count)
    }

    private func room(for count: Int) -> UnsafeMutablePointer<VoiceToken> {
        if let free, count <= freeCount { return free }
        let size = max(count, Self.blockSize)
        let block = UnsafeMutablePointer<VoiceToken>.allocate(capacity: size)
        blocks.append(block)
        freeCount = size
        return block
    }
}

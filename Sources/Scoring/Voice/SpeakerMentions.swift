import Articles
import Words

/// Whoever speaks in an article, in order of need, and the words that name them, kept in blocks of their own.
///
/// Copies are views of one list, without a reference count; whoever made it frees it.
struct SpeakerMentions {
    private struct State: ~Copyable {
        let mentions = PagedList<SpeakerMention>()
        var blocks = FlatList<UnsafeMutablePointer<VoiceToken>>()
        var blockSize = firstBlock
        var free: UnsafeMutablePointer<VoiceToken>?
        var freeCount = 0
        /// Whether the first block is for one very long mention.
        var isFirstLarge = false
    }

    private let state: UnsafeMutablePointer<State>
    private static let firstBlock = 512
    private static let largestBlock = 4_096

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    /// Frees all of it; no copy may be used any more.
    func deallocate() {
        for block in state.pointee.blocks.indices { state.pointee.blocks[block].deallocate() }
        state.pointee.mentions.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Empties the list, which keeps its first block if that is no larger than others.
    func removeAll() {
        state.pointee.mentions.removeAll()
        guard state.pointee.blocks.count > 1 || state.pointee.isFirstLarge else {
            state.pointee.freeCount += state.pointee.free.map { $0 - state.pointee.blocks[0] } ?? 0
            state.pointee.free = state.pointee.blocks.isEmpty ? nil : state.pointee.blocks[0]
            return
        }
        for block in state.pointee.blocks.indices { state.pointee.blocks[block].deallocate() }
        state.pointee.blocks.removeAll()
        (state.pointee.free, state.pointee.freeCount, state.pointee.blockSize) = (nil, 0, Self.firstBlock)
        state.pointee.isFirstLarge = false
    }

    var count: Int { state.pointee.mentions.count }

    subscript(number: MentionNumber) -> SpeakerMention { state.pointee.mentions[Int(number.rawValue)] }

    /// Keeps a mention of a speaker; nil where the items hold no word.
    func number(ofMentionIn items: VoiceTokens, _ range: Range<Int>, field: TextField) -> MentionNumber? {
        let span = ByteSpan(items[range.lowerBound].start, items[range.upperBound - 1].end)
        return SpeakerMention(field: field, words: keepWords(of: items, range), span: span).map(number)
    }

    func number(of mention: SpeakerMention) -> MentionNumber {
        state.pointee.mentions.append(mention)
        return MentionNumber(rawValue: Int32(truncatingIfNeeded: state.pointee.mentions.count - 1))
    }

    /// The words and numbers among some tokens, kept until all is freed.
    func keepWords(of tokens: VoiceTokens, _ range: Range<Int>) -> VoiceTokens {
        let place = room(for: range.count)
        var count = 0
        for index in range {
            let token = tokens[index]
            guard token.kind == .word || token.kind == .number else { continue }
            (place + count).initialize(to: token)
            count += 1
        }
        state.pointee.free = place + count
        state.pointee.freeCount -= count
        return VoiceTokens(first: place, count: count)
    }

    @inline(__always)
    private func room(for count: Int) -> UnsafeMutablePointer<VoiceToken> {
        if let free = state.pointee.free, count <= state.pointee.freeCount { return free }
        return addBlock(for: count)
    }

    private func addBlock(for count: Int) -> UnsafeMutablePointer<VoiceToken> {
        let size = max(count, state.pointee.blockSize)
        let block = UnsafeMutablePointer<VoiceToken>.allocate(capacity: size)
        if state.pointee.blocks.isEmpty { state.pointee.isFirstLarge = size > Self.firstBlock }
        state.pointee.blocks.append(block)
        state.pointee.free = block
        state.pointee.blockSize = min(2 * state.pointee.blockSize, Self.largestBlock)
        state.pointee.freeCount = size
        return block
    }
}

/// The place of a mention among an article's.
struct MentionNumber {
    let rawValue: Int32

    init(rawValue: Int32) { self.rawValue = rawValue }
}

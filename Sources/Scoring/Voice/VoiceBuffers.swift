import Articles
import Words

/// The memory in which the tokens of one article stand: used again for each passage, so that none is asked for while reading.
///
/// The class owns its memory; whoever reads an article keeps it until the last span is made.
final class VoiceBuffers {
    /// One passage's tokens.
    let tokens: UnsafeMutablePointer<VoiceToken>
    /// The same with each outermost quotation folded into one.
    let items: UnsafeMutablePointer<VoiceToken>
    /// One passage's quotations.
    private let quotations: UnsafeMutablePointer<Quotation>
    /// Room for the numbers of one passage's tokens, three times.
    private let numbers: UnsafeMutablePointer<Int32>
    /// How many tokens either holds.
    let capacity: Int
    /// The words of names and mentions, which outlive their passage, in blocks of `blockSize` or more.
    private var blocks: [UnsafeMutablePointer<VoiceToken>] = []
    private var blockSize = 128
    private static let largestBlock = 4_096
    private var free: UnsafeMutablePointer<VoiceToken>?
    private var freeCount = 0

    /// Whoever speaks in the article, in order of need.
    let mentions = PagedList<SpeakerMention>()
    /// The article's drafts so far.
    let drafts = PagedList<VoiceDraft>()

    /// Room for passages of at most `longestPassage` bytes: a token has at least one.
    init(longestPassage: Int) {
        capacity = longestPassage + 1
        tokens = .allocate(capacity: capacity)
        items = .allocate(capacity: capacity)
        quotations = .allocate(capacity: capacity)
        numbers = .allocate(capacity: 3 * capacity)
    }

    deinit {
        tokens.deallocate()
        items.deallocate()
        quotations.deallocate()
        numbers.deallocate()
        for block in blocks { block.deallocate() }
        mentions.deallocate()
        drafts.deallocate()
    }

    /// Landmarks of a passage, none so far.
    func emptyLandmarks() -> VoiceLandmarks {
        VoiceLandmarks(at: numbers, capacity: capacity)
    }

    /// Stops among a passage's items, none so far; they take the place of its marks.
    func emptyItemStops() -> TokenNumbers { TokenNumbers(at: numbers + capacity) }

    /// Sentences of a passage, none so far.
    func emptySentences(from start: Int) -> VoiceSentences {
        VoiceSentences(from: start, ends: TokenNumbers(at: numbers + 2 * capacity))
    }

    /// Takes over the quotations of a passage, each of which has tokens of its own.
    func take(_ found: borrowing FlatList<Quotation>) -> Quotations {
        precondition(found.count <= capacity, "a quotation has a token")
        for number in found.indices { (quotations + number).initialize(to: found[number]) }
        return Quotations(quotations, count: found.count)
    }

    /// Keeps a mention of a speaker; nil where the items hold no word.
    func number(ofMentionIn items: VoiceTokens, _ range: Range<Int>, field: TextField) -> MentionNumber? {
        let span = ByteSpan(items[range.lowerBound].start, items[range.upperBound - 1].end)
        return SpeakerMention(field: field, words: keep(wordsOf: items[range]), span: span).map(number)
    }

    func number(of mention: SpeakerMention) -> MentionNumber {
        mentions.append(mention)
        return MentionNumber(rawValue: Int32(truncatingIfNeeded: mentions.count - 1))
    }

    subscript(number: MentionNumber) -> SpeakerMention { mentions[Int(number.rawValue)] }

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
        let size = max(count, blockSize)
        let block = UnsafeMutablePointer<VoiceToken>.allocate(capacity: size)
        blocks.append(block)
        blockSize = min(2 * blockSize, Self.largestBlock)
        freeCount = size
        return block
    }
}

/// The place of a mention among an article's.
struct MentionNumber {
    let rawValue: Int32

    init(rawValue: Int32) { self.rawValue = rawValue }
}

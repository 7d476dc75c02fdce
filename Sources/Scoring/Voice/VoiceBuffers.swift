import Articles
import CVectors
import Words

/// The memory in which the tokens of articles stand: used again for each passage, so that none is asked for while reading.
///
/// Copies are views of one memory, without a reference count; whoever made it frees it.
struct VoiceBuffers {
    /// One passage's tokens.
    let tokens: UnsafeMutablePointer<VoiceToken>
    /// The same with each outermost quotation folded into one.
    let items: UnsafeMutablePointer<VoiceToken>
    /// One passage's quotations.
    private let quotations: UnsafeMutablePointer<Quotation>
    /// Room for the numbers of one passage's tokens, once for each list: the tokens' landmarks, the ends of sentences, the items of quotations.
    private let numbers: UnsafeMutablePointer<Int32>
    /// Room for the runs of one passage's letters and marks.
    let runs: cv_voice_runs
    /// What the rules ask the sentences of one passage about.
    let context: UnsafeMutablePointer<SentenceContext>
    let abbreviations = AbbreviationFilter.ofNews
    /// How many tokens either holds.
    let capacity: Int
    /// Whoever speaks in the article, in order of need.
    let mentions = SpeakerMentions()
    /// The article's drafts so far.
    let drafts = PagedList<VoiceDraft>()

    /// How many are written behind the last.
    private static let (runsBehind, tokensBehind) = (128, 16)

    /// Room for passages of at most `longestPassage` bytes: a token has at least one.
    init(longestPassage: Int) {
        capacity = longestPassage + 1
        tokens = .allocate(capacity: capacity + Self.tokensBehind)
        items = .allocate(capacity: capacity)
        quotations = .allocate(capacity: capacity)
        numbers = .allocate(capacity: (VoiceLandmarks.lists + 2) * (capacity + Self.tokensBehind))
        context = .allocate(capacity: 1)
        runs = cv_voice_runs(
            starts: .allocate(capacity: capacity + Self.runsBehind), ends: .allocate(capacity: capacity + Self.runsBehind), count: 0,
            letters: .allocate(capacity: capacity / 64 + 2))
    }

    /// Frees all of it; no copy may be used any more.
    func deallocate() {
        tokens.deallocate()
        items.deallocate()
        quotations.deallocate()
        numbers.deallocate()
        context.deallocate()
        runs.starts.deallocate()
        runs.ends.deallocate()
        runs.letters.deallocate()
        mentions.deallocate()
        drafts.deallocate()
    }

    /// Empties the lists of the article.
    func removeAll() {
        mentions.removeAll()
        drafts.removeAll()
    }

    /// Whether there is room for a longer passage than that, or there have been more drafts or mentions.
    func isLarger(than count: Int) -> Bool { capacity - 1 > count || drafts.count > count || mentions.count > count }

    /// How many numbers each list has room for.
    private var room: Int { capacity + Self.tokensBehind }

    /// Landmarks of a passage, none so far.
    func emptyLandmarks() -> VoiceLandmarks {
        VoiceLandmarks(at: numbers, capacity: room)
    }

    /// Landmarks of a passage's items, none so far. They take the place of the tokens', of which none is asked for again once as many items are written; stops,
    /// which quotations add to, that of its marks.
    func emptyItemLandmarks(of tokens: VoiceLandmarks) -> ItemLandmarks {
        ItemLandmarks(
            stops: tokens.marks.emptied(), cues: tokens.cues.emptied(), names: tokens.names.emptied(),
            quotations: TokenNumbers(at: numbers + (VoiceLandmarks.lists + 1) * room))
    }

    /// Sentences of a passage, none so far.
    func emptySentences(from start: Int) -> VoiceSentences {
        VoiceSentences(from: start, ends: TokenNumbers(at: numbers + VoiceLandmarks.lists * room))
    }

    /// Takes over the quotations of a passage, each of which has tokens of its own.
    func take(_ found: borrowing FlatList<Quotation>) -> Quotations {
        precondition(found.count <= capacity, "a quotation has a token")
        for number in found.indices { (quotations + number).initialize(to: found[number]) }
        return Quotations(quotations, count: found.count)
    }
}

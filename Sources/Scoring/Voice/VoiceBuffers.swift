import Articles
import Words

/// The memory in which the tokens of one article stand: used again for each passage, so that none is asked for while reading.
///
/// Copies are views of one memory, without a reference count; whoever made it frees it once the last span is made.
struct VoiceBuffers {
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
    /// Whoever speaks in the article, in order of need.
    let mentions = SpeakerMentions()
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

    /// Frees all of it; no copy may be used any more.
    func deallocate() {
        tokens.deallocate()
        items.deallocate()
        quotations.deallocate()
        numbers.deallocate()
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
}

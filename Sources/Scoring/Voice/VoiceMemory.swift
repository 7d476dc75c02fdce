import Articles
import Words

/// What the voices of one article after the other are read in: one for each thread.
struct VoiceMemory: ~Copyable {
    private(set) var buffers: VoiceBuffers
    /// With the register of names.
    var resolver: SpeakerResolver
    var marks = QuotationMarks()
    var quotationTokens = QuotationTokens()
    /// For a passage's drafts; with the passage while one is being read.
    var found = PassageDrafts()
    /// For the order in which drafts are resolved.
    private var order = FlatList<DraftResolution.Place>()

    /// Room for passages of so many bytes is kept, and for so many drafts and mentions.
    private static let mostKept = 1 << 13

    init(_ speakers: LexiconSpeakers) {
        buffers = VoiceBuffers(longestPassage: 0)
        resolver = SpeakerResolver(register: SpeakerRegister(speakers: speakers, mentions: buffers.mentions))
    }

    deinit { buffers.deallocate() }

    /// The spans of an article.
    mutating func spans(of article: Article) -> [VoiceSpan] { ArticleVoices.spans(of: article, in: &self) }

    /// Forgets the article before and makes room for one with these passages.
    mutating func begin(_ passages: [Passage]) {
        let longest = passages.reduce(0) { max($0, min($1.span.count, PassagePieces.longest)) }
        if longest >= buffers.capacity || buffers.isLarger(than: Self.mostKept) {
            buffers.deallocate()
            buffers = VoiceBuffers(longestPassage: max(longest, Self.mostKept / 4))
        }
        if order.count > Self.mostKept { order = FlatList() }
        buffers.removeAll()
        resolver.beginRegister(with: buffers.mentions)
    }

    /// The spans of the article that has been read.
    mutating func spans(_ texts: ArticleTexts) -> [VoiceSpan] {
        resolver.begin(texts)
        return DraftResolution(drafts: buffers.drafts, mentions: buffers.mentions).spans(by: &resolver, order: &order)
    }
}

import Articles
import Words

/// One passage, cut into tokens, its quotations paired, and each outermost quotation folded into one item.
///
/// The rules of attribution read items, so that a quotation of any length is one step to them and no rule looks inside it. Handed on without copies,
/// which would count references for each passage.
struct VoicePassage: ~Copyable {
    /// Sentences longer than this are cut, so that text without stops costs no more than other text.
    static let longestSentence = 300

    let kind: PassageKind
    let span: ByteSpan
    /// What the quotations' indices mean; empty where there are no quotations.
    let tokens: VoiceTokens
    let quotations: Quotations
    let items: VoiceTokens
    /// Numbers of the items at which rules begin.
    let landmarks: ItemLandmarks
    /// Item ranges, in order.
    private(set) var sentences: VoiceSentences
    /// Whether there is a closing square bracket or a dash.
    let holdsBrackets, holdsDash: Bool
    /// Where the rules are told of the passage.
    private let writableContext: UnsafeMutablePointer<SentenceContext>
    /// The items where they can be changed.
    private let writableItems: UnsafeMutablePointer<VoiceToken>
    private let abbreviations: AbbreviationFilter
    /// The article's, those of the passage last.
    let drafts: PagedList<VoiceDraft>
    let mentions: SpeakerMentions

    /// Takes the passage's tokens, which stand at the front of `buffers.tokens`.
    init(_ passage: Passage, _ scanned: ScannedPassage, quotations: Quotations, buffers: VoiceBuffers) {
        kind = passage.kind
        span = passage.span
        tokens = scanned.tokens
        self.quotations = quotations
        holdsBrackets = scanned.holdsBrackets
        holdsDash = scanned.holdsDash
        abbreviations = buffers.abbreviations
        drafts = buffers.drafts
        mentions = buffers.mentions
        writableContext = buffers.context
        writableItems = quotations.isEmpty ? buffers.tokens : buffers.items
        sentences = buffers.emptySentences(from: 0)
        guard !quotations.isEmpty else {
            items = tokens
            landmarks = ItemLandmarks(scanned.landmarks)
            return
        }
        var folding = QuotationFolding(of: scanned, to: buffers)
        for (index, quotation) in quotations.enumerated() {
            folding.fold(quotation, to: Self.item(for: quotation, index: index, in: tokens))
        }
        (items, landmarks) = folding.finish()
    }

    private static func item(for quotation: Quotation, index: Int, in tokens: VoiceTokens) -> VoiceToken {
        var item = VoiceToken(start: tokens[quotation.first].start, end: tokens[quotation.last].end, kind: .quotation)
        item.index = Int32(truncatingIfNeeded: index)
        if tokens[quotation.first].flags.contains(.afterBlank) { item.flags.insert(.afterBlank) }
        let inner = quotation.inner
        guard let first = inner.first, let last = inner.last else { return item }
        if tokens[first].isCapitalized { item.flags.insert(.capitalized) }
        switch tokens[last].kind {
        case .comma: item.flags.insert(.endsWithComma)
        case .stop, .ellipsis: item.flags.insert(.endsWithStop)
        case .mark where last > inner.lowerBound && tokens[last - 1].kind.endsSentence: item.flags.insert(.endsWithStop)
        case .mark where last > inner.lowerBound && tokens[last - 1].kind == .comma: item.flags.insert(.endsWithComma)
        default: break
        }
        if quotation.family == .single { item.flags.insert(.isSingle) }
        return item
    }

    /// Cuts at sentence ends outside quotations; the stops that end none belong to abbreviations.
    mutating func cutSentences(_ bytes: TextBytes) {
        let first = kind.isBody ? Dateline.end(in: items, stops: landmarks.stops) : 0
        sentences = sentences.emptied(from: first)
        let borders = SentenceBorders(bytes: bytes, items: items, abbreviations: abbreviations)
        // Marked once the stop behind it has been asked about, which may be a bracket whose answer is that of the stop before it.
        var abbreviation: Int?
        for index in landmarks.stops where index >= max(first, sentences.nextStart) {
            cutLongSentences(upTo: index)
            let end = borders.end(at: index)
            if let abbreviation { writableItems[abbreviation].kind = .abbreviationStop }
            abbreviation = nil
            if let end {
                if items[index].kind != .quotation || !Self.isFollowedByAttribution(end - 1, items, bytes) {
                    sentences.append(upTo: index + 1)
                    // Apart, since references are nobody's words.
                    if end > index + 1 { sentences.append(upTo: end) }
                }
            } else if items[index].kind == .stop, bytes[items[index].start] == 0x2E, index + 1 - sentences.nextStart < Self.longestSentence
            {
                abbreviation = index
            }
        }
        cutLongSentences(upTo: items.count)
        if sentences.nextStart < items.count { sentences.append(upTo: items.count) }
        if let abbreviation { writableItems[abbreviation].kind = .abbreviationStop }
    }

    /// Cuts what has grown too long before `end`, so that no sentence that goes on there is longer than it may be.
    @inline(__always)
    private mutating func cutLongSentences(upTo end: Int) {
        while end - sentences.nextStart >= Self.longestSentence { sentences.append(upTo: sentences.nextStart + Self.longestSentence) }
    }

    /// Whether the sentence goes on behind the quotation with whoever says it: "Why?" Holt asked.
    private static func isFollowedByAttribution(_ index: Int, _ items: VoiceTokens, _ bytes: TextBytes) -> Bool {
        for place in (index + 1)..<min(index + 12, items.count) {
            let item = items[place]
            switch item.kind {
            case .word where item.isVerb && item.verbForm != .gerund:
                if VoiceVocabulary.english.traits(of: item).frames.contains(.quotationOnly), endsInFullStop(items[index], bytes) {
                    return false
                }
                return place + 1 >= items.count || ![.word, .number, .quotation].contains(items[place + 1].kind)
                    || !items[place + 1].classes.isDisjoint(with: [.preposition, .calendar, .adverb, .objectPronoun, .subordinator])
            case .word, .number: continue
            case .stop where item.end - item.start == 1 && place > index + 1 && items[place - 1].classes.contains(.title): continue
            default: return false
            }
        }
        return false
    }

    /// Whether the quotation is a whole statement, behind which "began" and "read" begin another sentence.
    private static func endsInFullStop(_ quotation: VoiceToken, _ bytes: TextBytes) -> Bool {
        quotation.byteCount > 6 && (bytes[quotation.end - 2] == 0x2E || bytes[quotation.end - 4] == 0x2E)
    }

    /// Whether capitals mean names: not in links, nor in headlines that capitalise every word.
    var namesPeople: Bool {
        switch kind {
        case .link: false
        case .headline, .subheading, .standfirst:
            items.contains {
                $0.kind == .word && !$0.isCapitalized && $0.end - $0.start >= 4
                    && $0.classes.isDisjoint(with: [.preposition, .conjunction, .subordinator, .determiner, .auxiliary])
            }
        case .body, .caption, .credit, .boilerplate: true
        }
    }

    /// Whether it is quotations and nothing else.
    var standsAlone: Bool {
        guard let first = sentences.first else { return false }
        for index in first where items[index].kind == .word { return false }
        return true
    }

    /// What its sentences are asked about, until the next passage is read.
    func context(_ bytes: TextBytes, _ vocabulary: VoiceVocabulary) -> UnsafePointer<SentenceContext> {
        writableContext.initialize(to: SentenceContext(bytes: bytes, items: items, vocabulary: vocabulary))
        return UnsafePointer(writableContext)
    }

    @inline(__always)
    func span(of range: Range<Int>) -> ByteSpan {
        ByteSpan(items[range.lowerBound].start, items[range.upperBound - 1].end)
    }
}

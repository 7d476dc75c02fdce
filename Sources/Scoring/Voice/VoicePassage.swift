import Articles
import Words

/// One passage, cut into tokens, its quotations paired, and each outermost quotation folded into one item.
///
/// The rules of attribution read items, so that a quotation of any length is one step to them and no rule looks inside it.
struct VoicePassage {
    /// Sentences longer than this are cut, so that text without stops costs no more than other text.
    static let longestSentence = 300

    let kind: PassageKind
    let span: ByteSpan
    /// What the quotations' indices mean; empty where there are no quotations.
    let tokens: ContiguousArray<VoiceToken>
    let quotations: [Quotation]
    private(set) var items: ContiguousArray<VoiceToken> = []
    /// Item ranges, in order.
    private(set) var sentences: [Range<Int>] = []

    init(kind: PassageKind, span: ByteSpan, tokens: ContiguousArray<VoiceToken>, quotations: [Quotation], bytes: [UInt8]) {
        self.kind = kind
        self.span = span
        self.quotations = quotations
        // Without quotations the items are the tokens: kept once, since two owners of one buffer would have it copied at the first change.
        self.tokens = quotations.isEmpty ? [] : tokens
        if quotations.isEmpty { items = tokens } else { foldQuotations() }
        cutSentences(bytes)
    }

    private mutating func foldQuotations() {
        items.reserveCapacity(tokens.count)
        var token = 0
        for (index, quotation) in quotations.enumerated() {
            while token < quotation.first {
                items.append(tokens[token])
                token += 1
            }
            items.append(item(for: quotation, index: index))
            token = quotation.last + 1
        }
        items.append(contentsOf: tokens[min(token, tokens.count)...])
    }

    private func item(for quotation: Quotation, index: Int) -> VoiceToken {
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
    private mutating func cutSentences(_ bytes: [UInt8]) {
        var start = kind == .body ? Dateline.end(in: items) : 0
        let borders = SentenceBorders(bytes: bytes, items: items)
        var abbreviated: [Int] = []
        for index in items.indices where index >= start {
            let isEnd = borders.endsSentence(index) && !isFollowedByAttribution(index)
            if isEnd || index + 1 - start >= Self.longestSentence {
                sentences.append(start..<index + 1)
                start = index + 1
            } else if items[index].kind == .stop, bytes[items[index].start] == 0x2E {
                abbreviated.append(index)
            }
        }
        for index in abbreviated { items[index].kind = .abbreviationStop }
        if start < items.count { sentences.append(start..<items.count) }
    }

    /// Whether the sentence goes on behind the quotation with whoever says it: "Why?" Holt asked.
    private func isFollowedByAttribution(_ index: Int) -> Bool {
        guard items[index].kind == .quotation else { return false }
        for place in (index + 1)..<min(index + 12, items.count) {
            let item = items[place]
            switch item.kind {
            case .word where item.isVerb && item.verbForm != .gerund:
                return place + 1 >= items.count || ![.word, .number, .quotation].contains(items[place + 1].kind)
                    || !items[place + 1].classes.isDisjoint(with: [.preposition, .calendar, .adverb, .objectPronoun, .subordinator])
            case .word, .number: continue
            case .stop where item.end - item.start == 1 && place > index + 1 && items[place - 1].classes.contains(.title): continue
            default: return false
            }
        }
        return false
    }

    func span(of range: Range<Int>) -> ByteSpan {
        ByteSpan(items[range.lowerBound].start, items[range.upperBound - 1].end)
    }
}

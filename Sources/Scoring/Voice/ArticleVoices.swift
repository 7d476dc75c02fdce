import Articles
import Words

/// Reads an article passage by passage: quotations that run over paragraphs, speakers carried over, the register of names.
struct ArticleVoices: ~Copyable {
    let article: Article
    let texts: ArticleTexts
    let buffers: VoiceBuffers
    private let isFull: Bool
    private let vocabulary = VoiceVocabulary.english
    private(set) var drafts: [VoiceDraft] = []
    private(set) var register: SpeakerRegister
    /// The speaker of the last quotation or reported clause, while nothing but body text has come between.
    private var carried: SpeakerMention?
    /// Drafts of a quotation that runs over paragraphs and has no speaker yet.
    private var waiting: [Int] = []
    private var isContinued = false
    /// Who a passage that ended with a colon said would speak.
    private var announced: (speaker: SpeakerMention, cue: ByteSpan)?
    private var marks: (title: QuotationMarks, text: QuotationMarks)
    /// The memory of the last passage's drafts.
    private var spare = PassageDrafts()
    /// Found where a passage first begins with what may be one, so that most articles are not walked over for them.
    private(set) var labels: SpeakerLabels?
    /// Whose turn it is between two labels of an interview.
    var turn: Turn?

    static func spans(of article: Article, speakers: LexiconSpeakers, isFull: Bool) -> [VoiceSpan] {
        let longest = article.passages.reduce(0) { max($0, min($1.span.count, PassagePieces.longest)) }
        let buffers = VoiceBuffers(longestPassage: longest)
        return withExtendedLifetime(buffers) {
            (article.title ?? []).withUnsafeBufferPointer { title in
                article.text.withUnsafeBufferPointer { text in
                    let texts = ArticleTexts(title: TextBytes(title), text: TextBytes(text))
                    var reader = ArticleVoices(article: article, texts: texts, speakers: speakers, buffers: buffers, isFull: isFull)
                    for index in article.passages.indices { reader.read(index) }
                    var resolver = SpeakerResolver(register: reader.register, texts: texts)
                    return DraftResolution(drafts: reader.drafts).spans(by: &resolver)
                }
            }
        }
    }

    private init(article: Article, texts: ArticleTexts, speakers: LexiconSpeakers, buffers: VoiceBuffers, isFull: Bool) {
        self.article = article
        self.texts = texts
        self.buffers = buffers
        self.isFull = isFull
        marks = (QuotationMarks(in: texts.title), QuotationMarks(in: texts.text))
        register = SpeakerRegister(speakers: speakers, buffers: buffers)
    }

    private mutating func read(_ index: Int) {
        let passage = article.passages[index]
        guard passage.kind != .boilerplate, passage.kind != .credit else {
            if passage.kind == .boilerplate { endRun() }
            return
        }
        let bytes = texts[passage.field]
        if labels == nil, SpeakerLabels.mayBegin(passage, in: bytes) { labels = SpeakerLabels(article, texts) }
        let isLabelled = passage.kind == .subheading && labels?.label(of: passage, in: bytes) != nil
        let kind = isLabelled ? .body : passage.kind
        guard passage.span.count > PassagePieces.longest else {
            return read(
                Passage(field: passage.field, span: passage.span, kind: kind), bytes, continues: nextBodyOpens(behind: index), index: index)
        }
        let pieces = PassagePieces.pieces(of: passage.span, in: bytes)
        for (number, piece) in pieces.enumerated() {
            let continues = number + 1 == pieces.count && nextBodyOpens(behind: index)
            read(Passage(field: passage.field, span: piece, kind: kind), bytes, continues: continues, index: index)
        }
    }

    private mutating func read(_ passage: Passage, _ bytes: TextBytes, continues: Bool, index: Int) {
        let scanned = TokenScanner.scan(bytes, span: passage.span, vocabulary: vocabulary, to: buffers)
        let quotations = quotations(in: scanned, of: passage, continues: continues)
        guard isFull else {
            drafts += PassageVoices.marksOnly(quotations, in: scanned.tokens, field: passage.field)
            return
        }
        var voiced = VoicePassage(passage, scanned, quotations: quotations, buffers: buffers)
        voiced.cutSentences(article.bytes(of: passage.field))
        if namesPeople(voiced) { register.addNames(of: voiced, field: passage.field, bytes: bytes) }
        if passage.kind == .body, readTurn(voiced, passage, bytes, index: index) { return endRun() }
        var found = PassageDrafts()
        swap(&found, &spare)
        var voices = PassageVoices(passage: voiced, field: passage.field, bytes: bytes, vocabulary: vocabulary, into: &found)
        defer { spare = voices.takeDrafts() }
        switch passage.kind {
        case .body: joinBody(&voices)
        case .caption: drafts += voices.drafts
        case .headline, .standfirst, .subheading, .link, .credit, .boilerplate:
            endRun()
            drafts += voices.drafts
        }
    }

    private mutating func quotations(in scanned: ScannedPassage, of passage: Passage, continues: Bool) -> [Quotation] {
        switch passage.field {
        case .title: marks.title.quotations(in: scanned, span: passage.span, continues: continues)
        case .text: marks.text.quotations(in: scanned, span: passage.span, continues: continues)
        }
    }

    /// Whether capitals mean names: not in links, nor in headlines that capitalise every word.
    private func namesPeople(_ passage: borrowing VoicePassage) -> Bool {
        switch passage.kind {
        case .link: false
        case .headline, .subheading, .standfirst:
            passage.items.contains {
                $0.kind == .word && !$0.isCapitalized && $0.end - $0.start >= 4
                    && $0.classes.isDisjoint(with: [.preposition, .conjunction, .subordinator, .determiner, .auxiliary])
            }
        case .body, .caption, .credit, .boilerplate: true
        }
    }

    mutating func append(_ draft: VoiceDraft) { drafts.append(draft) }

    private mutating func endRun() {
        carried = nil
        waiting = []
        isContinued = false
        announced = nil
    }

    /// Whether the next body passage, a caption between left out, begins with an opening mark.
    private func nextBodyOpens(behind index: Int) -> Bool {
        guard article.passages[index].kind == .body else { return false }
        var next = index + 1
        while next < article.passages.count, article.passages[next].kind == .caption || article.passages[next].kind == .credit { next += 1 }
        guard next < article.passages.count, article.passages[next].kind == .body else { return false }
        let bytes = texts[article.passages[next].field]
        let span = article.passages[next].span
        guard !span.isEmpty, ByteClass.of(bytes[span.start]) != .letter else { return false }
        let head = TokenScanner.scan(bytes, span: ByteSpan(span.start, min(span.end, span.start + 8)), vocabulary: vocabulary, to: buffers)
        guard let first = head.tokens.first, first.kind == .mark, let mark = QuotationMark(rawValue: first.index) else { return false }
        return mark != .rightDouble && mark != .rightSingle && mark != .twoSingles
    }

    private mutating func joinBody(_ voices: inout PassageVoices) {
        let base = drafts.count
        if let first = voices.draftOfQuotation.first, first >= 0, voices.passage.items.first?.kind == .quotation {
            if isContinued, let carried, voices.isUnattributed[0] { voices.setSpeaker(carried, ofQuotation: 0, rule: .continuedQuotation) }
            if !isContinued, voices.isUnattributed[0], standsAlone(voices.passage), let carried {
                voices.setSpeaker(carried, ofQuotation: 0, rule: .carriedOver)
            }
            carryOn(&voices)
            if isContinued, let mention = voices.drafts[first].mention {
                for place in waiting {
                    drafts[place].mention = mention
                    drafts[place].rule = .continuedQuotation
                }
                waiting = []
            }
        } else {
            waiting = []
        }
        addAnnounced(voices)
        drafts += voices.drafts
        remember(voices, base: base)
    }

    /// The whole paragraph is of whoever the one before announced, unless marks say more; items of a list go on.
    private mutating func addAnnounced(_ voices: borrowing PassageVoices) {
        guard let announced, let first = voices.passage.items.first, first.kind != .quotation, voices.announced == nil else { return }
        drafts.append(
            VoiceDraft(
                field: announced.speaker.field, span: voices.passage.span, voice: .reported, rule: .introducedBlock, cue: announced.cue,
                mention: announced.speaker))
    }

    /// Whether the passage is quotations and nothing else.
    private func standsAlone(_ passage: borrowing VoicePassage) -> Bool {
        guard let first = passage.sentences.first else { return false }
        for index in first where passage.items[index].kind == .word { return false }
        return true
    }

    /// Later quotations of the passage without a speaker take the first one's.
    private func carryOn(_ voices: inout PassageVoices) {
        guard let place = voices.draftOfQuotation.first, place >= 0, let mention = voices.drafts[place].mention else { return }
        for number in voices.draftOfQuotation.indices where voices.isUnattributed[number] {
            voices.setSpeaker(mention, ofQuotation: number, rule: .carriedOver)
        }
    }

    private mutating func remember(_ voices: borrowing PassageVoices, base: Int) {
        let isListItem = announced != nil && voices.passage.items.first.map { $0.kind == .dash || $0.kind == .other } ?? false
        announced = voices.announced ?? (isListItem ? announced : nil)
        let last = voices.passage.quotations.last
        isContinued = last?.isOpenAtEnd ?? false
        let found = voices.drafts
        let lastQuoted = voices.draftOfQuotation.last { $0 >= 0 && found[$0].voice == .quoted }
        if isContinued, let place = voices.draftOfQuotation.last, place >= 0, found[place].mention == nil {
            waiting.append(base + place)
            carried = nil
        } else {
            waiting = []
            carried = lastQuoted.flatMap { found[$0].mention } ?? voices.announced?.speaker ?? voices.lastReportedSpeaker
        }
    }
}

import Articles
import Words

/// Reads an article passage by passage: quotations that run over paragraphs, speakers carried over, the register of names.
struct ArticleVoices: ~Copyable {
    let article: Article
    let texts: ArticleTexts
    let buffers: VoiceBuffers
    var vocabulary: VoiceVocabulary { .english }
    private(set) var register: SpeakerRegister
    /// The speaker of the last quotation or reported clause, while nothing but body text has come between.
    private var carried: MentionNumber?
    /// Drafts of a quotation that runs over paragraphs and has no speaker yet.
    private var waiting: [Int] = []
    private var isContinued = false
    /// Who a passage that ended with a colon said would speak.
    private var announced: (speaker: MentionNumber, cue: ByteSpan)?
    private var marks = QuotationMarks()
    private var quotationTokens = QuotationTokens()
    /// The memory for a passage's drafts; with the passage while one is being read.
    private var found = PassageDrafts()
    /// Found where a passage first begins with what may be one, so that most articles are not walked over for them.
    private(set) var labels: SpeakerLabels?
    private var hasLabels = false
    /// The last passage with a label; -1 where the article is no interview, as far as is known.
    private(set) var lastLabelled = -1
    /// Whose turn it is between two labels of an interview.
    var turn: Turn?

    static func spans(of article: Article, speakers: LexiconSpeakers) -> [VoiceSpan] {
        let longest = article.passages.reduce(0) { max($0, min($1.span.count, PassagePieces.longest)) }
        let buffers = VoiceBuffers(longestPassage: longest)
        defer { buffers.deallocate() }
        return (article.title ?? []).withUnsafeBufferPointer { title in
            article.text.withUnsafeBufferPointer { text in
                let texts = ArticleTexts(title: TextBytes(title), text: TextBytes(text))
                var reader = ArticleVoices(article: article, texts: texts, speakers: speakers, buffers: buffers)
                for index in article.passages.indices { reader.read(index) }
                var resolver = SpeakerResolver(register: reader.takeRegister(), texts: texts)
                return DraftResolution(drafts: buffers.drafts, mentions: buffers.mentions).spans(by: &resolver)
            }
        }
    }

    private init(article: Article, texts: ArticleTexts, speakers: LexiconSpeakers, buffers: VoiceBuffers) {
        self.article = article
        self.texts = texts
        self.buffers = buffers
        register = SpeakerRegister(speakers: speakers, mentions: buffers.mentions)
    }

    private consuming func takeRegister() -> SpeakerRegister { register }

    private mutating func read(_ index: Int) {
        let passage = article.passages[index]
        guard passage.kind.hasVoices else {
            if !passage.kind.isInset { endRun() }
            return
        }
        let bytes = texts[passage.field]
        if !hasLabels, SpeakerLabels.mayBegin(passage, in: bytes) { findLabels() }
        let isLabelled = lastLabelled >= 0 && passage.kind.isSubheading && labels?.label(of: passage, in: bytes) != nil
        let kind = isLabelled ? .body : passage.kind
        guard passage.span.count > PassagePieces.longest else {
            return read(Passage(field: passage.field, span: passage.span, kind: kind), bytes, isLast: true, index: index)
        }
        let pieces = PassagePieces.pieces(of: passage.span, in: bytes)
        for (number, piece) in pieces.enumerated() {
            let isLast = number + 1 == pieces.count
            read(Passage(field: passage.field, span: piece, kind: kind), bytes, isLast: isLast, index: index)
        }
    }

    private mutating func findLabels() {
        let found = SpeakerLabels(article, texts)
        lastLabelled = found.lastLabelled ?? -1
        labels = found
        hasLabels = true
    }

    /// Reads a passage or a piece of one; `isLast` says whether nothing of the passage follows.
    private mutating func read(_ passage: Passage, _ bytes: TextBytes, isLast: Bool, index: Int) {
        let scanned = TokenScanner.scan(bytes, span: passage.span, vocabulary: vocabulary, to: buffers)
        let quotations = quotations(in: scanned, of: passage, nextIndex: isLast ? index + 1 : nil)
        var voiced = VoicePassage(passage, scanned, quotations: quotations, buffers: buffers)
        voiced.cutSentences(bytes)
        if voiced.namesPeople { register.addNames(of: voiced, field: passage.field, bytes: bytes) }
        if index <= lastLabelled, passage.kind.isBody, readTurn(voiced, passage, bytes, index: index) { return endRun() }
        var voices = PassageVoices(passage: voiced, field: passage.field, bytes: bytes, vocabulary: vocabulary, into: &found)
        switch passage.kind {
        case .body: joinBody(&voices)
        case .caption: break
        case .headline, .standfirst, .subheading, .link, .credit, .boilerplate: endRun()
        }
        found = voices.takeDrafts()
    }

    /// - Parameter nextIndex: the passage that follows in the article; nil where more of this one does.
    private mutating func quotations(in scanned: ScannedPassage, of passage: Passage, nextIndex: Int?) -> Quotations {
        guard !scanned.landmarks.marks.isEmpty else { return Quotations() }
        marks.read(scanned, span: passage.span, of: texts[passage.field])
        var continues = false
        if let nextIndex, marks.isOpen, article.passages[nextIndex - 1].kind.isBody { continues = article.bodyOpens(from: nextIndex) }
        marks.findOutermost(continues: continues)
        return quotationTokens.quotations(of: marks, in: scanned.tokens, to: buffers)
    }

    func append(_ draft: VoiceDraft) { buffers.drafts.append(draft) }

    private mutating func endRun() {
        carried = nil
        waiting = []
        isContinued = false
        announced = nil
    }

    private mutating func joinBody(_ voices: inout PassageVoices) {
        if let first = voices.draft(ofQuotation: 0), voices.passage.items.first?.kind == .quotation {
            if isContinued, let carried, voices.found.isUnattributed[0] {
                voices.setSpeaker(carried, ofQuotation: 0, rule: .continuedQuotation)
            }
            if !isContinued, voices.found.isUnattributed[0], let carried, voices.passage.standsAlone {
                voices.setSpeaker(carried, ofQuotation: 0, rule: .carriedOver)
            }
            voices.carryOn()
            if isContinued, let mention = buffers.drafts[first].mention {
                for place in waiting { voices.continueQuotation(at: place, by: mention) }
                waiting = []
            }
        } else {
            waiting = []
        }
        addAnnounced(&voices)
        remember(&voices)
    }

    /// The whole paragraph is of whoever the one before announced, unless marks say more; items of a list go on.
    private mutating func addAnnounced(_ voices: inout PassageVoices) {
        guard let announced, let first = voices.passage.items.first, first.kind != .quotation, voices.announced == nil else { return }
        voices.prepend(
            VoiceDraft(
                field: buffers.mentions[announced.speaker].field, span: voices.passage.span, voice: .reported, rule: .introducedBlock,
                cue: announced.cue, mention: announced.speaker))
    }

    private mutating func remember(_ voices: inout PassageVoices) {
        let isListItem = announced != nil && voices.passage.items.first.map { $0.kind == .dash || $0.kind == .other } ?? false
        announced = voices.announced ?? (isListItem ? announced : nil)
        isContinued = voices.passage.quotations.last?.isOpenAtEnd ?? false
        let lastDraft = voices.draft(ofQuotation: voices.passage.quotations.count - 1)
        if isContinued, let lastDraft, buffers.drafts[lastDraft].mention == nil {
            waiting.append(lastDraft)
            carried = nil
        } else {
            waiting = []
            carried = voices.lastQuotedSpeaker() ?? voices.announced?.speaker ?? voices.lastReportedSpeaker
        }
    }
}

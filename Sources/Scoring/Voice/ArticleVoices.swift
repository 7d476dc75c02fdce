import Articles
import Words

/// Reads an article passage by passage: quotations that run over paragraphs, speakers carried over, the register of names.
struct ArticleVoices: ~Copyable {
    private let passages: [Passage]
    /// The name of the article's source.
    let sourceName: String?
    private let texts: ArticleTexts
    /// The thread's, which is too large to be handed to and fro for each article.
    private let shared: UnsafeMutablePointer<VoiceMemory>
    /// A copy, since a global is asked for by a call.
    private let vocabulary = VoiceVocabulary.english
    /// The speaker of the last quotation or reported clause, while nothing but body text has come between.
    private var carried: MentionNumber?
    /// Drafts of a quotation that runs over paragraphs and has no speaker yet.
    private var waiting = FlatList<Int>()
    private var isContinued = false
    /// Who a passage that ended with a colon said would speak.
    private var announced: (speaker: MentionNumber, cue: ByteSpan)?
    /// Found where a passage first begins with what may be one, so that most articles are not walked over for them.
    private(set) var labels: SpeakerLabels?
    private var hasLabels = false
    /// The last passage with a label; -1 where the article is no interview, as far as is known.
    private(set) var lastLabelled = -1
    /// Whose turn it is between two labels of an interview.
    var turn: Turn?

    /// The spans of an article, read in memory that is used again for the next.
    static func spans(of article: Article, in memory: inout VoiceMemory) -> [VoiceSpan] {
        (article.title ?? []).withUnsafeBufferPointer { title in
            article.text.withUnsafeBufferPointer { text in
                let texts = ArticleTexts(title: TextBytes(title), text: TextBytes(text))
                memory.begin(article.passages)
                withUnsafeMutablePointer(to: &memory) { memory in
                    var reader = ArticleVoices(article, texts, memory: memory)
                    for index in reader.passages.indices { reader.read(index) }
                }
                return memory.spans(texts)
            }
        }
    }

    private init(_ article: Article, _ texts: ArticleTexts, memory: UnsafeMutablePointer<VoiceMemory>) {
        passages = article.passages
        sourceName = article.source.name
        self.texts = texts
        shared = memory
    }

    var memory: VoiceMemory {
        @inline(__always) _read { yield shared.pointee }
        @inline(__always) nonmutating _modify { yield &shared.pointee }
    }

    private mutating func read(_ index: Int) {
        let passage = passages[index]
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
        let found = SpeakerLabels(passages, texts)
        lastLabelled = found.lastLabelled ?? -1
        labels = found
        hasLabels = true
    }

    /// Reads a passage or a piece of one; `isLast` says whether nothing of the passage follows.
    private mutating func read(_ passage: Passage, _ bytes: TextBytes, isLast: Bool, index: Int) {
        let scanned = TokenScanner.scan(bytes, span: passage.span, vocabulary: vocabulary, to: memory.buffers)
        let quotations = quotations(in: scanned, of: passage, nextIndex: isLast ? index + 1 : nil)
        var voiced = VoicePassage(passage, scanned, quotations: quotations, buffers: memory.buffers)
        voiced.cutSentences(bytes)
        if voiced.namesPeople { memory.resolver.addNames(of: voiced, field: passage.field, bytes: bytes) }
        if index <= lastLabelled, passage.kind.isBody, readTurn(voiced, passage, bytes, index: index) { return endRun() }
        var voices = PassageVoices(passage: voiced, field: passage.field, bytes: bytes, vocabulary: vocabulary, into: &memory.found)
        switch passage.kind {
        case .body: joinBody(&voices)
        case .caption: break
        case .headline, .standfirst, .subheading, .link, .credit, .boilerplate: endRun()
        }
        memory.found = voices.takeDrafts()
    }

    /// - Parameter nextIndex: the passage that follows in the article; nil where more of this one does.
    private mutating func quotations(in scanned: ScannedPassage, of passage: Passage, nextIndex: Int?) -> Quotations {
        guard !scanned.landmarks.marks.isEmpty else { return Quotations() }
        memory.marks.read(scanned, span: passage.span, of: texts[passage.field])
        var continues = false
        if let nextIndex, memory.marks.isOpen, passages[nextIndex - 1].kind.isBody {
            continues = passages.body(from: nextIndex).map { texts[$0.field].opensQuotation(at: $0.span) } ?? false
        }
        memory.marks.findOutermost(continues: continues)
        return memory.quotationTokens.quotations(of: memory.marks, in: scanned.tokens, to: memory.buffers)
    }

    func append(_ draft: VoiceDraft) { memory.buffers.drafts.append(draft) }

    private mutating func endRun() {
        carried = nil
        waiting.removeAll()
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
            if isContinued, let mention = memory.buffers.drafts[first].mention {
                for number in waiting.indices { voices.continueQuotation(at: waiting[number], by: mention) }
                waiting.removeAll()
            }
        } else {
            waiting.removeAll()
        }
        addAnnounced(&voices)
        remember(&voices)
    }

    /// The whole paragraph is of whoever the one before announced, unless marks say more; items of a list go on.
    private mutating func addAnnounced(_ voices: inout PassageVoices) {
        guard let announced, let first = voices.passage.items.first, first.kind != .quotation, voices.announced == nil else { return }
        voices.prepend(
            VoiceDraft(
                field: memory.buffers.mentions[announced.speaker].field, span: voices.passage.span, voice: .reported,
                rule: .introducedBlock,
                cue: announced.cue, mention: announced.speaker))
    }

    private mutating func remember(_ voices: inout PassageVoices) {
        let isListItem = announced != nil && voices.passage.items.first.map { $0.kind == .dash || $0.kind == .other } ?? false
        announced = voices.announced ?? (isListItem ? announced : nil)
        isContinued = voices.passage.quotations.last?.isOpenAtEnd ?? false
        let lastDraft = voices.draft(ofQuotation: voices.passage.quotations.count - 1)
        if isContinued, let lastDraft, memory.buffers.drafts[lastDraft].mention == nil {
            waiting.append(lastDraft)
            carried = nil
        } else {
            waiting.removeAll()
            carried = voices.lastQuotedSpeaker() ?? voices.announced?.speaker ?? voices.lastReportedSpeaker
        }
    }
}

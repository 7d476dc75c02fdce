import Articles
import Lexicons
import Words

/// The work on one article: its passages in, its tally out. Never copied, since each copy would count all it holds.
struct ArticleScoring: ~Copyable {
    private let article: Article
    private let lexicon: Lexicon
    private let voices: VoiceMap
    private let verbs: SpeechVerbs
    private var speakers = SpeakerTable()
    private var passages: [PassageTally] = []
    private var hits: [Hit] = []
    private var names: ArticleNames
    private var introductions: [IntroducedSpeech] = []
    private var keptIntroductions: [IntroductionKey: Int] = [:]
    private let keptContexts: Int
    private let parts: TallyParts
    /// Hits of a framing in a voice so far, by their numbers.
    private var contexts = HashedNumbers()

    /// Enough to see who speaks and what it is about: such sentences are many.
    private static let bytesAroundVerb = 55
    /// Bytes; a cue is a verb or a few words.
    private static let longestCue = 40

    private struct IntroductionKey: Hashable {
        let implies: String
        let side: String?
    }

    /// - Parameter names: whose memory is used; what it held is gone.
    init(
        article: Article, lexicon: Lexicon, voices: VoiceMap, keptContexts: Int, parts: TallyParts,
        names: consuming ArticleNames = ArticleNames()
    ) {
        self.article = article
        self.names = names
        self.names.removeAll()
        passages.reserveCapacity(article.passages.count)
        self.lexicon = lexicon
        self.voices = voices
        verbs = SpeechVerbs(parts.contains(.speech) ? voices.spans : [], in: article)
        self.keptContexts = keptContexts
        self.parts = parts
    }

    /// Looks for the terms in all passages.
    mutating func score(in search: inout ArticleSearch, signing: inout PassageSigning) {
        let article = article
        // One stretch after the other uses the same memory.
        var taken = TakenStretch()
        search.forEachStretch(of: article) { search, stretch in
            let span = ByteSpan(article.passages[stretch.lowerBound].span.start, article.passages[stretch.upperBound - 1].span.end)
            taken.begin(search, span, of: article.bytes(of: article.passages[stretch.lowerBound].field), signing: &signing)
            add(stretch, of: &taken, search, textStart: 0)
        }
    }

    /// Adds passages that were searched, the next of a stretch.
    ///
    /// - Parameter textStart: where their field begins in the bytes that were searched.
    mutating func add(_ passages: Range<Int>, of taken: inout TakenStretch, _ search: borrowing ArticleSearch, textStart: Int) {
        guard let first = passages.first else { return }
        taken.read.bytes = article.bytes(of: article.passages[first].field)
        hits.reserveCapacity(hits.count + taken.matchCount(ofNext: passages.count, in: search))
        // From places of words to bytes of the field.
        let start = taken.start - textStart
        for index in passages {
            let passage = article.passages[index]
            let (place, matches) = taken.next(in: search)
            taken.read.place = place
            taken.read.words.removeAll(keepingCapacity: true)
            if needsWords(of: passage) { search.words.read(place, movedBy: start, into: &taken.read.words) }
            taken.read.sentences.removeAll(keepingCapacity: true)
            if needsSentences(of: passage, holdsMatch: !matches.isEmpty) {
                SentenceSegmenter.forEachSentence(in: taken.read.bytes, span: passage.span) { taken.read.sentences.append($0) }
            }
            let counts = search.words.counts
            add(passage: index, taken.read, matches: matches.lazy.map { $0.moved(by: -textStart) }) { byte in
                counts.words(before: min(max(byte, passage.span.start), passage.span.end) - start) - place.lowerBound
            }
        }
    }

    /// Whether the tally needs to know where all words of a passage stand: for its names and verbs.
    private func needsWords(of passage: Passage) -> Bool { passage.kind.isReaderFacing && (givesNames(passage) || hasVerb(passage)) }

    /// Whether the tally needs to know the sentences of a passage: for its names, or for what it keeps around hits and verbs.
    private func needsSentences(of passage: Passage, holdsMatch: Bool) -> Bool {
        guard passage.kind.isSearched else { return false }
        return givesNames(passage) || (keptContexts > 0 && (holdsMatch || hasVerb(passage)))
    }

    private func givesNames(_ passage: Passage) -> Bool { parts.contains(.names) && (passage.kind == .body || passage.kind == .standfirst) }

    private func hasVerb(_ passage: Passage) -> Bool { !verbs.isEmpty && !verbs.verbs(in: passage).isEmpty }

    /// Adds a passage of which the matches are known, from a scan or from an index.
    ///
    /// - Parameters:
    ///   - read: its words and sentences too where they are needed.
    ///   - before: how many of its words start before a byte of its field.
    mutating func add(
        passage index: Int, _ read: borrowing ReadPassage, matches: some Sequence<TermMatch>, wordsBefore before: (Int) -> Int
    ) {
        let passage = article.passages[index]
        passages.append(
            PassageTally(
                field: passage.field, kind: passage.kind, span: passage.span, signature: WordSignature(words: read.signature[read.place]),
                voiceRuns: parts.contains(.speech) && passage.kind.isReaderFacing ? voiceRuns(of: passage, before: before) : []
            ))
        guard passage.kind.isSearched else { return }
        if givesNames(passage) {
            names.add(words: read.words, hashes: read.hashes[read.place], sentences: read.sentences, in: read.bytes)
        }
        for match in matches { add(match, passageIndex: index, sentences: read.sentences) }
        guard passage.kind.isReaderFacing, !verbs.isEmpty else { return }
        for verb in verbs.verbs(in: passage) { add(verb, passageIndex: index, words: read.words, sentences: read.sentences) }
    }

    /// The memory of its names, for the next article.
    consuming func takeNames() -> ArticleNames { names }

    /// - Parameter readsMarksOnly: whether the article's language has no rules of attribution, so that only marks were read.
    func tally(readsMarksOnly: Bool) -> ArticleTally {
        ArticleTally(
            doc: article.id, source: article.source, date: article.date, dateIsInferred: article.dateIsInferred,
            language: article.language ?? lexicon.language, headline: headline, sha256: article.sha256, passages: passages,
            speakers: speakers.speakers, unbalancedQuotations: voices.unbalancedCount, readsMarksOnly: readsMarksOnly, hits: hits,
            names: names.kept, introductions: introductions
        )
    }

    private var headline: String? {
        article.passages.first { $0.kind == .headline }.map { article.string($0.span, in: $0.field) }
    }

    /// Words are tallied by the voice of their first byte, runs of one voice and speaker together.
    ///
    /// - Parameter before: how many of the passage's words start before a byte of its field.
    private mutating func voiceRuns(of passage: Passage, before: (Int) -> Int) -> [VoiceRun] {
        var runs: [VoiceRun] = []
        for stretch in voices.stretches(overlapping: passage.span, in: passage.field) where stretch.voice != .own {
            let (start, end) = (before(stretch.start), before(stretch.end))
            guard start < end else { continue }
            let speaker = voices.speaker(of: stretch, in: passage.field).map { speakers.index(of: $0) }
            if let last = runs.last, last.end == start, last.voice == stretch.voice, last.speaker == speaker {
                runs[runs.count - 1].end = end
            } else {
                runs.append(VoiceRun(first: start, end: end, voice: stretch.voice, speaker: speaker))
            }
        }
        return runs
    }

    private mutating func add(_ match: TermMatch, passageIndex: Int, sentences: [ByteSpan]) {
        let passage = article.passages[passageIndex]
        let voiceSpan = voices.span(at: match.span.start, in: passage.field)
        let voice = voiceSpan?.voice ?? .own
        let speaker = voice == .own ? nil : voiceSpan?.speaker
        let keepsContext = keepsContext(of: match, in: voice)
        hits.append(
            Hit(
                field: passage.field, span: match.span, surface: article.string(match.span, in: passage.field),
                concept: lexicon.concepts[match.conceptIndex].id,
                framing: lexicon.concepts[match.conceptIndex].framings[match.framingIndex].id,
                term: lexicon.concepts[match.conceptIndex].framings[match.framingIndex].terms[match.termIndex].pattern.source,
                passage: passage.kind, passageIndex: passageIndex, firstWord: match.firstWord, endWord: match.endWord,
                voice: voice, speaker: speaker?.displayName, side: speaker?.side, rule: voice == .own ? nil : voiceSpan?.rule.rawValue,
                cue: voice == .own ? nil : voiceSpan.flatMap { cue(of: $0) },
                context: keepsContext ? context(of: match.span, in: passage, sentences: sentences) : nil,
                status: passage.kind == .link ? .link : .counted
            ))
    }

    /// Whether the hit is among the first of its framing and voice, which keep their sentences. Ids are unique, so numbers tell framings apart.
    private mutating func keepsContext(of match: TermMatch, in voice: Voice) -> Bool {
        guard keptContexts > 0 else { return false }
        let key = UInt64(match.conceptIndex) << 34 ^ UInt64(match.framingIndex) << 2 ^ UInt64(voice.rank)
        let before = contexts[key] ?? 0
        contexts[key] = before + 1
        return before < keptContexts
    }

    private mutating func add(_ verb: SpeechVerbs.Verb, passageIndex: Int, words: [ByteSpan], sentences: [ByteSpan]) {
        let passage = article.passages[passageIndex]
        let key = IntroductionKey(implies: verb.entry.implies, side: verb.speaker?.side)
        keptIntroductions[key, default: 0] += 1
        let keepsContext = keptIntroductions[key, default: 0] <= min(keptContexts, LexiconScorer.keptIntroductions)
        introductions.append(
            IntroducedSpeech(
                field: passage.field, span: verb.span, surface: article.string(verb.span, in: passage.field), verb: verb.entry.base,
                implies: verb.entry.implies, passageIndex: passageIndex, word: words.partitioningIndex { $0.end > verb.span.start },
                speaker: verb.speaker.map { speakers.index(of: $0) },
                context: keepsContext ? context(of: verb.span, in: passage, sentences: sentences, each: Self.bytesAroundVerb) : nil,
                status: .counted
            ))
    }

    /// The words that decided, cut where a headline's cue is a whole line.
    private func cue(of span: VoiceSpan) -> String? {
        guard let cue = span.cue, cue.count <= Self.longestCue else { return nil }
        return article.string(cue, in: span.field)
    }

    private func context(of span: ByteSpan, in passage: Passage, sentences: [ByteSpan], each: Int = ContextCutter.bytesEachSide)
        -> HitContext
    {
        // By halves, since a hostile passage holds as many sentences as hits.
        let after = sentences.partitioningIndex { $0.start > span.start }
        let first = after > 0 ? sentences[after - 1].start : passage.span.start
        let holding = sentences.partitioningIndex { $0.end >= span.end }
        let last = holding < sentences.count ? sentences[holding].end : passage.span.end
        return ContextCutter(bytes: article.bytes(of: passage.field), bytesEachSide: each).context(of: span, within: ByteSpan(first, last))
    }
}

/// The speakers of one article in order of first mention, each once.
private struct SpeakerTable {
    private(set) var speakers: [TalliedSpeaker] = []
    private var indices: [String: Int] = [:]
    private static let keptMentions = 12

    mutating func index(of reference: SpeakerReference) -> Int {
        let name = reference.displayName
        let index = indices[name] ?? speakers.count
        if index == speakers.count {
            indices[name] = index
            speakers.append(TalliedSpeaker(name: name, side: reference.side, mentions: []))
        }
        let mentions = speakers[index].mentions
        if !reference.mentionText.isEmpty, mentions.count < Self.keptMentions, !mentions.contains(reference.mentionText) {
            speakers[index].mentions.append(reference.mentionText)
        }
        return index
    }
}

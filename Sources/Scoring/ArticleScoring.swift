import Articles
import Lexicons
import Words

/// The work on one article: its passages in, its tally out.
struct ArticleScoring {
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
    init(article: Article, lexicon: Lexicon, spans: [VoiceSpan], keptContexts: Int, names: consuming ArticleNames = ArticleNames()) {
        self.article = article
        self.names = names
        self.names.removeAll()
        passages.reserveCapacity(article.passages.count)
        self.lexicon = lexicon
        voices = VoiceMap(spans: spans)
        verbs = SpeechVerbs(spans, in: article)
        self.keptContexts = keptContexts
    }

    /// Looks for the terms in all passages.
    mutating func score(in search: inout ArticleSearch, signing: inout PassageSigning) {
        // One passage after the other uses the same memory.
        var words: [ByteSpan] = []
        var sentences: [ByteSpan] = []
        search.forEachStretch(of: article) { search, stretch in
            let start = article.passages[stretch.lowerBound].span.start
            let bytes = article.bytes(of: article.passages[stretch.lowerBound].field)
            let hashes = signing.hashes(of: search.words, in: bytes, ByteSpan(start, article.passages[stretch.upperBound - 1].span.end))
            let searched = search.passages.searched.all
            var (number, firstMatch) = (0, 0)
            hits.reserveCapacity(hits.count + search.found.all.count)
            for index in stretch {
                let passage = article.passages[index]
                let isSearched = passage.kind.isSearched
                let range = search.passages.words(ofPassage: index - stretch.lowerBound)
                search.words.read(range, movedBy: start, into: &words)
                sentences.removeAll(keepingCapacity: true)
                if isSearched { SentenceSegmenter.forEachSentence(in: bytes, span: passage.span) { sentences.append($0) } }
                let text = PassageWords(bytes: bytes, words: words, sentences: sentences)
                var matches: [TermMatch] = []
                if number < searched.count, searched[number].place == index - stretch.lowerBound {
                    matches = Array(search.found.matches(ofPassage: number, from: firstMatch))
                    firstMatch += matches.count
                    number += 1
                }
                add(passage: index, ReadPassage(text: text, hashes: hashes[range]), matches: matches)
            }
        }
    }

    /// Adds a passage of which the matches are known, from a scan or from an index.
    mutating func add(passage index: Int, _ read: ReadPassage, matches: some Sequence<TermMatch>) {
        let passage = article.passages[index]
        let text = read.text
        passages.append(
            PassageTally(
                field: passage.field, kind: passage.kind, span: passage.span, signature: read.signature,
                voiceRuns: passage.kind.isReaderFacing ? voiceRuns(of: text.words, in: passage.field) : []
            ))
        guard passage.kind.isSearched else { return }
        if passage.kind == .body || passage.kind == .standfirst {
            names.add(words: text.words, hashes: read.hashes, sentences: text.sentences, in: text.bytes)
        }
        for match in matches { add(match, passageIndex: index, sentences: text.sentences) }
        guard passage.kind.isReaderFacing else { return }
        for verb in verbs.verbs(in: passage) { add(verb, passageIndex: index, words: text.words, sentences: text.sentences) }
    }

    /// The memory of its names, for the next article.
    consuming func takeNames() -> ArticleNames { names }

    /// - Parameter readsMarksOnly: whether the article's language has no rules of attribution, so that only marks were read.
    func tally(unbalancedQuotations: Int, readsMarksOnly: Bool) -> ArticleTally {
        ArticleTally(
            doc: article.id, source: article.source, date: article.date, dateIsInferred: article.dateIsInferred,
            language: article.language ?? lexicon.language, headline: headline, sha256: article.sha256, passages: passages,
            speakers: speakers.speakers,
            unbalancedQuotations: unbalancedQuotations, readsMarksOnly: readsMarksOnly, hits: hits, names: names.kept,
            introductions: introductions
        )
    }

    private var headline: String? {
        article.passages.first { $0.kind == .headline }.map { article.string($0.span, in: $0.field) }
    }

    /// Words are tallied by the voice of their first byte, runs of one voice and speaker together.
    private mutating func voiceRuns(of words: [ByteSpan], in field: TextField) -> [VoiceRun] {
        guard let first = words.first, let last = words.last else { return [] }
        var runs: [VoiceRun] = []
        var next = 0
        for segment in voices.segments(overlapping: ByteSpan(first.start, last.end), in: field) {
            while next < words.count, words[next].start < segment.span.start { next += 1 }
            let start = next
            while next < words.count, words[next].start < segment.span.end { next += 1 }
            guard segment.voice.voice != .own, start < next else { continue }
            let speaker = segment.voice.speaker.map { speakers.index(of: $0) }
            if let last = runs.last, last.end == start, last.voice == segment.voice.voice, last.speaker == speaker {
                runs[runs.count - 1].end = next
            } else {
                runs.append(VoiceRun(first: start, end: next, voice: segment.voice.voice, speaker: speaker))
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
                cue: voice == .own ? nil : voiceSpan.flatMap(cue),
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

extension TextWords {
    /// Puts where some words stand, moved to where the stretch begins in its text, into `spans`.
    fileprivate func read(_ words: Range<Int>, movedBy start: Int, into spans: inout [ByteSpan]) {
        precondition(words.upperBound <= count, "words that there are")
        let (starts, ends) = (starts.prefix(count), ends.prefix(count))
        spans.removeAll(keepingCapacity: true)
        spans.reserveCapacity(words.count)
        for word in words { spans.append(ByteSpan(Int(starts[word]) + start, Int(ends[word]) + start)) }
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

import Articles
package import Lexicons
import Words

/// Scores a lexicon on an indexed corpus without reading its text: the same hits and tallies as `LexiconScorer` on the articles.
///
/// ```swift
/// let scorer = IndexScorer(index: index, lexicon: changed, voices: .full)
/// scorer.search().countsByArticle()      // in milliseconds
/// try scorer.tallies(threads: 2)         // all that a report needs, in the order of the articles
/// ```
/// Where the lexicon names other speakers than the index was made with, or voices are wanted in another mode, they are read anew from the
/// words that the index holds: slower, and exact.
package struct IndexScorer: Sendable {
    private let index: CorpusIndex
    let lexicon: Lexicon
    private let voiceReader: VoiceReader
    private let keepsVoices: Bool
    private let keptContexts: Int
    private let parts: TallyParts

    /// - Parameters: as of `LexiconScorer`.
    package init(
        index: CorpusIndex, lexicon: Lexicon, voices: VoiceMode, keptContexts: Int = LexiconScorer.keptContexts, parts: TallyParts = .all
    ) {
        self.index = index
        self.lexicon = lexicon
        self.keptContexts = keptContexts
        self.parts = parts
        voiceReader = VoiceReader(lexicon, mode: voices)
        let wanted = IndexKey(corpus: Corpus(), options: ReadingOptions(), voices: voiceReader)
        keepsVoices = index.key.hasVoices(of: wanted)
    }

    /// The hits of all terms.
    ///
    /// - Complexity: O(postings of each term's rarest word), with a factor that the lexicon sets and bounds.
    package func search(threads: Int = 1) -> IndexedHits {
        let jobs = self.jobs()
        let parts = OrderedParallel(threads: threads).map(jobs, state: { [LexiconLanguage: IndexedLexicon]() }) { job, compiled in
            let ready = compiled[job.language] ?? IndexedLexicon(CompiledLexicon(lexicon, language: job.language))
            compiled[job.language] = ready
            return search(job, ready)
        }
        return IndexedHits(
            index: index, parts: parts.compactMap(\.self), voiceReading: VoiceReading(reader: keepsVoices ? nil : voiceReader))
    }

    /// The tallies of all articles, in their order: equal to those of a scan.
    ///
    /// - Throws: `IndexFault` where the index says what cannot be.
    package func tallies(threads: Int = 1) throws(IndexFault) -> [ArticleTally] { try tallies(threads: threads, after: nil).tallies }

    /// The same, where the tallies of articles in which another lexicon found the same are known.
    ///
    /// - Parameter earlier: of the same index.
    package func tallies(threads: Int = 1, after earlier: IndexedTallies?) throws(IndexFault) -> IndexedTallies {
        let hits = search(threads: threads)
        let places = index.articlePlaces()
        let partsOfSegment = Dictionary(grouping: hits.parts, by: \.segment)
        let known = earlier.flatMap { KnownTallies($0, for: self, hits) }
        let numbers = Array(places.indices)
        let tallies = OrderedParallel(threads: threads).map(numbers, state: { ScoringSession(lexicon, voiceReader) }) { number, session in
            known?.tally(ofArticle: number, at: places[number])
                ?? index.withSegment(places[number].segment) { segment in
                    tally(ofArticle: places[number].article, in: segment, partsOfSegment[places[number].segment] ?? [], &session)
                }.flatMap(\.self)
        }
        let whole = tallies.compactMap(\.self)
        guard whole.count == tallies.count else { throw IndexFault("its tables are out of order") }
        return IndexedTallies(tallies: whole, scorer: self, hits: hits)
    }

    /// Whether another scorer makes the same tally of an article in which it finds the same.
    func agrees(with other: IndexScorer) -> Bool {
        lexicon.language == other.lexicon.language && lexicon.speakers == other.lexicon.speakers
            && voiceReader.mode == other.voiceReader.mode && keptContexts == other.keptContexts && parts == other.parts
    }

    /// Articles of one language in one segment.
    private struct Job: Sendable {
        let segment: Int
        let language: LexiconLanguage
        /// By article of the segment; nil where all are of the language.
        let admits: [Bool]?
    }

    private func jobs() -> [Job] {
        let termLanguages = LexiconLanguage.termLanguages(of: lexicon)
        return index.segments.indices.flatMap { number in
            index.withSegment(number) { segment in
                if segment.isOfOneLanguage {
                    let language = LexiconLanguage(article: segment.language(ofArticle: 0), lexicon: lexicon, termLanguages: termLanguages)
                    return [Job(segment: number, language: language, admits: nil)]
                }
                // Codes of the segment's languages to what they mean for the lexicon; nearly always one.
                var meanings: [UInt32: LexiconLanguage] = [:]
                var last: UInt32?
                for (article, code) in segment.articleLanguages.enumerated() where code != last {
                    last = code
                    guard meanings[code] == nil else { continue }
                    let language = segment.language(ofArticle: article)
                    meanings[code] = LexiconLanguage(article: language, lexicon: lexicon, termLanguages: termLanguages)
                }
                let distinct = Set(meanings.values)
                return distinct.map { language in
                    let admits = distinct.count == 1 ? nil : segment.articleLanguages.map { meanings[$0] == language }
                    return Job(segment: number, language: language, admits: admits)
                }
            } ?? []
        }
    }

    private func search(_ job: Job, _ lexicon: IndexedLexicon) -> IndexedHits.Part? {
        index.withSegment(job.segment) { segment in
            let hits: [SegmentHit]
            if let word = SingleWordSearch(lexicon, in: segment) {
                hits = word.hits(in: segment, job.admits)
            } else {
                var search = SegmentSearch(lexicon, in: segment)
                search.search(job.admits)
                hits = search.hits
            }
            return IndexedHits.Part(
                segment: job.segment, terms: lexicon.compiled.terms, hits: hits, articles: segment.articles(of: hits))
        }
    }

    private func tally(
        ofArticle number: Int, in segment: SegmentView, _ parts: [IndexedHits.Part], _ session: inout ScoringSession
    ) -> ArticleTally? {
        guard let rebuilt = segment.article(number) else { return nil }
        session.signing.forgetWordsIfFull()
        let article = rebuilt.article
        let voices = keepsVoices ? VoiceMap(spans: rebuilt.spans) : session.voices.map(of: article)
        var scoring = ArticleScoring(
            article: article, lexicon: lexicon, voices: voices, keptContexts: keptContexts, parts: self.parts)
        let matches = segment.matchesByPassage(ofArticle: number, rebuilt.words, parts)
        for (passage, words) in rebuilt.words.enumerated() {
            scoring.add(passage: passage, session.signing.read(words), matches: matches[passage][...]) { byte in
                words.words.partitioningIndex { $0.start >= byte }
            }
        }
        return scoring.tally(readsMarksOnly: voiceReader.mode == .full && !voiceReader.isEnglish(article.language))
    }
}

extension SegmentView {
    /// The matches in each passage of an article, whose hits stand in one of the parts.
    fileprivate func matchesByPassage(
        ofArticle article: Int, _ texts: [PassageWords], _ parts: [IndexedHits.Part]
    ) -> [[TermMatch]] {
        let first = Int(articleFirst[article])
        var matches = [[TermMatch]](repeating: [], count: Int(articleFirst[article + 1]) - first)
        for part in parts {
            var passage = first
            for hit in part.hits(ofArticle: article) {
                while words(ofPassage: passage).upperBound <= Int(hit.word) { passage += 1 }
                let spans = texts[passage - first].words[(Int(hit.word) - Int(passageFirst[passage]))...].prefix(Int(hit.wordCount))
                guard let start = spans.first?.start, let end = spans.last?.end else { continue }
                matches[passage - first].append(
                    match(hit, part.terms[Int(hit.term)], inPassage: passage, span: ByteSpan(start, end)))
            }
        }
        return matches
    }

    /// The articles of `hits`, which ascend, and where the hits of each end.
    func articles(of hits: [SegmentHit]) -> [IndexedHits.ArticleEnd] {
        // Each hit by itself and without a branch, so that the tables' lines are waited for together.
        [IndexedHits.ArticleEnd](unsafeUninitializedCapacity: min(hits.count, articleNumbers.count)) { ends, count in
            var last = -1
            for (index, hit) in hits.enumerated() {
                let article = article(ofWord: Int(hit.word))
                count &+= article != last ? 1 : 0
                ends[count &- 1] = IndexedHits.ArticleEnd(
                    article: UInt32(truncatingIfNeeded: article), end: UInt32(truncatingIfNeeded: index + 1))
                last = article
            }
        }
    }
}

extension IndexedHits.Part {
    func hits(ofArticle article: Int) -> ArraySlice<SegmentHit> {
        let place = articles.partitioningIndex { Int($0.article) >= article }
        guard place < articles.count, Int(articles[place].article) == article else { return [] }
        return hits[(place > 0 ? Int(articles[place - 1].end) : 0)..<Int(articles[place].end)]
    }
}

extension CorpusIndex {
    /// Where each article stands, by its number.
    struct ArticlePlace: Sendable {
        let segment: Int
        let article: Int
    }

    func articlePlaces() -> [ArticlePlace] {
        var places = [ArticlePlace?](repeating: nil, count: articleCount)
        for number in segments.indices {
            withSegment(number) { segment in
                for (article, name) in segment.articleNumbers.enumerated() {
                    places[Int(name)] = ArticlePlace(segment: number, article: article)
                }
            }
        }
        return places.compactMap(\.self)
    }
}

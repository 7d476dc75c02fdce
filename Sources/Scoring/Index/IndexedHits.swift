package import Articles
import Words

/// A hit as an index finds it, with its place and voice.
package struct IndexedHit: Hashable, Sendable {
    /// The article's number: its place among the articles that were indexed.
    package let article: Int
    package let passageIndex: Int
    package let passage: PassageKind
    package let field: TextField
    package let match: TermMatch
    package let surface: String
    package let voice: Voice
    /// The speaker's resolved name, else the mention; nil in own voice or where nobody is named.
    package let speaker: String?
    package let side: String?
}

/// All hits of a lexicon in an indexed corpus, kept small until they are asked for one by one.
package struct IndexedHits: Sendable {
    /// The hits of articles of one language in one segment.
    struct Part: Sendable {
        let segment: Int
        let terms: [CompiledLexicon.CompiledTerm]
        /// Ascending.
        let hits: [SegmentHit]
        /// The articles of the segment that have hits, ascending, and where the hits of each end.
        let articles: [ArticleEnd]
    }

    struct ArticleEnd: Sendable {
        let article: UInt32
        let end: UInt32
    }

    let index: CorpusIndex
    let parts: [Part]
    let voiceReading: VoiceReading

    package var count: Int { parts.reduce(0) { $0 + $1.hits.count } }

    /// The articles with hits and how many each has, of all terms together; in no order that matters.
    package func articleCounts() -> [(article: Int, hits: Int)] {
        var counts: [(article: Int, hits: Int)] = []
        counts.reserveCapacity(parts.reduce(0) { $0 + $1.articles.count })
        for part in parts {
            index.withSegment(part.segment) { segment in
                var start = 0
                for entry in part.articles {
                    counts.append((Int(segment.articleNumbers[Int(entry.article)]), Int(entry.end) - start))
                    start = Int(entry.end)
                }
            }
        }
        return counts
    }

    /// Hits by article number, of all terms together.
    package func countsByArticle() -> [Int] {
        var counts = [Int](repeating: 0, count: index.articleCount)
        for entry in articleCounts() { counts[entry.article] += entry.hits }
        return counts
    }

    /// Hits of each term, by its place in the lexicon (concept, framing, term), for all terms with hits.
    package func countsByTerm() -> [[Int]: Int] {
        var counts: [[Int]: Int] = [:]
        for part in parts {
            var byNumber = [Int](repeating: 0, count: part.terms.count)
            for hit in part.hits { byNumber[Int(hit.term)] += 1 }
            for (term, count) in zip(part.terms, byNumber) where count > 0 {
                counts[[term.concept, term.framing, term.term], default: 0] += count
            }
        }
        return counts
    }

    /// Every hit in full, in the order of articles, passages and places.
    ///
    /// - Throws: `IndexFault` where the index says what cannot be.
    package func all() throws(IndexFault) -> [IndexedHit] {
        var found: [IndexedHit] = []
        for number in parts.indices { found += try hits(of: number) }
        return found.sorted { left, right in
            let (one, other) = (left.match, right.match)
            return (left.article, left.passageIndex, one.firstWord, one.conceptIndex)
                < (right.article, right.passageIndex, other.firstWord, other.conceptIndex)
        }
    }

    private func hits(of number: Int) throws(IndexFault) -> [IndexedHit] {
        let part = parts[number]
        let read = index.withSegment(part.segment) { segment -> [IndexedHit]? in
            var found: [IndexedHit] = []
            var start = 0
            for entry in part.articles {
                let (article, end) = (Int(entry.article), Int(entry.end))
                guard let voices = voiceReading.voices(ofArticle: article, in: segment) else { return nil }
                let reader = HitReader(segment: segment, article: article, terms: part.terms, voices: voices)
                found += reader.hits(part.hits[start..<end])
                start = end
            }
            return found
        }
        guard case .some(.some(let hits)) = read else { throw IndexFault("its tables are out of order") }
        return hits
    }
}

/// Where the voice of a hit comes from.
struct VoiceReading: Sendable {
    /// Nil where the index holds the voices that are asked for.
    let reader: VoiceReader?

    enum Voices {
        case kept
        case read(VoiceMap)
    }

    /// Nil where the index says what cannot be.
    func voices(ofArticle article: Int, in segment: SegmentView) -> Voices? {
        guard let reader else { return .kept }
        if reader.mode == .none { return .read(VoiceMap(spans: [])) }
        return segment.article(article).map { .read(reader.map(of: $0.article)) }
    }
}

/// Writes the hits of one article out in full.
private struct HitReader {
    let segment: SegmentView
    let article: Int
    let terms: [CompiledLexicon.CompiledTerm]
    let voices: VoiceReading.Voices

    func hits(_ hits: ArraySlice<SegmentHit>) -> [IndexedHit] {
        var passage = Int(segment.articleFirst[article])
        return hits.map { hit in
            while segment.words(ofPassage: passage).upperBound <= Int(hit.word) { passage += 1 }
            return full(hit, passage: passage)
        }
    }

    private func full(_ hit: SegmentHit, passage: Int) -> IndexedHit {
        let span = segment.span(of: hit.words, inPassage: passage)
        let match = segment.match(hit, terms[Int(hit.term)], inPassage: passage, span: span)
        let place = segment.passage(passage)
        let voice = voice(of: hit, at: match.span.start, in: place.field)
        return IndexedHit(
            article: Int(segment.articleNumbers[article]), passageIndex: passage - Int(segment.articleFirst[article]), passage: place.kind,
            field: place.field, match: match, surface: segment.surface(of: hit.words), voice: voice.voice, speaker: voice.speaker,
            side: voice.side)
    }

    private func voice(of hit: SegmentHit, at start: Int, in field: TextField) -> (voice: Voice, speaker: String?, side: String?) {
        switch voices {
        case .read(let map):
            guard let span = map.span(at: start, in: field), span.voice != .own else { return (.own, nil, nil) }
            return (span.voice, span.speaker?.displayName, span.speaker?.side)
        case .kept:
            guard let run = segment.run(ofWord: Int(hit.word)) else { return (.own, nil, nil) }
            let voice = segment.run(run).voice
            return (voice.voice, voice.name.flatMap(string), voice.side.flatMap(string))
        }
    }

    private func string(_ number: Int) -> String? { number < segment.strings.count ? segment.strings.string(number) : nil }
}

extension SegmentView {
    /// A hit by its words in the passage and its bytes in the article.
    func match(_ hit: SegmentHit, _ term: CompiledLexicon.CompiledTerm, inPassage passage: Int, span: ByteSpan) -> TermMatch {
        let first = Int(passageFirst[passage])
        return TermMatch(
            conceptIndex: term.concept, framingIndex: term.framing, termIndex: term.term, firstWord: Int(hit.word) - first,
            endWord: Int(hit.word) + Int(hit.wordCount) - first, span: span)
    }
}

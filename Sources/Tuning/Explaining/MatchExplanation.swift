package import Articles
package import Lexicons
package import Scoring
package import Words

/// Why the terms of a lexicon match a text, or nearly do: word by word, term by term.
package struct MatchExplanation: Sendable {
    package struct Word: Sendable, Hashable {
        package let text: String
        /// As it is compared.
        package let folded: String
    }

    /// A term that stands in the text, apart from its conditions and the overlap rule.
    package struct Candidate: Sendable {
        package let framing: FramingReference
        package let term: String
        /// 1-based line in the lexicon's file; 0 where it is not known.
        package let line: Int
        package let field: TextField
        package let span: ByteSpan
        package let surface: String
        package let outcome: Outcome
    }

    package enum Outcome: Sendable, Hashable {
        /// It is a hit, in this voice; the rule is nil in the text's own.
        case hit(voice: Voice, rule: String?, cue: String?, speaker: String?)
        /// Cancelled by one of its longer contexts.
        case unless(String)
        /// None of the words that it wants near it is there.
        case near([String], within: Int)
        /// No condition cancels it alone, but all of them together do.
        case conditionsTogether
        /// Another term of the concept took its place.
        case overlap(by: String, framing: FramingReference, Reason)
        /// Its passage is not searched.
        case notSearched(PassageKind)

        package enum Reason: String, Sendable, Hashable {
            case startsEarlier, isLonger, isListedFirst
        }
    }

    package let words: [Word]
    /// In the order of the text.
    package let candidates: [Candidate]
    /// Words that no term finds, with a listed word that resembles them.
    package let nearWords: [(word: String, listed: String, framing: FramingReference)]

    /// Explains a text of lines, each taken for a paragraph of an article.
    package init(text: String, lexicon: Lexicon, voices: VoiceMode) {
        let bytes = Array(text.utf8)
        var passages: [Passage] = []
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !line.isEmpty { passages.append(Passage(field: .text, span: ByteSpan(start, start + line.count), kind: .body)) }
            start += line.count + 1
        }
        let article = Article(
            id: "text", source: Source(name: nil), date: nil, dateIsInferred: false, title: nil, text: bytes, language: lexicon.language,
            url: nil, otherKeys: [], sha256: "", passages: passages)
        self.init(article, lexicon: lexicon, voices: voices)
    }

    init(_ article: Article, lexicon: Lexicon, voices: VoiceMode) {
        let scorer = LexiconScorer(lexicon: lexicon, voices: voices, keptContexts: 0, parts: [])
        let hits = scorer.score([article])[0].hits
        let search = CandidateSearch(lexicon)
        let found = article.passages.indices.flatMap { search.candidates(in: article, passage: $0, hits: hits) }
        candidates = found.sorted {
            ($0.field.rawValue, $0.span.start, -$0.span.end, $0.framing, $0.term) < (
                $1.field.rawValue, $1.span.start, -$1.span.end, $1.framing, $1.term
            )
        }
        let spans = article.passages.flatMap { passage in
            WordSegmenter.words(in: article.bytes(of: passage.field), span: passage.span).map { (passage.field, $0) }
        }
        let language = article.language ?? lexicon.language
        words = spans.map { field, span in
            let bytes = article.bytes(of: field)[span.range]
            return Word(text: String(decoding: bytes, as: UTF8.self), folded: WordForm.folded(bytes, language: language))
        }
        var listed = ListedWords(lexicon)
        nearWords = Self.nearWords(words, candidates, &listed)
    }

    private static func nearWords(
        _ words: [Word], _ candidates: [Candidate], _ listed: inout ListedWords
    ) -> [(word: String, listed: String, framing: FramingReference)] {
        var seen: Set<String> = []
        return words.compactMap { word in
            guard word.folded.count > 3, seen.insert(word.folded).inserted, !listed.lists(word.folded) else { return nil }
            let entry = listed.entriesByStem[WordStem.stem(of: word.folded)] ?? listed.spelledLike(word.folded)
            return entry.map { (word.text, $0.word, $0.framing) }
        }
    }
}

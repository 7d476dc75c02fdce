package import Articles
package import Lexicons

/// The lexicon scorer: finds the terms of a lexicon in an article and says in whose voice each stands.
///
/// ```swift
/// let scorer = LexiconScorer(lexicon: lexicon, voices: .full)
/// let tallies = scorer.score(articles, threads: 2)   // in the order of the articles, whatever the threads
/// ```
package struct LexiconScorer: Sendable {
    /// Hits of one framing and voice in one article that keep their sentence; further ones are counted without it.
    package static let keptContexts = 12

    /// Verbs of one group and side in one article that keep their sentence.
    static let keptIntroductions = 3

    private let lexicon: Lexicon
    private let voiceReader: VoiceReader
    private let keptContexts: Int

    package init(lexicon: Lexicon, voices: VoiceMode, keptContexts: Int = Self.keptContexts) {
        self.lexicon = lexicon
        self.keptContexts = keptContexts
        voiceReader = VoiceReader(speakers: lexicon.speakers, mode: voices)
    }

    /// The tallies of `articles`, in their order.
    package func score(_ articles: [Article], threads: Int = 1) -> [ArticleTally] {
        OrderedParallel(threads: threads).map(articles, state: { ScoringSession(lexicon) }) { article, session in
            score(article, in: &session)
        }
    }

    private func score(_ article: Article, in session: inout ScoringSession) -> ArticleTally {
        session.matching.forgetWordsIfFull()
        let spans = voiceReader.spans(in: article)
        var scoring = ArticleScoring(article: article, lexicon: lexicon, spans: spans, keptContexts: keptContexts)
        for index in article.passages.indices { scoring.score(passage: index, in: &session) }
        return scoring.tally(
            unbalancedQuotations: spans.count(where: \.isUnbalanced),
            readsMarksOnly: voiceReader.mode == .full && !voiceReader.isEnglish(article.language)
        )
    }
}

/// What a thread remembers from article to article: which words mean what to the lexicon, and their signatures.
struct ScoringSession {
    var matching: MatchingSession
    var signing = WordSigner()

    init(_ lexicon: Lexicon) { matching = MatchingSession(lexicon) }

    /// The numbers and the signature of a passage's words.
    mutating func read(_ text: PassageWords) -> ReadPassage {
        let numbers = matching.numbers(of: text.words, in: text.bytes)
        let signature = signing.signature(of: text.words, numbers: numbers, in: text.bytes, numbering: matching.numbering)
        return ReadPassage(text: text, numbers: numbers, signature: signature)
    }
}

/// A passage cut into words, with their numbers and signature.
struct ReadPassage {
    let text: PassageWords
    let numbers: [Int32]
    let signature: WordSignature
}

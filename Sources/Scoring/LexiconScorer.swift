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
    private let parts: TallyParts

    /// - Parameters:
    ///   - keptContexts: hits of one framing and voice in one article that keep their sentence.
    ///   - parts: what tallies hold beside the hits.
    package init(lexicon: Lexicon, voices: VoiceMode, keptContexts: Int = Self.keptContexts, parts: TallyParts = .all) {
        self.lexicon = lexicon
        self.keptContexts = keptContexts
        self.parts = parts
        voiceReader = VoiceReader(speakers: lexicon.speakers, mode: voices)
    }

    /// The tallies of `articles`, in their order.
    package func score(_ articles: [Article], threads: Int = 1) -> [ArticleTally] {
        OrderedParallel(threads: threads).map(articles, state: { ScoringSession(lexicon, voiceReader) }) { article, session in
            score(article, in: &session)
        }
    }

    private func score(_ article: Article, in session: inout ScoringSession) -> ArticleTally {
        session.signing.forgetWordsIfFull()
        var names = ArticleNames()
        swap(&names, &session.names)
        var scoring = ArticleScoring(
            article: article, lexicon: lexicon, voices: session.voices.map(of: article), keptContexts: keptContexts, parts: parts,
            names: names)
        scoring.score(in: &session.search, signing: &session.signing)
        let tally = scoring.tally(readsMarksOnly: voiceReader.mode == .full && !voiceReader.isEnglish(article.language))
        session.names = scoring.takeNames()
        return tally
    }
}

/// What a thread remembers from article to article.
struct ScoringSession: ~Copyable {
    var voices: VoiceSession
    var search: ArticleSearch
    var signing = PassageSigning()
    var names = ArticleNames()

    init(_ lexicon: Lexicon, _ voices: VoiceReader) {
        self.voices = VoiceSession(voices)
        search = ArticleSearch(lexicon)
    }
}

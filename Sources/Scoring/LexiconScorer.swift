package import Articles
package import Lexicons
import Words

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
        voiceReader = VoiceReader(lexicon, mode: voices)
    }

    /// The tallies of `articles`, in their order.
    package func score(_ articles: [Article], threads: Int = 1) -> [ArticleTally] {
        let groups = ArticleGroups.groups(of: articles)
        return OrderedParallel(threads: threads).map(groups, state: { ScoringSession(lexicon, voiceReader) }) { group, session in
            score(articles[group], in: &session)
        }.flatMap { $0 }
    }

    private func score(_ group: ArraySlice<Article>, in session: inout ScoringSession) -> [ArticleTally] {
        session.signing.forgetWordsIfFull()
        if group.count > 1 {
            session.joined.replace(with: group)
            let language = group[group.startIndex].language
            if session.search.search(session.joined.texts, language: language) { return scoreJoined(group, language, in: &session) }
        }
        return group.map { article in
            var scoring = scoring(of: article, session.voices.map(of: article), in: &session)
            scoring.score(in: &session.search, signing: &session.signing)
            return end(scoring, article, in: &session)
        }
    }

    /// The tallies of articles that were searched together.
    private func scoreJoined(_ group: ArraySlice<Article>, _ language: String?, in session: inout ScoringSession) -> [ArticleTally] {
        var taken = TakenStretch()
        taken.begin(session.search, session.joined.span, of: session.joined.texts.bytes, signing: &session.signing)
        let readsMarksOnly = voiceReader.readsMarksOnly(language)
        if readsMarksOnly { session.voices.read(session.joined.texts, language: language) }
        var next = 0
        return group.map { article in
            let fields = session.joined.fields(of: article, from: &next)
            let marks = readsMarksOnly ? session.voices.map(ofTitle: fields.title?.span, text: fields.text.span) : nil
            var scoring = scoring(of: article, marks ?? session.voices.map(of: article), in: &session)
            if let title = fields.title { scoring.add(title.passages, of: &taken, session.search, textStart: title.span.start) }
            scoring.add(fields.text.passages, of: &taken, session.search, textStart: fields.text.span.start)
            return end(scoring, article, in: &session)
        }
    }

    private func scoring(of article: Article, _ voices: VoiceMap, in session: inout ScoringSession) -> ArticleScoring {
        var names = ArticleNames()
        swap(&names, &session.names)
        return ArticleScoring(
            article: article, lexicon: lexicon, voices: voices, keptContexts: keptContexts, parts: parts, names: names)
    }

    private func end(_ scoring: consuming ArticleScoring, _ article: Article, in session: inout ScoringSession) -> ArticleTally {
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
    var joined = JoinedArticles()

    init(_ lexicon: Lexicon, _ voices: VoiceReader) {
        self.voices = VoiceSession(voices)
        search = ArticleSearch(lexicon)
    }
}

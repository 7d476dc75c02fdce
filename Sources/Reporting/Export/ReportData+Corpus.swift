import Articles
import Comparing
import Scoring

extension ReportData {
    struct SourceData: Encodable {
        let id: String
        let name: String
        let isKnown: Bool
        let isRetold: Bool
        let articles: [String]
        let words: VoiceCounts
        let speakers: [SpeakerData]

        init(_ source: ComparedSource, _ comparison: Comparison) {
            id = source.slug
            name = source.name
            isKnown = source.isKnown
            isRetold = source.isRetold
            articles = comparison.articles[source.articles].map(\.doc)
            words = source.words
            speakers = source.speakers.map(SpeakerData.init)
        }
    }

    struct SpeakerData: Encodable {
        let name: String
        let side: String?
        let mentions: [String]
        let words: VoiceCounts

        init(_ speaker: SpeakerWords) {
            name = speaker.name
            side = speaker.side
            mentions = speaker.mentions
            words = speaker.words
        }
    }

    struct ArticleData: Encodable {
        let doc: String
        let source: String
        let date: ArticleDate?
        let dateIsInferred: Bool
        let headline: String?
        let language: String?
        let sha256: String
        let words: VoiceCounts
        let wordsSetAside: Int
        let wordsShared: Int
        /// The doc of an earlier article of the source that it nearly repeats.
        let original: String?

        init(_ article: ComparedArticle, _ comparison: Comparison) {
            doc = article.doc
            source = comparison.sources[article.sourceIndex].slug
            date = article.date
            dateIsInferred = article.dateIsInferred
            headline = article.headline
            language = article.language
            sha256 = article.sha256
            words = article.words
            wordsSetAside = article.wordsSetAside
            wordsShared = article.wordsShared
            original = article.original.map { comparison.articles[$0].doc }
        }
    }

    struct RepeatData: Encodable {
        let earlier: String
        let later: String
        let words: Int
        let hitsSetAside: Int

        init(_ passage: RepeatedPassage, _ comparison: Comparison) {
            earlier = comparison.articles[passage.earlier].doc
            later = comparison.articles[passage.later].doc
            words = passage.words
            hitsSetAside = passage.hitsSetAside
        }
    }

    /// Hits and words that were found but not counted, by reason.
    struct SetAsideData: Encodable {
        let repeated: Int
        let duplicate: Int
        let link: Int
        let rejected: Int
        let shared: Int
        let wordsShared: Int
        let wordsRepeated: Int
        /// By kind of passage; an object with sorted keys.
        let wordsLeftOut: [String: Int]

        init(_ setAside: SetAside) {
            repeated = setAside.repeated
            duplicate = setAside.duplicate
            link = setAside.link
            rejected = setAside.rejected
            shared = setAside.shared
            wordsShared = setAside.wordsShared
            wordsRepeated = setAside.wordsRepeated
            wordsLeftOut = Dictionary(setAside.wordsLeftOut.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
        }
    }
}

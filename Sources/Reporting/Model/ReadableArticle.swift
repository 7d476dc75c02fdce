package import Articles
package import Scoring
package import Words

/// One article as the page shows it: paragraphs of sentences of runs, with the counted hits, what stands in quotation marks, and whose words they are.
///
/// Only passages that speak to readers are in it: credits, links to other articles and page furniture are left out.
package struct ReadableArticle: Sendable {
    package let doc: String
    package let paragraphs: [Paragraph]

    package struct Paragraph: Sendable {
        package let kind: PassageKind
        /// Index of the passage in the article.
        package let passage: Int
        package let sentences: [Sentence]
        /// Whose words it holds, in the order of their first word; never empty.
        package let owners: [Owner]
    }

    package struct Sentence: Sendable {
        /// Bytes of the passage's field.
        package let span: ByteSpan
        package let runs: [Run]
    }

    /// A stretch of a sentence in which nothing changes.
    package struct Run: Sendable {
        package var text: String
        package let isQuoted: Bool
        /// The hits it belongs to, those that began first outermost; usually none or one, since only different concepts overlap.
        package let marks: [Mark]
    }

    package struct Mark: Hashable, Sendable {
        /// The concept's id in the lexicon.
        package let concept: String
        package let voice: Voice
        /// Whether the hit ends with the run.
        package let isEnd: Bool
    }

    /// The source itself, or somebody whose words it passes on; `speaker` is nil where nobody is named.
    package struct Owner: Hashable, Sendable {
        package let voice: Voice
        package let speaker: String?

        package static let source = Owner(voice: .own, speaker: nil)
    }

    /// - Parameter hits: those of the article that entered the counts.
    /// - Complexity: O(bytes + hits × log hits + voice spans × log voice spans).
    package init(_ article: Article, voices: [VoiceSpan], hits: [Hit]) {
        let cutter = SentenceCutter(article: article, voices: VoiceMap(spans: voices))
        let hitsOfPassage = Dictionary(grouping: hits, by: \.passageIndex)
        doc = article.id
        paragraphs = article.passages.indices.compactMap { index in
            guard article.passages[index].kind.isReaderFacing else { return nil }
            return cutter.paragraph(index, hits: hitsOfPassage[index] ?? [])
        }
    }
}

/// The full texts behind a report, cut into sentences only when the page asks for one of them.
package struct ReadableTexts: Sendable {
    private let articles: [String: Article]
    private let hits: [String: [Hit]]
    private let voices: VoiceReader
    /// By the doc of the later article.
    private let repeats: [String: [RepeatFinder.SharedRun]]

    /// - Parameters:
    ///   - articles: with different ids.
    ///   - settled: their tally, whose hits have their final status.
    package init(_ articles: [Article], settled: SettledTally, voices: VoiceReader) {
        self.articles = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
        hits = Dictionary(settled.articles.map { ($0.tally.doc, $0.tally.hits) }) { first, _ in first }
        self.voices = voices
        repeats = Dictionary(grouping: settled.sharedRuns, by: \.later)
    }

    /// What `later` repeats of `earlier`, both docs; nil where a text is not there.
    func repeats(of earlier: String, in later: String) -> RepeatText? {
        guard let first = articles[earlier], let second = articles[later] else { return nil }
        let runs = (repeats[later] ?? []).filter { $0.earlier == earlier }
        return RepeatText(runs, earlier: WordText(first), later: WordText(second))
    }

    /// Bytes of the text; 0 where it is not there.
    func size(of doc: String) -> Int { articles[doc]?.text.count ?? 0 }

    func article(_ doc: String) -> ReadableArticle? {
        articles[doc].map { article in
            let counted = (hits[doc] ?? []).filter { $0.status == .counted }
            return ReadableArticle(article, voices: voices.spans(in: article), hits: counted)
        }
    }
}

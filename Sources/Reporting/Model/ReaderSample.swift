import Comparing
import Scoring
import Words

/// The articles whose full text the page keeps, and which of their sentences the evidence links to.
///
/// All of them while they are few, else those with most kept evidence: 40, 20 or 10, the first that stays within bounds, or none.
struct ReaderSample {
    /// What the texts of a page may cost beside the sentences of the evidence, of whose room they may use what is left.
    private static let mostBytes = 400_000
    /// A page's bytes for one of the text, its marks included, and for one hit, as measured on pages.
    private static let bytesPerTextByte = 1.25
    private static let bytesPerHit = 60
    private static let limits = [40, 20, 10]

    /// In the order of the comparison.
    let articles: [KeptArticle]
    private let places: [Int: Int]
    private let linked: Set<Sentence>

    struct KeptArticle {
        /// Index into `Comparison.articles`.
        let index: Int
        let text: ReadableArticle
        /// For each paragraph the number of its first sentence.
        let firstSentences: [Int]
    }

    /// A sentence by its article and its number in it.
    private struct Sentence: Hashable {
        let article: Int
        let number: Int
    }

    init(_ comparison: Comparison, evidence: EvidenceSample, introductions: IntroductionSample, texts: ReadableTexts?, budget: PageBudget) {
        let hits = evidence.all
        let room = budget.part(of: Self.mostBytes) + evidence.bytesLeft
        let chosen = texts.map { Self.choice(comparison, hits: hits, room: room, texts: $0) } ?? []
        articles = chosen.sorted().compactMap { index in
            texts?.article(comparison.articles[index].doc).map { KeptArticle(index: index, text: $0) }
        }
        places = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1.index, $0) })
        var linked: Set<Sentence> = []
        let places =
            hits.map { ($0.article, $0.hit.passageIndex, $0.hit.span) }
            + introductions.all.map { ($0.article, $0.speech.passageIndex, $0.speech.span) }
        for (article, passage, span) in places {
            if let place = self.places[article], let number = articles[place].sentence(at: span, in: passage) {
                linked.insert(Sentence(article: article, number: number))
            }
        }
        self.linked = linked
    }

    /// The id of the sentence that a hit stands in; nil where the article is not kept.
    func anchor(of hit: ComparedHit) -> String? { anchor(article: hit.article, passage: hit.hit.passageIndex, span: hit.hit.span) }

    /// The id of the sentence that introduces speech; nil where the article is not kept.
    func anchor(of introduction: ComparedIntroduction) -> String? {
        anchor(article: introduction.article, passage: introduction.speech.passageIndex, span: introduction.speech.span)
    }

    private func anchor(article: Int, passage: Int, span: ByteSpan) -> String? {
        guard let place = places[article], let number = articles[place].sentence(at: span, in: passage) else { return nil }
        return anchor(article: article, sentence: number)
    }

    /// The id of a sentence; nil where no link leads to it.
    func anchor(article: Int, sentence: Int) -> String? {
        linked.contains(Sentence(article: article, number: sentence)) ? "s\(article + 1)-\(sentence + 1)" : nil
    }

    /// Those with most kept evidence first; equals in the order of the comparison.
    private static func choice(_ comparison: Comparison, hits: [ComparedHit], room: Int, texts: ReadableTexts) -> [Int] {
        let counts = Dictionary(hits.map { ($0.article, 1) }, uniquingKeysWith: +)
        let ranked = comparison.articles.indices.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
        let limit = limits.first { limit in
            let cost = ranked.prefix(limit).reduce(0.0) { sum, index in
                sum + Double(texts.size(of: comparison.articles[index].doc)) * bytesPerTextByte + Double((counts[index] ?? 0) * bytesPerHit)
            }
            return cost <= Double(room)
        }
        return Array(ranked.prefix(limit ?? 0))
    }
}

extension ReaderSample.KeptArticle {
    fileprivate init(index: Int, text: ReadableArticle) {
        var numbers: [Int] = []
        var next = 0
        for paragraph in text.paragraphs {
            numbers.append(next)
            next += paragraph.sentences.count
        }
        self.init(index: index, text: text, firstSentences: numbers)
    }

    /// The number of the sentence that a span of a passage begins in.
    fileprivate func sentence(at span: ByteSpan, in passage: Int) -> Int? {
        guard let place = text.paragraphs.firstIndex(where: { $0.passage == passage }) else { return nil }
        let sentences = text.paragraphs[place].sentences
        let number = sentences.firstIndex { $0.span.end > span.start } ?? sentences.count - 1
        return firstSentences[place] + number
    }
}

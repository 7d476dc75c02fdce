import Articles
import Comparing
import Scoring

/// A comparison with everything worked out that more than one section or writer needs.
struct ReportModel {
    let comparison: Comparison
    let record: ReportRecord
    let evidence: EvidenceSample
    let reader: ReaderSample
    let introductions: IntroductionSample
    let anchors: Anchors
    let numbers: NumberStyle
    /// Nil where the output shows no texts or there are none.
    private let texts: ReadableTexts?
    /// Whether there were texts to keep.
    var holdsTexts: Bool { texts != nil }

    /// Articles that are listed one by one; the JSON file has all.
    static let mostArticlesListed = 200
    /// Above this many sources the page turns its tables: sources as rows.
    static let mostSourcesInColumns = 6
    /// Sources that every page lists, and cells of the matrix up to which it lists more.
    private static let leastListed = 60
    private static let mostCells = 4_000

    /// - Parameter texts: nil where the output shows no full texts or there are none.
    init(
        _ comparison: Comparison, record: ReportRecord, texts: ReadableTexts? = nil, numbers: NumberStyle, budget: PageBudget = PageBudget()
    ) {
        self.comparison = comparison
        self.record = record
        self.numbers = numbers
        evidence = EvidenceSample(comparison, budget: budget)
        introductions = IntroductionSample(comparison.speech, budget: budget)
        reader = ReaderSample(comparison, evidence: evidence, introductions: introductions, texts: texts, budget: budget)
        self.texts = texts
        anchors = Anchors(comparison)
        listedSources = Self.listed(comparison, budget: budget)
    }

    var sourceCount: Int { comparison.sources.count }
    /// The sources that have rows and columns of their own, in order: all, or as many of those with most articles as a page can hold.
    let listedSources: [Int]
    var listsEverySource: Bool { listedSources.count == sourceCount }
    var hasHits: Bool { comparison.hitsCounted > 0 }
    var hasManySources: Bool { sourceCount > Self.mostSourcesInColumns }
    var hasAttributedWords: Bool { comparison.words.others > 0 }
    /// Voices were looked for; that none but the sources' own was found is a finding too.
    var showsVoices: Bool { comparison.voiceMode != .none && comparison.words.total > 0 }
    var showsFindings: Bool { !comparison.findings.isEmpty }
    var hasComparableSources: Bool { comparison.concepts.contains { $0.mainDifferences?.comparable.isEmpty == false } }
    var hasTrends: Bool { comparison.concepts.contains { TrendText($0, sources: listedSources, numbers: numbers) != nil } }
    var framingCount: Int { comparison.concepts.reduce(0) { $0 + $1.framings.count } }

    private static func listed(_ comparison: Comparison, budget: PageBudget) -> [Int] {
        let all = comparison.sources.indices
        let cellsOfSource = max(1, comparison.concepts.count * (MatrixPlan.framingColumns + 1))
        let room = budget.part(of: max(leastListed, mostCells / cellsOfSource), least: MatrixPlan.openSources)
        guard all.count > room else { return Array(all) }
        let largest = all.sorted { (comparison.sources[$1].articles.count, $0) < (comparison.sources[$0].articles.count, $1) }
        return largest.prefix(room).sorted()
    }

    /// Words read, those that repeat an earlier text included.
    var wordsRead: Int { comparison.articles.reduce(0) { $0 + $1.wordsRead } }

    var title: String {
        sourceCount == 0
            ? "How sources word \(comparison.subject)"
            : "How \(numbers.word(sourceCount)) \(sourceCount == 1 ? "source words" : "sources word") \(comparison.subject)"
    }

    /// The caveats that stand above the first number.
    var caveats: [Caveat] { comparison.caveats + record.readingCaveats }

    /// The words that two articles share; nil without texts.
    func repeatText(_ pair: RepeatedPair) -> RepeatText? {
        texts?.repeats(of: comparison.articles[pair.earlier].doc, in: comparison.articles[pair.later].doc)
    }

    func counts(_ reference: CellReference) -> VoiceCounts {
        comparison.concepts[reference.concept].framings[reference.framing].cells[reference.source].counts
    }

    /// Every framing of a concept that has hits, by its index, and then those that have none.
    func framings(of concept: ComparedConcept) -> (found: [Int], notFound: [Int]) {
        let all = concept.framings.indices
        return (all.filter { concept.framings[$0].total.total > 0 }, all.filter { concept.framings[$0].total.total == 0 })
    }

    /// "2 articles, 7 to 26 Oct 2020".
    func description(ofSource index: Int) -> String {
        let source = comparison.sources[index]
        let articles = numbers.counted(source.articles.count, "article")
        guard let dates = source.dates else { return articles }
        return "\(articles), \(range(dates))"
    }

    /// How much was read and found: "5 articles", "4 sources", dates, words, wordings.
    var facts: [String] {
        let facts = [
            numbers.counted(comparison.articles.count, "article"), numbers.counted(sourceCount, "source"), dates,
            numbers.counted(wordsRead, "word") + " read", numbers.counted(comparison.hitsCounted, "wording") + " found",
        ]
        return facts.compactMap(\.self)
    }

    /// First and last date over all sources, where any is known.
    private var dates: String? {
        let known = comparison.sources.compactMap(\.dates)
        guard let first = known.map(\.lowerBound).min(), let last = known.map(\.upperBound).max() else { return nil }
        return range(first...last)
    }
}

extension ComparedArticle {
    /// Words in the text, those that an earlier text has too included.
    var wordsRead: Int { words.total + wordsSetAside + wordsShared }
}

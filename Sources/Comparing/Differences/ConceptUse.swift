import Scoring

/// What differences between sources are taken of.
package enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The part of a framing in a source's own-words mentions of the concept, 0 to 1.
    case share
    /// A framing's own-words hits per 1000 own words.
    case rate

    /// What a concept of so many framings is compared by: a single framing has every mention, so that its share says nothing.
    package init(framings: Int) { self = framings == 1 ? .rate : .share }

    /// What a ratio of counts is multiplied by.
    var scale: Double {
        switch self {
        case .share: 1
        case .rate: 1000
        }
    }
}

/// One source's own-voice hits of one concept, article by article, with what a comparison with other sources needs of it worked out once.
package struct ConceptUse: Sendable {
    /// A framing's figure in the measure's unit.
    struct Figure: Sendable {
        let estimate: Estimate
        let standardError: Double
    }

    package let level: EvidenceLevel
    let measure: Measure
    let table: FramingTable
    /// Hits of each of the concept's `terms`.
    let termHits: [Int]
    /// By framing.
    let framingHits: [Int]
    /// Of the concept.
    let conceptHits: Int
    /// Articles with a hit of the concept.
    let articlesWithHits: Int
    /// By framing, with 95 % limits; empty below `estimated`, where none may be compared.
    private let figures: [Figure?]
    /// By framing: what dropping one article leaves.
    let withoutOneArticle: [LeftOverRatios?]

    /// - Parameter termHits: in the order of the concept's terms.
    init(level: EvidenceLevel, measure: Measure, table: FramingTable, termHits: [Int]) {
        self.level = level
        self.measure = measure
        self.table = table
        self.termHits = termHits
        framingHits = table.columns.map { $0.reduce(0) { $0 + $1.hits } }
        conceptHits = framingHits.reduce(0, +)
        articlesWithHits = measure == .share ? table.articles.count : Set(table.columns.joined().map(\.row)).count
        figures = level.showsInterval ? Self.figures(of: table, measure) : []
        withoutOneArticle = level.showsInterval ? table.columns.map { LeftOverRatios(table, $0, measure.scale) } : []
    }

    /// - Parameters:
    ///   - rows: hits by framing of each article with any.
    ///   - articles: what the rows are named by when one carries a difference.
    ///   - termHits: in the order of the concept's terms.
    package init(level: EvidenceLevel, rows: [[Int]], articles: [Int], termHits: [Int]) {
        self.init(level: level, measure: .share, table: FramingTable(rows: rows, articles: articles), termHits: termHits)
    }

    /// The level that the rows of a source support: that of the widest interval among its framings, so that none is taken for firmer than it is.
    package static func level(ofRows rows: [[Int]], articles: Int, words: Int) -> EvidenceLevel {
        level(of: FramingTable(rows: rows, articles: Array(rows.indices)), articles: articles, words: words)
    }

    /// - Parameters:
    ///   - table: of shares.
    ///   - rates: of a concept that is compared by its rate.
    static func level(of table: FramingTable, rates: FramingTable? = nil, articles: Int, words: Int) -> EvidenceLevel {
        if let rates {
            let sample = SmallSample(articles: rates.articles.count, at: .percent95)
            let spread = ArticleRate(of: rates.ratios().first ?? nil, in: sample).spread.value
            return EvidenceLevel(of: ConceptSupport(articles: articles, words: words, conceptHits: table.exposures, rateSpread: spread))
        }
        let sample = SmallSample(articles: table.articles.count, at: .percent95)
        let used = zip(table.ratios(), table.columns).filter { !$1.isEmpty }
        let spreads = used.compactMap { ArticleShare(of: $0.0, in: sample).spread.value }
        let widest = spreads.max { $0.interval.width < $1.interval.width }
        return EvidenceLevel(of: ConceptSupport(articles: articles, words: words, conceptHits: table.exposures, spread: widest))
    }

    func estimate(_ framing: Int) -> Estimate? { figure(framing)?.estimate }

    func figure(_ framing: Int) -> Figure? { figures.indices.contains(framing) ? figures[framing] : nil }

    func hits(of framing: Int) -> Int { framingHits.indices.contains(framing) ? framingHits[framing] : 0 }

    private static func figures(of table: FramingTable, _ measure: Measure) -> [Figure?] {
        let sample = SmallSample(articles: table.articles.count, at: .percent95)
        return table.ratios().map { ratio in
            switch measure {
            case .share:
                let share = ArticleShare(of: ratio, in: sample)
                return figure(share.estimate.value, share.spread.value?.standardError)
            case .rate:
                let rate = ArticleRate(of: ratio, in: sample)
                return figure(rate.estimate.value, rate.spread.value?.standardError)
            }
        }
    }

    private static func figure(_ estimate: Estimate?, _ standardError: Double?) -> Figure? {
        estimate.flatMap { estimate in standardError.map { Figure(estimate: estimate, standardError: $0) } }
    }
}

extension ConceptUse: Equatable {
    /// Whether all else follows from the same counts.
    package static func == (one: ConceptUse, other: ConceptUse) -> Bool {
        one.level == other.level && one.measure == other.measure && one.termHits == other.termHits && one.table == other.table
    }
}

/// The smallest and the largest ratio of a framing that dropping one article leaves, and which articles those are.
///
/// The two ends decide whether any article can turn a difference, so that a pair of sources costs nothing per article.
struct LeftOverRatios: Sendable {
    private(set) var smallest: (ratio: Double, row: Int)
    private(set) var largest: (ratio: Double, row: Int)

    /// nil where dropping an article leaves nothing to divide by.
    init?(_ table: FramingTable, _ column: [FramingTable.Entry], _ scale: Double) {
        let hits = column.reduce(0) { $0 + $1.hits }
        let exposure = table.exposure
        guard let longest = table.exposures.max(), longest < exposure else { return nil }
        smallest = (.greatestFiniteMagnitude, 0)
        largest = (-.greatestFiniteMagnitude, 0)
        var next = 0
        for (row, divisor) in table.exposures.enumerated() {
            var left = hits
            if next < column.count, column[next].row == row {
                left -= column[next].hits
                next += 1
            }
            let ratio = scale * Double(left) / Double(exposure - divisor)
            if ratio < smallest.ratio { smallest = (ratio, row) }
            if ratio > largest.ratio { largest = (ratio, row) }
        }
    }
}

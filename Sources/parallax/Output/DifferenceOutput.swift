import Articles
import Comparing
import Scoring
import Tuning
import Words

/// Prints what an edit of a lexicon changes.
struct DifferenceOutput {
    var gold: (old: GoldScore, new: GoldScore)?
    private let difference: LexiconDifference
    private let tallies: [ArticleTally]
    private let articles: [String: Article]
    private let most: Int

    /// - Parameters:
    ///   - tallies: what the changes' article indices count in.
    ///   - most: hits of each kind that are shown.
    init(_ difference: LexiconDifference, articles: [Article], tallies: [ArticleTally], most: Int) {
        self.difference = difference
        self.tallies = tallies
        self.articles = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
        self.most = most
    }

    func print(_ format: LexiconDiff.Format) throws {
        switch format {
        case .text: text()
        case .json: Console.print(try JSONLine.encode(DifferenceRecord(difference, gold: gold) { (tallies[$0.article], context(of: $0)) }))
        }
    }

    private func text() {
        var output = BufferedOutput()
        let counts = LexiconDifference.HitChange.Kind.allCases.map { "\(difference.count($0)) \($0.rawValue)" }
        output.print("Hits: \(counts.joined(separator: ", "))")
        for kind in LexiconDifference.HitChange.Kind.allCases {
            let changes = difference.hits.filter { $0.kind == kind }
            for change in changes.prefix(most) { output.print("  \(kind.rawValue)  \(line(change))") }
            if changes.count > most { output.print("  and \(changes.count - most) more \(kind.rawValue)") }
        }
        output.print(difference.figures.isEmpty ? "No source's figures move." : "Figures that move:")
        for figure in difference.figures {
            output.print("  \(figure.source)  \(figure.framing.concept)/\(figure.framing.framing)  \(Self.counts(figure))")
        }
        let said = difference.sentences
        output.print(said.isEmpty ? "No sentence of the report changes." : "Sentences of the report that change:")
        said.forEach { change in Self.lines(change).forEach { output.print("  " + $0) } }
        if let gold {
            output.print("Gold before: \(EvaluationOutput.shown(gold.old.overall))")
            output.print("Gold after:  \(EvaluationOutput.shown(gold.new.overall))")
        }
        output.flush()
    }

    private func line(_ change: LexiconDifference.HitChange) -> String {
        guard let hit = change.new ?? change.old else { return "" }
        let context = context(of: change)
        let framings = [change.old, change.new].compactMap(\.self).map { "\($0.concept)/\($0.framing)" }
        let article = tallies[change.article]
        return "\(framings.joined(separator: " \u{2192} "))  \(article.sourceName), \(article.doc), \(hit.voice.rawValue)  "
            + "\(context?.left ?? "")\(Console.bold("[\(hit.surface)]"))\(context?.right ?? "")"
    }

    /// The sentence, cut from the text only for hits that are shown.
    private func context(of change: LexiconDifference.HitChange) -> HitContext? {
        guard let hit = change.new ?? change.old, let article = articles[tallies[change.article].doc] else { return nil }
        let passage = article.passages[hit.passageIndex]
        let bytes = article.bytes(of: passage.field)
        let sentence = SentenceSegmenter.sentences(in: bytes, span: passage.span).last { $0.start <= hit.span.start } ?? passage.span
        let whole = ByteSpan(min(sentence.start, hit.span.start), max(sentence.end, hit.span.end))
        return ContextCutter(bytes: bytes).context(of: hit.span, within: whole)
    }

    private static func counts(_ figure: LexiconDifference.FigureChange) -> String {
        Voice.allCases.filter { figure.old[$0] != figure.new[$0] }.map { "\($0.rawValue) \(figure.old[$0]) \u{2192} \(figure.new[$0])" }
            .joined(separator: ", ")
    }

    private static func lines(_ change: ConclusionChange) -> [String] {
        let meaning: String =
            switch change.kind {
            case .turned: "turned round: the sources change places"
            case .gone: "gone"
            case .new: "new"
            case .changed: "says something else"
            case .numbers: "other numbers"
            }
        return [meaning]
            + [change.old.map { "  before: \($0.sentence)" }, change.new.map { "  after:  \($0.sentence)" }].compactMap(\.self)
    }
}

/// A difference of lexicons as other programs read it.
private struct DifferenceRecord: Encodable {
    struct HitRecord: Encodable {
        let kind: String
        let doc: String
        let source: String
        let field: String
        let start: Int
        let end: Int
        let surface: String
        let concept: String
        let oldFraming: String?
        let newFraming: String?
        let voice: String
        let left: String
        let right: String
    }

    struct Figure: Encodable {
        let source: String
        let concept: String
        let framing: String
        let old: VoiceCounts
        let new: VoiceCounts
    }

    struct Sentence: Encodable {
        let kind: String
        let old: String?
        let new: String?
    }

    struct Score: Encodable {
        let right: Int
        let wrong: Int
        let missed: Int

        init(_ score: GoldScore) {
            (right, wrong, missed) = (score.overall.truePositives, score.overall.falsePositives, score.overall.falseNegatives)
        }
    }

    let gained: Int
    let lost: Int
    let moved: Int
    let hits: [HitRecord]
    let figures: [Figure]
    let sentences: [Sentence]
    let goldBefore: Score?
    let goldAfter: Score?

    init(
        _ difference: LexiconDifference, gold: (old: GoldScore, new: GoldScore)?,
        place: (LexiconDifference.HitChange) -> (article: ArticleTally, context: HitContext?)
    ) {
        (gained, lost, moved) = (difference.count(.gained), difference.count(.lost), difference.count(.moved))
        hits = difference.hits.compactMap { change in
            guard let hit = change.new ?? change.old else { return nil }
            let (article, context) = place(change)
            return HitRecord(
                kind: change.kind.rawValue, doc: article.doc, source: article.sourceName, field: hit.field.rawValue, start: hit.span.start,
                end: hit.span.end, surface: hit.surface, concept: hit.concept, oldFraming: change.old?.framing,
                newFraming: change.new?.framing,
                voice: hit.voice.rawValue, left: context?.left ?? "", right: context?.right ?? "")
        }
        figures = difference.figures.map {
            Figure(source: $0.source, concept: $0.framing.concept, framing: $0.framing.framing, old: $0.old, new: $0.new)
        }
        sentences = difference.sentences.map { Sentence(kind: $0.kind.rawValue, old: $0.old?.sentence, new: $0.new?.sentence) }
        goldBefore = gold.map { Score($0.old) }
        goldAfter = gold.map { Score($0.new) }
    }
}

import Comparing
import Scoring

extension HTMLDocument {
    /// Sentences of a cell that stand openly; the rest is folded.
    private static let openSentences = 2
    /// Characters on each side of a folded hit whose whole sentence stands in the reader.
    private static let foldedReach = 20
    /// Of sentences that stand open, where the reader holds the article: about a hundred characters around the term.
    private static let openReach = 48
    /// Columns of a framing when there are many sources; further ones are folded.
    private static let openColumns = 4
    /// Framings of a concept that stand openly.
    private static let openFramings = MatrixPlan.openFramings + 2

    /// Framings as rows, sources as columns, sentences with the term marked; the first concept open.
    var evidence: PageSection? {
        let kept = model.evidence.keptCount
        let scope =
            kept < comparison.hitsCounted
            ? "\(numbers.part(kept, of: comparison.hitsCounted)) sentences are kept here, own words first."
            : "Every sentence that was counted, own words first."
        return PageSection(
            ("evidence", "Evidence"), heading: "The evidence, side by side",
            introduction: scope + " The underline shows the voice: solid own, dotted reported, dashed quoted, wavy distanced."
                + (model.reader.articles.isEmpty ? "" : " The date leads to the sentence in its article.")
        ) {
            for concept in comparison.concepts.indices { conceptEvidence(concept) }
        }
    }

    private func conceptEvidence(_ index: Int) -> ReportNode {
        let concept = comparison.concepts[index]
        let (found, notFound) = model.framings(of: concept)
        let rare = found.dropFirst(Self.openFramings)
        return element(.details, .class("concept"), .id(model.anchors.concept(index)), index == 0 ? .init("open", nil) : nil) {
            element(.summary) {
                element(.h3) {
                    keyLetter(concept)
                    name(concept.label)
                }
                element(.span, .class("amount")) { numbers.counted(concept.total.total, "hit") }
            }
            for framing in found.prefix(Self.openFramings) { framingEvidence(concept: index, framing: framing) }
            if !rare.isEmpty {
                fold(numbers.counted(rare.count, "rarer framing")) {
                    for framing in rare { framingEvidence(concept: index, framing: framing) }
                }
            }
            if !notFound.isEmpty { note(namesNotFound(concept, notFound)) }
        }
    }

    private func framingEvidence(concept: Int, framing: Int) -> ReportNode {
        let value = comparison.concepts[concept].framings[framing]
        let articles = value.cells.reduce(0) { $0 + $1.articlesWithHit }
        let cells = comparison.sources.indices.map { CellReference(concept: concept, framing: framing, source: $0) }
        let shown = model.hasManySources ? cells.filter(keepsCell) : cells
        let rest = Array(shown.dropFirst(model.hasManySources ? Self.openColumns : shown.count))
        return element(.section, .class("framing"), .id(model.anchors.framing(concept, framing))) {
            element(.h4) {
                name(value.label)
                " "
                small("\(numbers.counted(value.total.total, "hit")) in \(numbers.part(articles, of: comparison.articles.count)) articles")
            }
            if !shown.isEmpty { columns(shown.dropLast(rest.count)) }
            if !rest.isEmpty {
                fold(numbers.counted(rest.count, "more source")) { columns(rest) }
            }
            if model.hasManySources { sourcesNotKept(cells) }
        }
    }

    private func columns(_ cells: [CellReference]) -> ReportNode {
        let perRow = model.hasManySources ? 4 : cells.count > 4 ? 3 : cells.count
        return element(.div, .class("columns n\(perRow)")) { cells.map(evidenceCell) }
    }

    /// Whether a cell has a place of its own on the page: any with hits while sources are few, else those with a kept sentence.
    func keepsCell(_ cell: CellReference) -> Bool {
        model.hasManySources ? !model.evidence.hits(cell).isEmpty : model.counts(cell).total > 0
    }

    @ReportBuilder private func sourcesNotKept(_ cells: [CellReference]) -> [ReportNode] {
        let without = cells.count { model.counts($0).total > 0 && !keepsCell($0) }
        let none = cells.count { model.counts($0).total == 0 }
        if without > 0 { note("\(numbers.counted(without, "more source")) with hits whose sentences are not kept here.") }
        if none > 0 { note("0 hits in \(numbers.counted(none, "source")).") }
    }

    private func evidenceCell(_ cell: CellReference) -> ReportNode {
        let total = model.counts(cell).total
        guard total > 0 else {
            return element(.p, .class("none")) {
                shortName(comparison.sources[cell.source].name)
                " "
                element(.span) { "0" }
            }
        }
        return element(.div, .class("cell-evidence"), .id(model.anchors.cell(cell))) {
            cellHeading(cell, total: total)
            sentences(of: cell, total: total)
        }
    }

    private func cellHeading(_ cell: CellReference, total: Int) -> ReportNode {
        element(.h5) {
            shortName(comparison.sources[cell.source].name)
            " "
            element(.span, .class("n")) { numbers.digits(total) }
        }
    }

    @ReportBuilder private func sentences(of cell: CellReference, total: Int) -> [ReportNode] {
        let lines = model.evidence.hits(cell).enumerated().compactMap { place, hit in
            let anchor = model.reader.anchor(of: hit)
            let reach = anchor == nil ? .max : place < Self.openSentences ? Self.openReach : Self.foldedReach
            return HitLine(hit, articles: comparison.articles, anchor: anchor, reach: reach)
        }
        let hue = hue(comparison.concepts[cell.concept])
        let more = lines.dropFirst(Self.openSentences)
        if !lines.isEmpty {
            element(.ul) {
                for line in lines.prefix(Self.openSentences) { sentenceItem(line, hue: hue) }
            }
        }
        if !more.isEmpty {
            element(.details) {
                element(.summary) { "\(numbers.digits(more.count)) more" }
                element(.ul) {
                    for line in more { sentenceItem(line, hue: hue) }
                }
            }
        }
        if lines.isEmpty {
            element(.p, .class("meta kept")) { "\(numbers.digits(total)) not kept here" }
        } else if lines.count < total {
            element(.p, .class("meta kept")) { "\(numbers.part(lines.count, of: total)) kept here" }
        }
    }

    private func sentenceItem(_ line: HitLine, hue: Int) -> ReportNode {
        let language = comparison.articles[line.article].language.flatMap { $0.hasPrefix("en") ? nil : Element.Attribute("lang", $0) }
        return element(.li) {
            element(.p, .directionOfText, language) {
                line.left
                element(.mark, .class("c\(hue) v-\(line.voice.code)")) { line.surface }
                line.right
            }
            element(.p, .class("meta \(line.voice.markedClass)")) {
                joined(origin(line), by: " \u{B7} ")
            }
        }
    }

    /// Voice and speaker, what decided the voice, the article by its date, the kind of passage.
    private func origin(_ line: HitLine) -> [[ReportNode]] {
        let article = comparison.articles[line.article]
        let date = line.date.map(model.readable) ?? "no date"
        let target = line.anchor ?? (isListed(line.article) ? model.anchors.article(line.article) : nil)
        let place = target.map { element(.a, .href($0)) { date } } ?? .text("\(date), \(article.doc)")
        return [
            [line.hasSpeaker ? name(line.attribution) : .text(line.attribution)], line.reason.map { [.text($0)] }, [place],
            line.place.map { [.text($0)] },
        ].compactMap(\.self)
    }
}

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
            ("evidence", "Evidence"), heading: model.sourceCount == 1 ? "The evidence" : "The evidence, side by side",
            introduction: scope + " The underline shows the voice: solid own, dotted reported, dashed quoted, wavy distanced."
                + (model.reader.articles.isEmpty ? "" : " Dates, and the lines in folds, lead to the sentence in its article.")
        ) {
            for concept in comparison.concepts.indices { conceptEvidence(concept) }
        }
    }

    private func conceptEvidence(_ index: Int) -> ReportNode {
        let concept = comparison.concepts[index]
        let (found, notFound) = model.framings(of: concept)
        let rare = found.dropFirst(Self.openFramings)
        return element(
            .details, .class("concept c\(hue(concept))"), .id(model.anchors.concept(index)), index == 0 ? .init("open", nil) : nil
        ) {
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
        let cells = comparison.sources.indices.map { CellReference(concept: concept, framing: framing, source: $0) }
        let shown = cells.filter(keepsCell)
        let rest = Array(shown.dropFirst(model.hasManySources ? Self.openColumns : shown.count))
        return element(.section, .class("framing"), .id(model.anchors.framing(concept, framing))) {
            element(.h4) {
                name(value.label)
                " "
                small(facts(of: value, cells: cells))
            }
            if !shown.isEmpty { columns(shown.dropLast(rest.count)) }
            if !rest.isEmpty {
                fold(numbers.counted(rest.count, "more source")) { columns(rest) }
            }
            if model.hasManySources { sourcesNotKept(cells) }
        }
    }

    /// "3 hits in 2 of 5 articles; 0 in TRT World, Unknown 2023": absence is printed, never left blank.
    private func facts(of framing: ComparedFraming, cells: [CellReference]) -> String {
        let articles = framing.cells.reduce(0) { $0 + $1.articlesWithHit }
        let hits = numbers.counted(framing.total.total, "hit")
        let read = comparison.articles.count
        let found = read == 1 ? hits : "\(hits) in \(numbers.part(articles, of: read)) articles"
        let without = cells.filter { model.counts($0).total == 0 }.map(\.source)
        guard !without.isEmpty else { return found }
        let names =
            model.hasManySources
            ? numbers.counted(without.count, "source") : without.map { Names.short(comparison.sources[$0].name) }.joined(separator: ", ")
        return "\(found); 0 in \(names)"
    }

    private func columns(_ cells: [CellReference]) -> ReportNode {
        element(.div, .class("columns n\(columnsPerRow)")) { cells.map(evidenceCell) }
    }

    private var columnsPerRow: Int { model.hasManySources ? 4 : model.sourceCount > 4 ? 3 : model.sourceCount }

    /// Whether a cell has a place of its own on the page: any with hits while sources are few, else those with a kept sentence.
    func keepsCell(_ cell: CellReference) -> Bool {
        model.hasManySources ? !model.evidence.hits(cell).isEmpty : model.counts(cell).total > 0
    }

    @ReportBuilder private func sourcesNotKept(_ cells: [CellReference]) -> [ReportNode] {
        let without = cells.count { model.counts($0).total > 0 && !keepsCell($0) }
        if without > 0 { note("\(numbers.counted(without, "more source")) with hits whose sentences are not kept here.") }
    }

    /// Where a row has a column for every source, a cell stands in that of its own.
    private func evidenceCell(_ cell: CellReference) -> ReportNode {
        let total = model.counts(cell).total
        let place = columnsPerRow == model.sourceCount && cell.source > 0 ? Element.Attribute.class("k\(cell.source + 1)") : nil
        return element(.div, place, .id(model.anchors.cell(cell))) {
            element(.h5) {
                shortName(comparison.sources[cell.source].name)
                " "
                element(.b) { numbers.digits(total) }
            }
            sentences(of: cell, total: total)
        }
    }

    @ReportBuilder private func sentences(of cell: CellReference, total: Int) -> [ReportNode] {
        let lines = model.evidence.hits(cell).enumerated().compactMap { place, hit in
            let anchor = model.reader.anchor(of: hit)
            let reach = anchor == nil ? .max : place < Self.openSentences ? Self.openReach : Self.foldedReach
            return HitLine(hit, articles: comparison.articles, anchor: anchor, reach: reach)
        }
        let more = lines.dropFirst(Self.openSentences)
        if !lines.isEmpty {
            element(.ul) { lines.prefix(Self.openSentences).map(sentenceItem) }
        }
        if !more.isEmpty {
            element(.details) {
                element(.summary) { "\(numbers.digits(more.count)) more" }
                element(.ul) { more.map { $0.anchor == nil ? sentenceItem($0) : concordanceItem($0) } }
            }
        }
        if lines.count < total {
            let kept = lines.isEmpty ? "\(numbers.digits(total)) not kept here" : "\(numbers.part(lines.count, of: total)) kept here"
            element(.p, .class("kept")) { kept }
        }
    }

    /// The sentence and, beneath it, whose words it is in, since when and where.
    private func sentenceItem(_ line: HitLine) -> ReportNode {
        element(.li, .class(line.voice.code)) {
            element(.p, .directionOfText, language(of: line)) { marked(line) }
            element(.p) { joined(origin(line), by: " \u{B7} ") }
        }
    }

    /// A line of a concordance: all of it leads to the sentence in its article, where the rest of it stands.
    private func concordanceItem(_ line: HitLine) -> ReportNode {
        let hasOneArticle = comparison.sources[comparison.articles[line.article].sourceIndex].articles.count == 1
        let facts = [line.speaker, line.reason, hasOneArticle ? nil : line.date.map(model.readable), line.place].compactMap(\.self)
        return element(.li, .class(line.voice.code)) {
            element(.a, line.anchor.map(Element.Attribute.href), .directionOfText, language(of: line)) { marked(line) }
            if !facts.isEmpty {
                " "
                element(.small) { name(facts.joined(separator: ", ")) }
            }
        }
    }

    @ReportBuilder private func marked(_ line: HitLine) -> [ReportNode] {
        line.left
        element(.mark) { line.surface }
        line.right
    }

    private func language(of line: HitLine) -> Element.Attribute? {
        comparison.articles[line.article].language.flatMap { $0.hasPrefix("en") ? nil : Element.Attribute("lang", $0) }
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

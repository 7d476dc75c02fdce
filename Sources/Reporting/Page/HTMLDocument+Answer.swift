import Comparing
import Scoring

extension HTMLDocument {
    /// Concepts that the grid shows openly: what a reader takes in at a glance, and one printed page holds.
    private static let openConcepts = 6

    /// Concept by source: the wording in the source's own words, then what it passes on.
    var answer: PageSection? {
        let columns = ShortAnswer.columns(of: comparison)
        let concepts = ShortAnswer.concepts(of: comparison)
        let open = model.hasManySources ? concepts.count : Self.openConcepts
        let choice = "Shown first: the \(numbers.word(columns.count)) sources with most articles, of \(numbers.digits(model.sourceCount))."
        let introduction = [
            "What \(model.sourceCount == 1 ? "the" : "each") source calls things, and whose words those are.",
            "Bold is the source speaking; the lines below it are words it passes on.",
            columns.count < model.sourceCount ? choice : nil,
        ]
        return PageSection(
            ("answer", "Answer"), heading: "The short answer", introduction: introduction.compactMap(\.self).joined(separator: " ")
        ) {
            legend
            if model.hasManySources { sourceChoice(columns.count) }
            answerTable(Array(concepts.prefix(open)), columns)
            if concepts.count > open {
                fold("The other \(numbers.counted(concepts.count - open, "concept"))", style: "more rest") {
                    answerTable(Array(concepts.dropFirst(open)), columns)
                }
            }
            otherSources(concepts, without: columns)
            cutNames(columns.map { comparison.sources[$0].name })
        }
    }

    /// A list to choose from for each column, which the script fills with the names in the tables.
    private func sourceChoice(_ count: Int) -> ReportNode {
        element(
            .div, .class("pick script-only"), .id("pick"), .role("group"), .label("Sources shown first, here and in the sections below")
        ) {
            element(.span) { "Show first:" }
            for column in 1...count { element(.select, .label("Source \(column)")) }
        }
    }

    /// The sources that have no column at first, in tables of as many columns.
    @ReportBuilder private func otherSources(_ concepts: [Int], without columns: [Int]) -> [ReportNode] {
        let others = model.listedSources.filter { !columns.contains($0) }
        if !others.isEmpty {
            fold("The other \(numbers.counted(others.count, "source"))", style: "more rest") {
                for first in stride(from: 0, to: others.count, by: columns.count) {
                    answerTable(concepts, Array(others[first..<min(first + columns.count, others.count)]))
                }
            }
        }
    }

    /// Roles are written out because phones lay the table out as cards, which takes its own roles away.
    private func answerTable(_ concepts: [Int], _ columns: [Int]) -> ReportNode {
        element(.table, .class("glance n\(columns.count)"), .role("table")) {
            caption(
                "For each concept and source: the wording used in the source\u{2019}s own words, "
                    + "then the wording it passes on from others. Numbers are hits."
            )
            element(.thead, .role("rowgroup")) {
                element(.tr, .role("row")) {
                    element(.th, .scope("col"), .role("columnheader")) { hidden("Concept") }
                    for index in columns {
                        element(.th, .scope("col"), .role("columnheader"), model.hasManySources ? .source(index) : nil) {
                            shortName(comparison.sources[index].name)
                            small(model.description(ofSource: index))
                        }
                    }
                }
            }
            element(.tbody, .role("rowgroup")) {
                for concept in concepts { answerRow(concept: concept, columns: columns) }
            }
        }
    }

    private func answerRow(concept index: Int, columns: [Int]) -> ReportNode {
        let concept = comparison.concepts[index]
        return element(.tr, .role("row")) {
            element(.th, .scope("row"), .role("rowheader")) {
                keyLetter(concept)
                element(.span, .directionOfText) { concept.label }
                if let question = concept.question { small(question) }
            }
            for source in columns { answerCell(concept: index, source: source) }
        }
    }

    private func answerCell(concept index: Int, source: Int) -> ReportNode {
        let answer = ShortAnswer(concept: comparison.concepts[index], source: source)
        return element(.td, .role("cell"), .init("data-source", Names.short(comparison.sources[source].name))) {
            if answer.isEmpty {
                element(.span, .class("nil")) { answer.emptiness(numbers) }
            } else {
                element(.ul) {
                    for wording in answer.own { answerLine(wording, concept: index, source: source) }
                    if answer.tiedBeyond > 0 {
                        element(.li, .class("nil")) { "and \(numbers.digits(answer.tiedBeyond)) more as often" }
                    }
                    for wording in answer.passedOn { answerLine(wording, concept: index, source: source) }
                }
            }
        }
    }

    /// The mark before it says in words, for screen readers, whose wording it is.
    private func answerLine(_ wording: ShortAnswer.Wording, concept: Int, source: Int) -> ReportNode {
        let framing = comparison.concepts[concept].framings[wording.framing]
        let target = evidenceTarget(CellReference(concept: concept, framing: wording.framing, source: source))
        return element(.li) {
            element(.a, .class(wording.voice.code), .href(target)) {
                element(.span) { name(framing.label) }
                " "
                element(.b) { numbers.digits(wording.count) }
            }
            if wording.voice == .own, let rate = framing.cells[source].rate { " \(numbers.perThousand(rate))" }
        }
    }

    /// Where the sentences of these hits stand.
    func evidenceTarget(_ hits: HitsReference) -> String {
        guard let source = hits.source else { return model.anchors.framing(hits.concept, hits.framing) }
        return evidenceTarget(CellReference(concept: hits.concept, framing: hits.framing, source: source))
    }

    /// Where the sentences of a cell stand: its own list; its framing where the page keeps none of them; its concept where there are none.
    func evidenceTarget(_ cell: CellReference) -> String {
        if keepsCell(cell) { return model.anchors.cell(cell) }
        let hasHits = comparison.concepts[cell.concept].framings[cell.framing].total.total > 0
        return hasHits ? model.anchors.framing(cell.concept, cell.framing) : model.anchors.concept(cell.concept)
    }
}

import Articles
import Comparing
import Scoring

extension MarkdownDocument {
    @ReportBuilder var answer: [ReportNode] {
        heading(2) { "The short answer" }
        for concept in comparison.concepts {
            heading(3) { concept.label }
            list(comparison.sources.indices.map { answerItem(concept, source: $0) })
        }
    }

    private func answerItem(_ concept: ComparedConcept, source: Int) -> [ReportNode] {
        let answer = ShortAnswer(concept: concept, source: source)
        let label = { (wording: ShortAnswer.Wording) in concept.framings[wording.framing].label }
        var own = answer.own.map { wording in
            let rate = concept.framings[wording.framing].cells[source].rate.map { ", \(numbers.perThousand($0)) own words" } ?? ""
            return "\(label(wording)) (\(numbers.digits(wording.count))\(rate))"
        }
        if answer.tiedBeyond > 0 { own.append("\(numbers.digits(answer.tiedBeyond)) more as often") }
        let others = answer.passedOn.map { "\(label($0)) (\(numbers.digits($0.count)), mostly \($0.voice.countName))" }
        let parts = [
            own.isEmpty ? nil : "in own words " + own.joined(separator: ", "),
            others.isEmpty ? nil : "through others " + others.joined(separator: ", "),
        ]
        return item {
            strong(comparison.sources[source].name)
            ": " + (answer.isEmpty ? answer.emptiness(numbers) : parts.compactMap(\.self).joined(separator: "; "))
        }
    }

    @ReportBuilder var findings: [ReportNode] {
        heading(2) { "What stands out" }
        ReportNode.orderedList(
            comparison.findings.map { finding in
                item {
                    sentence(finding.runs)
                    if !finding.meta.isEmpty { " (\(finding.meta))" }
                }
            }
        )
    }

    @ReportBuilder var matrix: [ReportNode] {
        heading(2) { "Who says what, in whose voice" }
        for concept in comparison.concepts {
            let (found, notFound) = model.framings(of: concept)
            heading(3) { "\(concept.label), \(numbers.counted(concept.total.total, "hit"))" }
            list(found.flatMap { matrixItems(concept.framings[$0]) } + levels(of: concept))
            if !notFound.isEmpty {
                paragraph { "0 hits: \(notFound.map { concept.framings[$0].label }.joined(separator: ", "))." }
            }
        }
    }

    /// One line a cell with hits; the sources without any share a line.
    private func matrixItems(_ framing: ComparedFraming) -> [[ReportNode]] {
        var lines: [String] = []
        var without: [String] = []
        for (source, cell) in zip(comparison.sources, framing.cells) {
            if cell.counts.total == 0 {
                without.append(source.name)
            } else {
                lines.append("\(source.name) \(numbers.digits(cell.counts.total)) (\(cell.counts.description(numbers)))")
            }
        }
        if !without.isEmpty { lines.append("0 in " + without.joined(separator: ", ")) }
        return lines.map { line in
            item {
                strong(framing.label)
                ": " + line
            }
        }
    }

    @ReportBuilder var evidence: [ReportNode] {
        heading(2) { "The evidence, side by side" }
        for (index, concept) in comparison.concepts.enumerated() {
            heading(3) { concept.label }
            for framing in model.framings(of: concept).found {
                heading(4) { concept.framings[framing].label }
                for source in comparison.sources.indices {
                    cellEvidence(CellReference(concept: index, framing: framing, source: source))
                }
            }
        }
    }

    @ReportBuilder private func cellEvidence(_ cell: CellReference) -> [ReportNode] {
        let total = model.counts(cell).total
        let lines = model.evidence.hits(cell).compactMap { HitLine($0, articles: comparison.articles) }
        if total > 0 {
            paragraph {
                strong(comparison.sources[cell.source].name)
                ": " + numbers.counted(total, "hit")
                if lines.count < total { ", \(numbers.part(lines.count, of: total)) kept here" }
            }
        }
        if !lines.isEmpty { ReportNode.quote(list(lines.map(sentenceItem))) }
    }

    private func sentenceItem(_ line: HitLine) -> [ReportNode] {
        let origin = [line.attribution, line.reason, line.date?.iso ?? comparison.articles[line.article].doc, line.place]
        return item {
            line.left
            strong(line.surface)
            "\(line.right) (\(origin.compactMap(\.self).joined(separator: "; ")))"
        }
    }
}

import Comparing
import Scoring

extension HTMLDocument {
    /// Every comparison that the evidence carries, folded under the matrix; nothing where no two sources can be compared.
    @ReportBuilder var differences: [ReportNode] {
        for index in comparison.concepts.indices {
            if let differences = comparison.concepts[index].mainDifferences, !differences.comparable.isEmpty {
                fold("Differences between sources: \(comparison.concepts[index].label)") {
                    table(of: differences, concept: index)
                    if differences.measure == .share { rates(of: index) }
                }
            }
        }
    }

    @ReportBuilder private func table(of differences: ConceptDifferences, concept index: Int) -> [ReportNode] {
        let concept = comparison.concepts[index]
        let sample = DifferenceSample(differences)
        scrolling(
            "differences, \(concept.label)",
            element(.table, .class("speakers")) {
                caption(
                    (differences.measure == .share ? "Shares of own-words mentions" : "Hits per \(numbers.digits(1000)) own words")
                        + " of two sources by framing, with their difference and what may be said of it.")
                element(.thead) {
                    element(.tr) {
                        for head in ["Framing", "One source", "Another", "Difference, 95% interval", "What may be said"] {
                            columnHead { head }
                        }
                    }
                }
                element(.tbody) { for pair in sample.rows { row(pair, concept) } }
            }
        )
        note(DifferenceText(numbers).note(on: differences, sample))
    }

    /// Differences of rates, in sentences: only those that hold, since a table of shares stands above.
    @ReportBuilder private func rates(of index: Int) -> [ReportNode] {
        if let differences = comparison.concepts[index].rateDifferences, !differences.comparable.isEmpty {
            let told = DifferenceSample(differences, least: .fragileDifference)
            if !told.rows.isEmpty {
                element(.ul) {
                    for pair in told.rows {
                        let said = DifferenceSentence(pair, in: comparison, concept: index)
                        element(.li) {
                            sentence(said.runs)
                            " (\(said.meta(tests: differences.tests)))"
                        }
                    }
                }
            }
            note(DifferenceText(numbers).rateNote(on: differences, told))
        }
    }

    private func row(_ pair: FramingDifference, _ concept: ComparedConcept) -> ReportNode {
        element(.tr) {
            rowHead { name(concept.framings[pair.framing].label) }
            side(pair.first, pair.measure)
            side(pair.second, pair.measure)
            element(.td) { DifferenceText(numbers).interval(of: pair) }
            element(.td) { pair.level.readable }
        }
    }

    private func side(_ side: FramingDifference.Side, _ measure: Measure) -> ReportNode {
        element(.td) {
            shortName(comparison.sources[side.source].name)
            " \(DifferenceText(numbers).figure(of: side, measure))"
        }
    }
}

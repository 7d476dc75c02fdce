import Comparing
import Scoring

extension HTMLDocument {
    /// Shares by week or month, folded under the matrix; nothing where dates or counts do not carry them.
    @ReportBuilder var trends: [ReportNode] {
        for concept in comparison.concepts {
            if let text = TrendText(concept, sources: model.listedSources, numbers: numbers) {
                fold("Over time: \(concept.label)") {
                    scrolling("over time, \(concept.label)", trendTable(text, concept))
                    note(text.note)
                }
            }
        }
    }

    private func trendTable(_ text: TrendText, _ concept: ComparedConcept) -> ReportNode {
        element(.table, .class("speakers")) {
            caption("Own-words mentions of \(concept.label) by source, framing and period.")
            element(.thead) {
                element(.tr) {
                    columnHead { "Source" }
                    columnHead { "Framing" }
                    for period in text.periods { columnHead { text.name(of: period) } }
                }
            }
            element(.tbody) {
                for row in text.rows {
                    element(.tr) {
                        rowHead { shortName(comparison.sources[row.source].name) }
                        element(.td) { name(concept.framings[row.framing].label) }
                        for point in row.points { element(.td) { text.figure(point, row.framing) } }
                    }
                }
            }
        }
    }

    /// What may be said of each source that a share may be printed of; the others' counts stand in the matrix.
    @ReportBuilder var levels: [ReportNode] {
        for concept in comparison.concepts {
            let told = model.listedSources.filter { concept.evidence[$0].level >= .described }
            if !told.isEmpty {
                fold("What each source\u{2019}s own words carry: \(concept.label)") {
                    element(.ul) {
                        for source in told {
                            element(.li) { sentence(LevelSentence(source: source, of: concept, in: comparison).runs) }
                        }
                    }
                }
            }
        }
    }
}

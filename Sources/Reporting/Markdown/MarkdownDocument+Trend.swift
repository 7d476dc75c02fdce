import Comparing

extension MarkdownDocument {
    /// What may be said of each source's own words, by concept.
    func levels(of concept: ComparedConcept) -> [[ReportNode]] {
        comparison.sources.indices.map { source in
            item { sentence(LevelSentence(source: source, of: concept, in: comparison).runs) }
        }
    }

    /// Shares by week or month, a line for each source and framing.
    @ReportBuilder var trends: [ReportNode] {
        heading(2) { "Over time" }
        for concept in comparison.concepts {
            if let text = TrendText(concept, sources: model.listedSources, numbers: numbers) {
                heading(3) { concept.label }
                list(
                    text.rows.map { row in
                        item {
                            strong(comparison.sources[row.source].name)
                            ", "
                            ReportNode.emphasis([.text(concept.framings[row.framing].label)])
                            ": "
                                + zip(text.periods, row.points).map { "\(text.name(of: $0)) \(text.figure($1, row.framing))" }
                                .joined(separator: "; ")
                        }
                    })
                paragraph { text.note }
            }
        }
    }
}

import Comparing

extension MarkdownDocument {
    /// The comparisons that the evidence carries, a line each, as far as people read.
    @ReportBuilder var differences: [ReportNode] {
        heading(2) { "Differences between sources" }
        for (index, concept) in comparison.concepts.enumerated() {
            if let differences = concept.mainDifferences, !differences.comparable.isEmpty {
                heading(3) { concept.label }
                let sample = DifferenceSample(differences)
                list(sample.rows.map { item($0, of: differences, concept: index) })
                paragraph { DifferenceText(numbers).note(on: differences, sample) }
                if differences.measure == .share { rates(concept, at: index) }
            }
        }
    }

    @ReportBuilder private func rates(_ concept: ComparedConcept, at index: Int) -> [ReportNode] {
        if let differences = concept.rateDifferences {
            let told = DifferenceSample(differences, least: .fragileDifference)
            list(told.rows.map { item($0, of: differences, concept: index) })
            paragraph { DifferenceText(numbers).rateNote(on: differences, told) }
        }
    }

    private func item(_ pair: FramingDifference, of differences: ConceptDifferences, concept index: Int) -> [ReportNode] {
        let said = DifferenceSentence(pair, in: comparison, concept: index)
        return item {
            sentence(said.runs)
            " (\(said.meta(tests: differences.tests)))"
        }
    }
}

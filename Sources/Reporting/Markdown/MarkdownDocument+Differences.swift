import Comparing

extension MarkdownDocument {
    /// Every comparison that the evidence carries, a line each.
    @ReportBuilder var differences: [ReportNode] {
        heading(2) { "Differences between sources" }
        for (index, concept) in comparison.concepts.enumerated() {
            if let differences = concept.mainDifferences, !differences.comparable.isEmpty {
                heading(3) { concept.label }
                list(
                    differences.comparable.map { pair in
                        let said = DifferenceSentence(pair, in: comparison, concept: index)
                        return item {
                            sentence(said.runs)
                            " (\(said.meta(tests: differences.tests)))"
                        }
                    })
                paragraph { DifferenceText(numbers).note(on: differences) }
                if differences.measure == .share { rates(concept, at: index) }
            }
        }
    }

    @ReportBuilder private func rates(_ concept: ComparedConcept, at index: Int) -> [ReportNode] {
        if let differences = concept.rateDifferences {
            let told = differences.comparable.filter { $0.level > .noDifferenceShown }
            list(
                told.map { pair in
                    let said = DifferenceSentence(pair, in: comparison, concept: index)
                    return item {
                        sentence(said.runs)
                        " (\(said.meta(tests: differences.tests)))"
                    }
                })
            paragraph { DifferenceText(numbers).rateNote(on: differences, told: told.count) }
        }
    }
}

import Comparing

extension HTMLDocument {
    /// For an empty report: what was looked for, and the next step.
    var nothingFound: PageSection? {
        PageSection(
            ("answer", "Answer"), heading: "Nothing found",
            introduction: "0 hits. This says something about the articles and the lexicon together, not about either alone."
        ) {
            if !comparison.concepts.isEmpty {
                heading(3) { "What was looked for" }
                element(.ul, .class("rows looked")) { comparison.concepts.map(framingsLookedFor) }
            }
            heading(3) { "A next step" }
            element(.p, .class("intro")) { model.nextStep.reason }
            ReportNode.codeBlock(model.nextStep.command)
        }
    }

    private func framingsLookedFor(_ concept: ComparedConcept) -> ReportNode {
        element(.li) {
            keyLetter(concept)
            element(.b) { name(concept.label) }
            ": " + concept.framings.map(\.label).joined(separator: ", ")
        }
    }
}

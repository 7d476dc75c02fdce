import Comparing
import Scoring

extension HTMLDocument {
    /// Framings of a list that stand openly.
    private static let openNames = 12
    /// Concepts that stand openly in the list of framings that were not found, each with a few lines of names.
    private static let openConcepts = 5

    /// What is absent, as questions to ask of more articles.
    var missing: PageSection? {
        let missing = comparison.missing
        let articles = numbers.counted(comparison.articles.count, "article")
        return PageSection(
            ("missing", "Missing"), heading: "What is missing",
            introduction: "Absence in one article is not silence. Use this as a list of questions to ask of more articles."
        ) {
            element(.div, .class("three")) {
                if model.sourceCount > 1 { missingList("In one source only", missing.inOneSourceOnly, detail: oneSource) }
                missingList("Never in a source\u{2019}s own words", missing.neverOwn, detail: otherVoices)
                namesInNone("In none of \(articles)", missing.inNone)
            }
            if !missing.inNone.isEmpty {
                note("Found nowhere, but in the lexicon, so looked for. A wording the lexicon does not list cannot show up here.")
            }
        }
    }

    private func missingList(_ title: String, _ framings: [MissingFraming], detail: (MissingFraming) -> String?) -> ReportNode {
        list(title, framings.map { missingItem($0, detail: detail($0)) }, open: Self.openNames, rest: "more framing")
    }

    /// Many framings are in no article where a lexicon is rich: their names in one line for each concept.
    private func namesInNone(_ title: String, _ framings: [MissingFraming]) -> ReportNode {
        let items = comparison.concepts.indices.compactMap { concept -> ReportNode? in
            let names = framings.filter { $0.concept == concept }.map { comparison.concepts[concept].framings[$0.framing].label }
            guard !names.isEmpty else { return nil }
            return element(.li) {
                name(names.joined(separator: ", "))
                small(comparison.concepts[concept].label)
            }
        }
        return list(title, items, open: Self.openConcepts, rest: "more concept")
    }

    /// The first items openly, the rest folded; "0 framings" where there is none.
    private func list(_ title: String, _ items: [ReportNode], open: Int, rest noun: String) -> ReportNode {
        let rest = Array(items.dropFirst(open))
        return element(.section) {
            element(.h3) { title }
            element(.ul, .class("rows")) {
                if items.isEmpty { element(.li, .class("nil")) { numbers.counted(0, "framing") } }
                Array(items.prefix(open))
            }
            if !rest.isEmpty {
                fold(numbers.counted(rest.count, noun)) { element(.ul, .class("rows")) { rest } }
            }
        }
    }

    private func missingItem(_ item: MissingFraming, detail: String?) -> ReportNode {
        let label = comparison.name(ofFraming: item.framing, of: item.concept)
        let cell = item.source.map { CellReference(concept: item.concept, framing: item.framing, source: $0) }
        return element(.li) {
            if item.counts.total > 0 {
                element(.a, .href(cell.map(evidenceTarget) ?? model.anchors.framing(item.concept, item.framing))) { name(label) }
            } else {
                name(label)
            }
            if let detail { small(detail) }
        }
    }

    private func oneSource(_ item: MissingFraming) -> String? {
        item.source.map { "\(comparison.sources[$0].name) only, \(numbers.counted(item.counts.total, "hit"))" }
    }

    private func otherVoices(_ item: MissingFraming) -> String? {
        let hits = numbers.counted(item.counts.total, "hit")
        let voices = Voice.allCases.filter { item.counts[$0] > 0 }
        return voices.count == 1 ? "\(hits), \(voices[0].countName)" : "\(hits): \(item.counts.description(numbers))"
    }
}

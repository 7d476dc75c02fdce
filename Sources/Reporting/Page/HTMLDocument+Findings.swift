import Comparing

extension HTMLDocument {
    var findings: PageSection? {
        guard model.showsFindings else { return nil }
        let scope = comparison.articles.count == 1 ? "this one text" : "these \(numbers.word(comparison.articles.count)) texts"
        return PageSection(
            ("findings", "Findings"), heading: "What stands out",
            introduction: "Written from the counts by fixed rules, most one-sided difference first. Every sentence holds for \(scope) only."
        ) {
            element(.ol, .class("findings")) { comparison.findings.map(finding) }
        }
    }

    private func finding(_ finding: Finding) -> ReportNode {
        let meta: [[ReportNode]] = finding.meta.isEmpty ? [] : [[.text(finding.meta.replacing(" = ", with: "\u{A0}=\u{A0}"))]]
        return element(.li) {
            element(.p) { sentence(finding.runs) }
            element(.p, .class("meta")) { joined(meta + findingLinks(finding).map { [$0] }, by: " \u{B7} ") }
        }
    }

    /// Links to the cells a finding rests on; to a whole section for the templates that rest on one.
    private func findingLinks(_ finding: Finding) -> [ReportNode] {
        switch finding.template {
        case .quotedWords where finding.links.isEmpty && model.hasAttributedWords:
            return [element(.a, .href("voices")) { "Who gets to speak" }]
        case .repetition where !comparison.repeats.isEmpty:
            return [element(.a, .href("repeats")) { "The repeated passages" }]
        default:
            let hasOneFraming = Set(finding.links.map { [$0.concept, $0.framing] }).count == 1
            return finding.links.map { cellLink($0, namesFraming: !hasOneFraming) }
        }
    }

    private func cellLink(_ cell: CellReference, namesFraming: Bool) -> ReportNode {
        let source = Names.short(comparison.sources[cell.source].name)
        let label = comparison.name(ofFraming: cell.framing, of: cell.concept)
        return element(.a, .href(evidenceTarget(cell))) { name(namesFraming ? "\(source): \(label)" : source) }
    }
}

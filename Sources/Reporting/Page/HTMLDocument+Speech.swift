import Articles
import Comparing
import Scoring

extension HTMLDocument {
    /// Verbs named under the head of a column.
    private static let namedVerbs = 3

    /// With which verbs each source introduces each side; the sentences stand in a fold beneath.
    @ReportBuilder var introducedSpeech: [ReportNode] {
        let listed = Set(model.listedSources)
        let rows = comparison.speech.rows.indices.filter { listed.contains(comparison.speech.rows[$0].source) }
        if comparison.speech.total > 0 {
            let open = rows.filter { comparison.speech.rows[$0].source < MatrixPlan.openSources }
            let rest = Array(rows.dropFirst(open.count))
            heading(3) { "How speech is introduced" }
            element(.p, .class("intro")) { MethodText(model).speechIntroduction }
            if !open.isEmpty { speechTable(Array(open)) }
            if !rest.isEmpty { fold("More sources") { speechTable(rest) } }
            fold("The sentences behind these counts", style: "more rest") { rows.flatMap(speechSentences) }
        }
    }

    private func speechTable(_ rows: [Int]) -> ReportNode {
        scrolling(
            "how speech is introduced",
            element(.table, .class("speakers speech")) {
                caption("Verbs that introduce speech, by source, side and what the verb implies.")
                element(.thead) {
                    element(.tr) {
                        columnHead { hidden("Side") }
                        for group in comparison.speech.groups {
                            columnHead {
                                SpeechNames.group(group.implies)
                                small(SpeechNames.list(group.verbs, most: Self.namedVerbs))
                            }
                        }
                    }
                }
                for source in comparison.sources.indices {
                    speechRows(rows.filter { comparison.speech.rows[$0].source == source })
                }
            }
        )
    }

    @ReportBuilder private func speechRows(_ rows: [Int]) -> [ReportNode] {
        if let first = rows.first {
            element(.tbody) {
                element(.tr, .class("group")) {
                    element(.th, .scope("colgroup"), .columns(comparison.speech.groups.count + 1)) {
                        name(comparison.sources[comparison.speech.rows[first].source].name)
                    }
                }
                for row in rows {
                    element(.tr) {
                        rowHead { name(SpeechNames.side(comparison.speech.rows[row].side)) }
                        for group in comparison.speech.groups.indices { speechCell(row: row, group: group) }
                    }
                }
            }
        }
    }

    private func speechCell(row: Int, group: Int) -> ReportNode {
        let count = comparison.speech.rows[row].cells[group].count
        // No link here: how many there are would depend on what the texts say. The fold beneath has the sentences.
        return element(.td) { count > 0 ? element(.b) { numbers.digits(count) } : .text("0") }
    }

    /// The kept sentences of one source and side, a column for each group.
    @ReportBuilder private func speechSentences(_ row: Int) -> [ReportNode] {
        let groups = comparison.speech.groups.indices.filter { !model.introductions.introductions(row: row, group: $0).isEmpty }
        let side = comparison.speech.rows[row]
        if !groups.isEmpty {
            element(.section, .class("framing")) {
                element(.h4) { name("\(comparison.sources[side.source].name): \(SpeechNames.side(side.side))") }
                element(.div, .class("columns n\(min(groups.count, 3))")) {
                    for group in groups { speechEvidence(row: row, group: group) }
                }
            }
        }
    }

    private func speechEvidence(row: Int, group: Int) -> ReportNode {
        let kept = model.introductions.introductions(row: row, group: group)
        let count = comparison.speech.rows[row].cells[group].count
        return element(.div, .id(model.anchors.speech(row: row, group: group))) {
            element(.h5) {
                SpeechNames.group(comparison.speech.groups[group].implies)
                " "
                element(.b) { numbers.digits(count) }
            }
            element(.ul) { kept.compactMap(speechItem) }
            if kept.count < count { element(.p, .class("kept")) { "\(numbers.part(kept.count, of: count)) kept here" } }
        }
    }

    private func speechItem(_ introduction: ComparedIntroduction) -> ReportNode? {
        guard let context = introduction.speech.context else { return nil }
        let article = introduction.article
        let date = comparison.articles[article].date.map(model.readable) ?? "no date"
        let place = model.reader.anchor(of: introduction) ?? (isListed(article) ? model.anchors.article(article) : nil)
        return element(.li) {
            element(place == nil ? .span : .a, place.map(Element.Attribute.href), .directionOfText) {
                context.leftShown
                element(.b) { introduction.speech.surface }
                context.rightShown
            }
            " "
            element(.small) { name([introduction.speaker, date].compactMap(\.self).joined(separator: ", ")) }
        }
    }
}

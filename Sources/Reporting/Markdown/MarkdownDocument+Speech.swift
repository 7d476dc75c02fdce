import Articles
import Comparing
import Scoring

extension MarkdownDocument {
    @ReportBuilder var introducedSpeech: [ReportNode] {
        if comparison.speech.total > 0 {
            heading(3) { "How speech is introduced" }
            paragraph { MethodText(model).speechIntroduction }
            for row in comparison.speech.rows.indices { introductions(row) }
        }
    }

    @ReportBuilder private func introductions(_ row: Int) -> [ReportNode] {
        let side = comparison.speech.rows[row]
        let found = side.cells.indices.filter { side.cells[$0].count > 0 }
        let missing = side.cells.indices.filter { side.cells[$0].count == 0 }.map {
            SpeechNames.group(comparison.speech.groups[$0].implies)
        }
        heading(4) { "\(comparison.sources[side.source].name): \(SpeechNames.side(side.side))" }
        list(
            found.map { group in
                let verbs = side.cells[group].verbs.map { "\($0.verb) \(numbers.digits($0.count))" }.joined(separator: ", ")
                return item {
                    strong(SpeechNames.group(comparison.speech.groups[group].implies))
                    " \(numbers.digits(side.cells[group].count)): \(verbs)"
                }
            } + (missing.isEmpty ? [] : [item { "0: " + missing.joined(separator: ", ") }]))
        let sentences = found.flatMap { model.introductions.introductions(row: row, group: $0) }
        ReportNode.quote(list(sentences.compactMap(sentenceItem)))
    }

    private func sentenceItem(_ introduction: ComparedIntroduction) -> [ReportNode]? {
        guard let context = introduction.speech.context else { return nil }
        let article = comparison.articles[introduction.article]
        let origin = [introduction.speaker, article.date?.iso ?? article.doc].compactMap(\.self).joined(separator: "; ")
        return item {
            context.leftShown
            strong(introduction.speech.surface)
            "\(context.rightShown) (\(origin))"
        }
    }
}

import Articles
import Comparing
import Scoring

extension MarkdownDocument {
    @ReportBuilder var voices: [ReportNode] {
        heading(2) { "Who gets to speak" }
        for source in comparison.sources {
            paragraph {
                "\(source.name): \(numbers.counted(source.words.total, "word"))"
                if source.words.total > 0 { ", " + source.words.description(numbers) }
                "."
            }
            list(source.speakers.map(speakerItem))
        }
        introducedSpeech
    }

    private func speakerItem(_ speaker: SpeakerWords) -> [ReportNode] {
        item {
            strong(speaker.name)
            if let side = speaker.side { " (\(side))" }
            ": " + speaker.words.description(numbers)
        }
    }

    @ReportBuilder var missing: [ReportNode] {
        heading(2) { "What is missing" }
        if model.sourceCount > 1 { missingList("In one source only", comparison.missing.inOneSourceOnly, detail: oneSource) }
        missingList("Never in a source\u{2019}s own words", comparison.missing.neverOwn) { ": " + $0.counts.description(numbers) }
        missingList("In no article", comparison.missing.inNone) { _ in "" }
    }

    @ReportBuilder private func missingList(
        _ title: String, _ framings: [MissingFraming], detail: (MissingFraming) -> String
    ) -> [ReportNode] {
        heading(3) { title }
        if framings.isEmpty { paragraph { "0 framings." } }
        list(framings.map { comparison.name(ofFraming: $0.framing, of: $0.concept) + detail($0) })
    }

    private func oneSource(_ entry: MissingFraming) -> String {
        let source = entry.source.map { comparison.sources[$0].name + " only, " } ?? ""
        return ": \(source)\(numbers.counted(entry.counts.total, "hit"))"
    }

    @ReportBuilder var repeats: [ReportNode] {
        heading(2) { "Repeated passages" }
        list(comparison.repeats.map(repeatSentence))
    }

    private func repeatSentence(_ passage: RepeatedPassage) -> String {
        let words = numbers.counted(passage.words, "word")
        let hits = numbers.counted(passage.hitsSetAside, "hit")
        return "\(articleName(passage.later)) repeats \(articleName(passage.earlier)): \(words), \(hits) set aside"
    }

    private func articleName(_ index: Int) -> String {
        let article = comparison.articles[index]
        return "\(comparison.sources[article.sourceIndex].name) \(article.date?.iso ?? article.doc)"
    }

    @ReportBuilder var method: [ReportNode] {
        let method = MethodText(model)
        heading(2) { "Method, lexicon and limits" }
        heading(3) { "How it was counted" }
        list(method.howCounted)
        heading(3) { "What could be wrong" }
        list(method.whatCouldBeWrong)
        if !model.record.diagnostics.messages.isEmpty {
            heading(3) { "What the files were like" }
            list(model.record.diagnostics.messages)
        }
        heading(3) { "The lexicon" }
        for concept in comparison.concepts {
            heading(4) { concept.label }
            list(concept.framings.map(lexiconItem))
        }
        heading(3) { "Repeat this report" }
        ReportNode.codeBlock(RunRecordText(model.record, numbers: numbers).text)
    }

    private func lexiconItem(_ framing: ComparedFraming) -> [ReportNode] {
        item {
            strong(framing.label)
            ": " + TermList(framing.terms, numbers: model.numbers).shortened
        }
    }

    @ReportBuilder var nothingFound: [ReportNode] {
        heading(2) { "Nothing found" }
        if !comparison.concepts.isEmpty {
            paragraph { "Looked for:" }
            list(
                comparison.concepts.map { concept in
                    item {
                        strong(concept.label)
                        ": " + concept.framings.map(\.label).joined(separator: ", ")
                    }
                }
            )
        }
        paragraph { model.nextStep.reason }
        ReportNode.codeBlock(model.nextStep.command)
    }
}

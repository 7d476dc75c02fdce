import Articles
import Comparing
import Foundation
import Scoring

/// The report for version control: headings, sentences and lists, one sentence or list item a line, no tables and no links.
///
/// Equal counts give equal bytes: nothing here names a moment, a folder or a locale.
struct MarkdownDocument {
    let model: ReportModel

    init(_ model: ReportModel) { self.model = model }

    var comparison: Comparison { model.comparison }
    var numbers: NumberStyle { model.numbers }

    var nodes: [ReportNode] { MarkdownText.escaping(document) }

    @ReportBuilder private var document: [ReportNode] {
        head
        if model.hasHits {
            answer
            if model.showsFindings { findings }
            matrix
            if model.hasComparableSources { differences }
            if model.hasTrends { trends }
            evidence
        } else {
            nothingFound
        }
        if model.showsVoices { voices }
        if model.hasHits { missing }
        if !comparison.repeats.isEmpty { repeats }
        words
        method
    }

    func paragraph(@ReportBuilder _ children: () -> [ReportNode]) -> ReportNode { .paragraph(children()) }
    func item(@ReportBuilder _ children: () -> [ReportNode]) -> [ReportNode] { [.paragraph(children())] }
    func strong(_ text: String) -> ReportNode { .strong([.text(text)]) }

    /// A list, or nothing: an empty list would be an invisible mark in the file.
    func list(_ items: [[ReportNode]]) -> [ReportNode] { items.isEmpty ? [] : [.bulletList(items)] }
    func list(_ sentences: [String]) -> [ReportNode] { list(sentences.map { [.paragraph([.text($0)])] }) }

    /// A generated sentence, a line break after each full stop that ends one.
    func sentence(_ runs: [Run]) -> [ReportNode] {
        runs.flatMap { run -> [ReportNode] in
            switch run {
            case .plain(let plain): lines(plain)
            case .strong(let text), .source(let text, _): [strong(text)]
            case .framing(let label, _, _): [.emphasis([.text(label)])]
            }
        }
    }

    private func lines(_ plain: String) -> [ReportNode] {
        let sentences = plain.components(separatedBy: ". ")
        return sentences.enumerated().flatMap { index, sentence -> [ReportNode] in
            index + 1 < sentences.count ? [.text(sentence + "."), .softBreak] : sentence.isEmpty ? [] : [.text(sentence)]
        }
    }

    @ReportBuilder private var head: [ReportNode] {
        heading(1) { model.title }
        if let lead = comparison.lead {
            paragraph { sentence(lead.runs) }
        } else if let nothing = model.nothingFoundSentence {
            paragraph { nothing }
        }
        if let alone = model.oneSourceSentence { paragraph { alone } }
        paragraph { model.facts.joined(separator: ", ") + "." }
        if !comparison.articles.isEmpty {
            paragraph { "Evidence: \(comparison.level.stepName) (step \(comparison.level.step) of 4)." }
        }
        list(model.caveats.map(\.sentence))
        if !comparison.articles.isEmpty {
            paragraph { "What was read:" }
            whatWasRead
        }
    }

    /// Articles while a reader can go through them, else sources.
    @ReportBuilder private var whatWasRead: [ReportNode] {
        if comparison.articles.count <= ReportModel.mostArticlesListed {
            list(comparison.articles.map(articleItem))
        } else {
            list(comparison.sources.indices.map(sourceItem))
            paragraph { "The JSON file names the \(numbers.digits(comparison.articles.count)) articles." }
        }
    }

    private func sourceItem(_ index: Int) -> [ReportNode] {
        let words = comparison.articles[comparison.sources[index].articles].reduce(0) { $0 + $1.wordsRead }
        return item {
            strong(comparison.sources[index].name)
            ": \(model.description(ofSource: index)); \(numbers.counted(words, "word"))"
        }
    }

    private func articleItem(_ article: ComparedArticle) -> [ReportNode] {
        let date = article.date.map { $0.iso + (article.dateIsInferred ? " (inferred)" : "") } ?? "no date"
        return item {
            strong(comparison.sources[article.sourceIndex].name)
            ": \(date); \(article.headline ?? "no headline in the file"); \(numbers.counted(article.wordsRead, "word"))"
        }
    }
}

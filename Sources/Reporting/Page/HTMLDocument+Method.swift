import Articles
import Comparing
import Scoring

extension HTMLDocument {
    private static let mostMessages = 20

    /// Enough to check the numbers, repeat them and disagree with them.
    var method: PageSection? {
        let text = MethodText(model)
        return PageSection(
            ("method", "Method"), heading: "Method, lexicon and limits",
            introduction: "Enough to check the numbers, repeat them and disagree with them."
        ) {
            element(.div, .class("two prose")) {
                prose("How it was counted", text.howCounted)
                prose("What could be wrong", text.whatCouldBeWrong)
            }
            messages
            if !comparison.articles.isEmpty { articlesTable }
            if !comparison.concepts.isEmpty { lexiconTable }
            fold("Repeat this report", isOpen: true) {
                ReportNode.codeBlock(RunRecordText(model.record, numbers: numbers).text)
            }
            shortcuts
        }
    }

    /// Whether the table of articles has a row that a link can lead to.
    func isListed(_ article: Int) -> Bool { article < ReportModel.mostArticlesListed }

    private func prose(_ title: String, _ sentences: [String]) -> ReportNode {
        element(.div) {
            heading(3) { title }
            ReportNode.bulletList(sentences.map { [.paragraph([.text($0)])] })
        }
    }

    @ReportBuilder private var messages: [ReportNode] {
        let all = model.record.diagnostics.messages
        if !all.isEmpty {
            fold("What the files were like, \(numbers.counted(all.count, "message"))") {
                ReportNode.bulletList(all.prefix(Self.mostMessages).map { [.paragraph([.text($0)])] })
                if all.count > Self.mostMessages { note("\(numbers.digits(all.count - Self.mostMessages)) more in the JSON file.") }
            }
        }
    }

    private var articlesTable: ReportNode {
        let count = comparison.articles.count
        let table = element(.table, .class("articles")) {
            caption("Articles read, with their words and the words counted for an earlier article")
            element(.thead) {
                element(.tr) {
                    for title in ["Source", "Date", "Headline", "Words", "Repeated"] { columnHead { title } }
                }
            }
            element(.tbody) {
                for article in comparison.articles.indices.prefix(ReportModel.mostArticlesListed) { articleTableRow(article) }
            }
        }
        return fold("The articles, \(numbers.counted(count, "text"))") {
            scrolling("articles", table)
            if count > ReportModel.mostArticlesListed {
                note("\(numbers.digits(count - ReportModel.mostArticlesListed)) more in the JSON file.")
            }
        }
    }

    private func articleTableRow(_ index: Int) -> ReportNode {
        let article = comparison.articles[index]
        return element(.tr, .id(model.anchors.article(index)), .focusable) {
            rowHead { name(comparison.sources[article.sourceIndex].name) }
            element(.td, .class("num")) { model.date(of: article) }
            element(.td) {
                if let headline = article.headline {
                    name(headline)
                } else {
                    element(.em, .class("nil")) { "No headline in the file" }
                }
                small(article.doc)
            }
            numberCell(article.wordsRead)
            numberCell(article.wordsSetAside)
        }
    }

    private var lexiconTable: ReportNode {
        let names = model.record.lexicons.map { $0.title ?? $0.name }.joined(separator: ", ")
        return fold("The lexicon, \(numbers.counted(model.framingCount, "framing"))") {
            element(.table, .class("lexicon")) {
                caption("Lexicon \(names): framings, their terms and how many hits they had")
                element(.thead) {
                    element(.tr) {
                        for title in ["Framing", "Terms", "Hits"] { columnHead { title } }
                    }
                }
                for concept in comparison.concepts { lexiconRows(of: concept) }
            }
        }
    }

    /// Framings with hits one by one; those without are named together.
    private func lexiconRows(of concept: ComparedConcept) -> ReportNode {
        let (found, notFound) = model.framings(of: concept)
        return element(.tbody) {
            element(.tr, .class("group")) {
                element(.th, .scope("colgroup"), .columns(3)) {
                    keyLetter(concept)
                    name(concept.label)
                }
            }
            found.map { lexiconRow(concept.framings[$0]) }
            if !notFound.isEmpty {
                element(.tr) {
                    rowHead { "In no article" }
                    element(.td, .directionOfText) { notFound.map { concept.framings[$0].label }.joined(separator: ", ") }
                    numberCell(0)
                }
            }
        }
    }

    private func lexiconRow(_ framing: ComparedFraming) -> ReportNode {
        element(.tr) {
            rowHead { name(framing.label) }
            element(.td, .directionOfText) { TermList(framing.terms, numbers: numbers).shortened }
            numberCell(framing.total.total)
        }
    }

    private var shortcuts: ReportNode {
        element(.p, .class("note script-only")) {
            element(.label) {
                element(.input, .init("type", "checkbox"), .id("keys"))
                " Single-key shortcuts"
            }
            ": "
            let keys = [("n", " next section, "), ("p", " previous, "), ("e", " evidence. "), ("Esc", " closes the panel at any time.")]
            for (key, effect) in keys {
                element(.kbd) { key }
                effect
            }
        }
    }
}

import Articles
import Comparing
import Scoring

extension HTMLDocument {
    /// Articles listed one by one beside the title; above that, sources are.
    private static let mostArticlesListed = 8
    /// Limits printed above the first number; the method section has them all.
    private static let headCaveats = 4

    /// Title, lead, what was read and how far it carries: all that a reader must have seen before the first number.
    var head: ReportNode {
        element(.header, .class("head")) {
            element(.p, .class("eyebrow")) { model.facts.joined(separator: " \u{B7} ") }
            element(.div, .class("opening")) {
                element(.div) {
                    heading(1) { model.title }
                    lead
                }
                if !comparison.articles.isEmpty { whatWasRead }
            }
            if !comparison.articles.isEmpty { caveat }
        }
    }

    @ReportBuilder private var lead: [ReportNode] {
        if let lead = comparison.lead {
            element(.p, .class("lead")) { sentence(lead.runs) }
        } else if let nothing = model.nothingFoundSentence {
            element(.p, .class("lead")) { nothing }
        }
        if let alone = model.oneSourceSentence { element(.p, .class("lead plain")) { alone } }
    }

    private var whatWasRead: ReportNode {
        let rows = comparison.articles.count <= Self.mostArticlesListed ? comparison.articles.indices.map(articleRow) : sourceRows
        let rest = Array(rows.dropFirst(Self.mostArticlesListed))
        return element(.aside, .class("read"), .labelledBy("h-sources")) {
            element(.h2, .id("h-sources")) { "What was read" }
            element(.ul) { Array(rows.prefix(Self.mostArticlesListed)) }
            if !rest.isEmpty {
                fold(numbers.counted(rest.count, "more source")) { element(.ul) { rest } }
            }
            if !model.listsEverySource, comparison.articles.count > Self.mostArticlesListed {
                note("\(numbers.digits(model.sourceCount - model.listedSources.count)) more in the JSON file.")
            }
        }
    }

    private func articleRow(_ index: Int) -> ReportNode {
        let article = comparison.articles[index]
        return element(.li) {
            element(.a, .href(model.anchors.article(index))) {
                element(.b) { name(comparison.sources[article.sourceIndex].name) }
                " "
                element(.span) { model.date(of: article) }
                if !isTellable(index) { element(.span) { ", " + Names.short(article.headline ?? article.doc, limit: 40) } }
            }
            small(numbers.counted(article.wordsRead, "word"))
        }
    }

    /// Whether source and date tell the article from all others.
    private func isTellable(_ index: Int) -> Bool {
        let article = comparison.articles[index]
        return !comparison.articles.indices.contains { other in
            let second = comparison.articles[other]
            return other != index && second.sourceIndex == article.sourceIndex && model.date(of: second) == model.date(of: article)
        }
    }

    private var sourceRows: [ReportNode] {
        model.listedSources.map { index in
            let source = comparison.sources[index]
            return element(.li) {
                element(.span) {
                    element(.b) { name(source.name) }
                    " " + numbers.counted(source.articles.count, "article")
                }
                small(numbers.counted(comparison.articles[source.articles].reduce(0) { $0 + $1.wordsRead }, "word"))
            }
        }
    }

    /// The ladder of four steps and the limits that this run's sentences keep to.
    private var caveat: ReportNode {
        let step = comparison.level.step
        return element(.div, .class("caveat"), .role("note"), .label("Strength of evidence")) {
            element(.p, .class("level")) {
                element(.span, .class("steps"), .hiddenFromReaders) {
                    for rung in 1...4 { element(.span, .class(rung <= step ? "step on" : "step")) }
                }
                element(.span) {
                    "Evidence: \(comparison.level.stepName)"
                    hidden(", step \(step) of 4.")
                }
            }
            element(.p) {
                model.caveats.prefix(Self.headCaveats).map(\.sentence).joined(separator: " ")
                if model.caveats.count > Self.headCaveats {
                    " "
                    element(.a, .href("method")) { numbers.counted(model.caveats.count - Self.headCaveats, "further limit") }
                }
            }
        }
    }
}

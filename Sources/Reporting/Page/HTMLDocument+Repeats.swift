import Articles
import Comparing

extension HTMLDocument {
    /// Passages that stand openly.
    private static let openRepeats = 12

    /// Text that two articles of a source share, and what leaving the second copy out did to the counts.
    var repeats: PageSection? {
        guard !comparison.repeats.isEmpty else { return nil }
        let rest = comparison.repeats.dropFirst(Self.openRepeats)
        return PageSection(
            ("repeats", "Repeats"), heading: "Repeated passages",
            introduction: "Runs of 25 words or more that an earlier article of the same source has too. "
                + "They count once, for the earlier article, so that repetition does not look like emphasis."
        ) {
            element(.ul, .class("repeats")) { comparison.repeats.prefix(Self.openRepeats).map(repeatItem) }
            if !rest.isEmpty {
                fold(numbers.counted(rest.count, "more passage")) { element(.ul, .class("repeats")) { rest.map(repeatItem) } }
            }
            repeatTotals
        }
    }

    private func repeatItem(_ passage: RepeatedPassage) -> ReportNode {
        element(.li) {
            element(.p) {
                element(.b) { name(comparison.sources[comparison.articles[passage.later].sourceIndex].name) }
                ": "
                articleLink(passage.later)
                " repeats "
                articleLink(passage.earlier)
            }
            element(.p, .class("facts")) {
                fact(passage.words, passage.words == 1 ? " word" : " words")
                " "
                fact(passage.hitsSetAside, passage.hitsSetAside == 1 ? " hit set aside" : " hits set aside")
            }
        }
    }

    private func fact(_ number: Int, _ noun: String) -> ReportNode {
        element(.span) {
            element(.b) { numbers.digits(number) }
            noun
        }
    }

    private func articleLink(_ index: Int) -> ReportNode {
        let article = comparison.articles[index]
        let text = article.date.map(model.readable) ?? article.doc
        return isListed(index) ? element(.a, .href(model.anchors.article(index))) { name(text) } : name(text)
    }

    private var repeatTotals: ReportNode {
        let words = numbers.counted(comparison.repeats.reduce(0) { $0 + $1.words }, "word")
        let hits = numbers.counted(comparison.repeats.reduce(0) { $0 + $1.hitsSetAside }, "hit")
        return note("Together \(words) and \(hits) set aside; \(numbers.counted(comparison.hitsCounted, "hit")) counted.")
    }
}

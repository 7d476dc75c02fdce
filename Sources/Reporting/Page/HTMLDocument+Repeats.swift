import Articles
import Comparing

extension HTMLDocument {
    /// Pairs of articles that stand openly, and those whose text is shown.
    private static let openPairs = 12
    private static let pairsWithText = 6
    /// Pairs listed at all; the JSON file has all.
    private static let mostPairs = 200

    /// Text that two articles of a source share, and what leaving the second copy out did to the counts.
    var repeats: PageSection? {
        guard !comparison.repeats.isEmpty else { return nil }
        let pairs = RepeatedPair.pairs(of: comparison)
        let items = pairs.prefix(Self.mostPairs).enumerated().map { repeatItem($1, showsText: $0 < Self.pairsWithText) }
        let rest = Array(items.dropFirst(Self.openPairs))
        return PageSection(
            ("repeats", "Repeats"), heading: "Repeated passages",
            introduction: "Runs of 25 words or more that an earlier article of the same source has too. "
                + "They count once, for the earlier article, so that repetition does not look like emphasis."
        ) {
            element(.ul, .class("repeats")) { Array(items.prefix(Self.openPairs)) }
            if !rest.isEmpty {
                fold(numbers.counted(rest.count, "more pair") + " of articles") { element(.ul, .class("repeats")) { rest } }
            }
            if pairs.count > Self.mostPairs { note("\(numbers.digits(pairs.count - Self.mostPairs)) more pairs in the JSON file.") }
            repeatTotals
        }
    }

    private func repeatItem(_ pair: RepeatedPair, showsText: Bool) -> ReportNode {
        element(.li) {
            element(.p) {
                element(.b) { name(comparison.sources[comparison.articles[pair.later].sourceIndex].name) }
                ": "
                articleLink(pair.later)
                " repeats "
                articleLink(pair.earlier)
            }
            element(.p, .class("facts")) {
                fact(pair.words, pair.words == 1 ? " word" : " words")
                " "
                fact(pair.hitsSetAside, pair.hitsSetAside == 1 ? " hit set aside" : " hits set aside")
            }
            if showsText, let text = model.repeatText(pair) { text.blocks.map { sharedText($0, of: pair) } }
        }
    }

    /// The shared words as they stand; what only one of the two has is framed and says in which.
    private func sharedText(_ block: [RepeatText.Part], of pair: RepeatedPair) -> ReportNode {
        let names = [pair.earlier, pair.later].map { comparison.articles[$0].date.map(model.readable) ?? comparison.articles[$0].doc }
        return element(.p, .class("shared"), .directionOfText) {
            joined(
                block.map { part in
                    switch part {
                    case .same(let text): [.text(text)]
                    case .onlyEarlier(let text): [only(.del, in: names[0], text)]
                    case .onlyLater(let text): [only(.ins, in: names[1], text)]
                    }
                }, by: " ")
        }
    }

    private func only(_ kind: Element.Name, in article: String, _ text: String) -> ReportNode {
        element(kind) {
            small("only \(article):")
            " " + text
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

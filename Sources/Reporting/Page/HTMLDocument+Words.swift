import Comparing

extension HTMLDocument {
    /// Log Ratio that fills the drawing: 64 times as large a part of the articles.
    private static let largestDrawnRatio = 6.0

    /// What sets sources apart that no framing covers.
    var words: PageSection? {
        guard let keyWords = comparison.keyWords else { return nil }
        let text = KeyWordText(keyWords, model)
        return PageSection(
            ("words", "Words"), heading: "Words that set each source apart", introduction: text.reasonForNone ?? text.introduction
        ) {
            if !text.listed.isEmpty { element(.div, .class("two")) { text.listed.map { wordList(text, $0) } } }
            if let without = text.sourcesWithout { note(without) }
        }
    }

    private func wordList(_ text: KeyWordText, _ source: Int) -> ReportNode {
        element(.div) {
            heading(3) { name(comparison.sources[source].name) }
            if text.rows(source).isEmpty { note(text.sentence(source)) } else { wordTable(text, source) }
        }
    }

    @ReportBuilder private func wordTable(_ text: KeyWordText, _ source: Int) -> [ReportNode] {
        element(.table, .class("key-words")) {
            caption(text.sentence(source))
            element(.thead) {
                element(.tr) {
                    for title in ["Word", "Articles here", "Elsewhere", "Log Ratio, at least"] { columnHead { title } }
                }
            }
            element(.tbody) { text.rows(source).map { wordRow(text, $0, source) } }
        }
        if let rest = text.rest(source) { note(rest) }
    }

    private func wordRow(_ text: KeyWordText, _ word: KeyWord, _ source: Int) -> ReportNode {
        element(.tr) {
            rowHead { name(word.word) }
            element(.td, .class("num")) { text.here(word, of: source) }
            element(.td, .class("num")) { text.elsewhere(word, of: source) }
            element(.td, .class("num")) {
                drawing(word)
                "\(numbers.hundredths(word.logRatio)), \(numbers.hundredths(word.bound))"
            }
        }
    }

    /// The left edge is equal parts; the disc is the Log Ratio, the line reaches back to its conservative bound.
    private func drawing(_ word: KeyWord) -> ReportNode {
        let (low, high) = (place(word.bound), place(word.logRatio))
        return element(.svg, .init("viewBox", "0 0 110 10"), .init("width", "66"), .init("height", "6"), .hiddenFromReaders) {
            element(.path, .class("whisker"), .init("d", "M5 0v10M\(low) 5H\(high)M\(low) 2v6"))
            element(.circle, .class("solid"), .init("cx", high), .init("cy", "5"), .init("r", "4"))
        }
    }

    /// Whole units, from 5 to 105.
    private func place(_ ratio: Double) -> String {
        let part = ratio.isFinite ? min(max(ratio / Self.largestDrawnRatio, 0), 1) : 0
        return String(Int((5 + part * 100).rounded()))
    }
}

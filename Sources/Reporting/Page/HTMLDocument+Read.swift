import Articles
import Comparing
import Scoring

extension HTMLDocument {
    /// Characters of a name in the margin, which has room for some lines.
    private static let marginLimit = 40

    /// Full texts with the counted hits marked and, in the margin, whose words a paragraph holds.
    ///
    /// Without script all texts stand in two columns; the script shows two at a time. Nothing where no text is kept.
    var read: PageSection? {
        let articles = model.reader.articles
        guard !articles.isEmpty else { return nil }
        return PageSection(
            ("read", "Read"), heading: articles.count == 1 ? "Read the article" : "Read two articles", introduction: readIntroduction
        ) {
            letters
            if articles.count > 1 { pair }
            element(.div, .class(articles.count == 1 ? "reader single" : "reader")) { articles.map(article) }
        }
    }

    private var readIntroduction: String {
        let whole = comparison.articles.count
        let kept = model.reader.articles.count
        return "Shaded text is in quotation marks; the margin names whose words follow, down to the next name. "
            + "Credits, links to other articles and page furniture are left out."
            + (kept < whole ? " \(numbers.part(kept, of: whole)) articles are kept here." : "")
    }

    /// Which concept a raised letter stands for.
    @ReportBuilder private var letters: [ReportNode] {
        let found = comparison.concepts.filter { $0.total.total > 0 }
        if !found.isEmpty {
            element(.p, .class("letters")) {
                for concept in found {
                    element(.span) {
                        keyLetter(concept)
                        name(concept.label)
                    }
                    " "
                }
            }
        }
    }

    /// Two lists to choose from; the articles first shown are of two sources where there are two.
    private var pair: ReportNode {
        let articles = model.reader.articles
        let source = { (place: Int) in comparison.articles[articles[place].index].sourceIndex }
        let other = articles.indices.first { source($0) != source(0) } ?? 1
        let names = optionNames
        return element(.div, .class("pair script-only")) {
            for (label, selected) in [("Left", 0), ("Right", other)] {
                element(.label) {
                    label
                    element(.select) {
                        for place in articles.indices {
                            let value = Element.Attribute("value", model.anchors.text(articles[place].index))
                            element(.option, value, place == selected ? .init("selected", nil) : nil) { names[place] }
                        }
                    }
                }
            }
        }
    }

    /// "TASS, 7 Oct 2020", and the file where that names two.
    private var optionNames: [String] {
        let names = model.reader.articles.map { kept in
            let article = comparison.articles[kept.index]
            return "\(Names.short(comparison.sources[article.sourceIndex].name)), \(model.date(of: article))"
        }
        let uses = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(names, model.reader.articles).map { name, kept in
            (uses[name] ?? 0) > 1 ? "\(name), \(Names.short(comparison.articles[kept.index].doc, limit: 28))" : name
        }
    }

    private func article(_ kept: ReaderSample.KeptArticle) -> ReportNode {
        let article = comparison.articles[kept.index]
        let language = article.language.flatMap { $0.hasPrefix("en") ? nil : Element.Attribute("lang", $0) }
        let headline = kept.text.paragraphs.firstIndex { $0.kind == .headline }
        return element(.article, .id(model.anchors.text(kept.index)), language) {
            element(.p, .class("meta"), language == nil ? nil : .init("lang", "en")) {
                name(comparison.sources[article.sourceIndex].name)
                " \u{B7} \(model.date(of: article)) \u{B7} \(numbers.counted(article.wordsRead, "word"))"
            }
            if let headline {
                element(.h3, .directionOfText) { sentences(headline, of: kept) }
            } else {
                element(.h3, .class("nil"), language == nil ? nil : .init("lang", "en")) { "No headline in the file" }
            }
            for place in kept.text.paragraphs.indices where place != headline {
                if changesOwners(place, of: kept.text, headline: headline) { margin(kept.text.paragraphs[place].owners) }
                paragraph(place, of: kept)
            }
        }
    }

    /// Whether other owners stand in the margin of the paragraph above, or none do.
    private func changesOwners(_ place: Int, of text: ReadableArticle, headline: Int?) -> Bool {
        guard let above = (0..<place).last(where: { $0 != headline }) else { return true }
        return text.paragraphs[above].owners != text.paragraphs[place].owners
    }

    /// The mark comes from the style, and with it the voice in words for screen readers.
    private func margin(_ owners: [ReadableArticle.Owner]) -> ReportNode {
        element(.div, .class("who")) {
            for owner in owners {
                element(.span, .class(owner.voice.code)) {
                    owner.voice == .own
                        ? ReportNode.text("Own") : owner.speaker.map { shortName($0, limit: Self.marginLimit) } ?? .text("Nobody named")
                }
            }
        }
    }

    private func paragraph(_ place: Int, of kept: ReaderSample.KeptArticle) -> ReportNode {
        switch kept.text.paragraphs[place].kind {
        case .subheading: element(.h4, .directionOfText) { sentences(place, of: kept) }
        case .standfirst: element(.p, .class("standfirst"), .directionOfText) { sentences(place, of: kept) }
        case .caption:
            element(.p, .class("caption"), .directionOfText) {
                small("Caption")
                " "
                sentences(place, of: kept)
            }
        case .headline, .body, .credit, .link, .boilerplate: element(.p, .directionOfText) { sentences(place, of: kept) }
        }
    }

    private func sentences(_ place: Int, of kept: ReaderSample.KeptArticle) -> [ReportNode] {
        let sentences = kept.text.paragraphs[place].sentences.enumerated().map { number, sentence in
            let anchor = model.reader.anchor(article: kept.index, sentence: kept.firstSentences[place] + number)
            let runs = quotedTogether(sentence.runs)
            return anchor.map { [element(.span, .id($0)) { runs }] } ?? runs
        }
        return joined(sentences, by: " ")
    }

    /// One shade for a quotation, however many hits stand in it.
    private func quotedTogether(_ runs: [ReadableArticle.Run]) -> [ReportNode] {
        var nodes: [ReportNode] = []
        var quotation: [ReportNode] = []
        for run in runs {
            if run.isQuoted {
                quotation += marked(run)
                continue
            }
            if !quotation.isEmpty { nodes.append(element(.i) { quotation }) }
            quotation = []
            nodes += marked(run)
        }
        if !quotation.isEmpty { nodes.append(element(.i) { quotation }) }
        return nodes
    }

    private func marked(_ run: ReadableArticle.Run) -> [ReportNode] {
        run.marks.reversed().reduce([ReportNode.text(run.text)]) { inner, mark in
            let concept = comparison.concepts.first { $0.id == mark.concept }
            guard let concept else { return inner }
            return [
                element(.mark, .class("\(mark.voice.code)\(hue(concept))")) {
                    inner
                    if mark.isEnd { element(.sup) { Names.short(concept.keyLetter, limit: 2) } }
                }
            ]
        }
    }
}

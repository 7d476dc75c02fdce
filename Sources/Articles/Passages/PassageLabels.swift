/// Settles the kinds of one article's passages from their words and their neighbours.
struct PassageLabels {
    private let units: [PassageUnit]
    /// The text that they are of.
    private let bytes: [UInt8]
    /// The title that stands apart.
    private let title: FoldedText?
    private var labels: [PassageKind?]
    private let patterns: [PassagePattern?]

    init(units: [PassageUnit], of bytes: [UInt8], title: FoldedText?) {
        self.units = units
        self.bytes = bytes
        self.title = title
        patterns = units.map { PassagePattern.of($0, in: bytes) }
        labels = patterns.map { pattern in
            switch pattern {
            case .link: .link
            case .credit: .credit
            case .caption: .caption
            case .boilerplate, .bar: .boilerplate
            case nil: nil
            }
        }
    }

    /// One kind for each passage, in order.
    mutating func kinds() -> [PassageKind] {
        labelBarNeighbours()
        labelListedLinks()
        labelEqualNeighbours()
        labelCaptionsByCredit()
        labelHead()
        labelSubheadings()
        return labels.map { $0 ?? .body }
    }

    private func text(_ index: Int) -> FoldedText { units[index].text(in: bytes) }

    /// The first passage that is surely a paragraph of the article.
    private var firstParagraph: Int {
        units.indices.first { labels[$0] == nil && units[$0].isParagraph && units[$0].wordCount >= 12 } ?? units.count
    }

    /// A city beside the temperature and the date, at the head of the page.
    private mutating func labelBarNeighbours() {
        let head = units.indices.prefix { patterns[$0] != nil || units[$0].wordCount <= 3 }
        for index in head where labels[index] == nil && units[index].wordCount <= 3 && !units[index].endsWithStop {
            let isBesideBar =
                (index > 0 && !units[index].opensBlock && patterns[index - 1] == .bar)
                || (index + 1 < units.count && !units[index + 1].opensBlock && patterns[index + 1] == .bar)
            if isBesideBar { labels[index] = .boilerplate }
        }
    }

    /// Titles of other articles under "Related articles" and the like, at the end of the page.
    private mutating func labelListedLinks() {
        guard let lastParagraph = units.indices.last(where: { labels[$0] == nil && units[$0].isParagraph }) else { return }
        var isInList = false
        for index in units.indices where index > lastParagraph {
            if labels[index] == .boilerplate, !isInList {
                isInList = FoldedPhrases.listOpenings.contains(text(index).bytes.filter { $0 != UInt8(ascii: ":") }[...])
            }
            if labels[index] == nil, isInList, units[index].isTitleLike(words: 25) { labels[index] = .link }
        }
    }

    /// A caption is often there twice: as the picture's replacement text and under it. A line that begins with the one behind it is one too.
    private mutating func labelEqualNeighbours() {
        let firstFree = labels.firstIndex(of: nil) ?? units.count
        let start = firstParagraph
        for index in units.indices where index > firstFree && units[index].isShort && units[index].wordCount <= 80 {
            for next in index + 1..<min(index + 4, units.count)
            where (labels[index] == nil || labels[index] == .caption) && !beginUnlike(index, next) {
                let (text, other) = (text(index), text(next))
                let isPair =
                    text == other || (text.hasPrefix(other.bytes + [0x20]) && units[next].wordCount >= 2 && !units[next].endsWithStop)
                guard isPair, labels[next] == nil || labels[next] == .caption, isPicturePair(index, next, start: start) else { continue }
                labels[index] = .caption
                labels[next] = .caption
            }
        }
    }

    /// Most passages differ in their first eight bytes, which is seen without touching the text.
    private func beginUnlike(_ index: Int, _ next: Int) -> Bool {
        let (opening, other) = (units[index].opening, units[next].opening)
        return (opening != 0 && other != 0 && opening != other) || units[index].beginsUnlike(units[next], in: bytes)
    }

    /// Equal lines are a picture's where a credit stands by them or both stand before the article's first other paragraph.
    private func isPicturePair(_ first: Int, _ second: Int, start: Int) -> Bool {
        let neighbours = max(0, first - 1)..<min(units.count, second + 2)
        return neighbours.contains { labels[$0] == .credit } || second <= start + 1 || units[first].wordCount <= 40
    }

    /// The line before a picture's credit, in the same block or before the article begins.
    private mutating func labelCaptionsByCredit() {
        let start = firstParagraph
        let firstFree = labels.firstIndex(of: nil) ?? units.count
        for index in units.indices where labels[index] == .credit && !text(index).hasPrefix("by ") {
            if index > firstFree + (index < start ? 1 : 0), labels[index - 1] == nil, units[index - 1].mark == nil {
                let isOneBlock = !units[index].opensBlock
                if isOneBlock ? units[index - 1].wordCount <= 60 : isCaptionBeforeText(index - 1, start: start) {
                    labels[index - 1] = .caption
                }
            }
        }
    }

    /// A single sentence between the headline's lines and the first paragraph, or itself taken for that paragraph while more follow.
    private func isCaptionBeforeText(_ index: Int, start: Int) -> Bool {
        index <= start && index >= 2 && units[index].sentenceCount(in: bytes) == 1 && units[index].wordCount <= 45
    }

    private mutating func labelHead() {
        let candidates = units.indices.filter { labels[$0] == nil }
        guard var first = candidates.first else { return }
        if let title, !title.isEmpty, !units[first].isUnlike(title), text(first) == title { labels[first] = .headline }
        if isKicker(candidates) {
            labels[first] = .boilerplate
            first = candidates[1]
        }
        if labels[first] == nil, units[first].mark == .heading || units[first].isTitleLike(words: 30) {
            labels[first] = .headline
        } else if labels[first] == nil {
            // A text without a headline may begin with its summary.
            if isSummary(first) { labels[first] = .standfirst }
            return
        }
        labelStandfirst(after: first)
    }

    /// A word or two above the headline: a section's name.
    private func isKicker(_ candidates: [Int]) -> Bool {
        guard candidates.count >= 3, units[candidates[0]].mark == nil, labels[candidates[0]] == nil, units[candidates[0]].wordCount <= 2
        else { return false }
        let next = units[candidates[1]]
        return !units[candidates[0]].endsWithStop && next.isTitleLike(words: 30) && next.wordCount >= 4 && !next.endsWithStop
    }

    private mutating func labelStandfirst(after headline: Int) {
        let start = firstParagraph
        var free = units.indices.filter { $0 > headline && labels[$0] == nil }[...]
        // Pages name the headline twice, as the document's title and over the text.
        if let next = free.first, units[headline].isShort, !beginUnlike(next, headline),
            text(next) == text(headline)
        {
            labels[next] = .headline
            free.removeFirst()
        }
        guard let next = free.first, free.count > 1, next <= start else { return }
        let unit = units[next]
        guard unit.mark != .heading, unit.mark != .listItem, unit.mark != .quotation else { return }
        if unit.isTitleLike(words: 50), unit.wordCount >= 6 || unit.lastCharacter != "?" { labels[next] = .standfirst }
        if labels[next] == nil, isSummary(next) || isBeforePicture(next) { labels[next] = .standfirst }
    }

    /// One short sentence, apart from the text by a picture, a byline or a date.
    private func isBeforePicture(_ index: Int) -> Bool {
        guard index + 1 < units.count, units[index].sentenceCount(in: bytes) == 1, units[index].wordCount <= 40 else { return false }
        return labels[index + 1] == .caption || labels[index + 1] == .credit || patterns[index + 1] == .bar
    }

    /// One sentence, a third of whose longer words, four at least, the next and longer paragraph says again.
    private func isSummary(_ index: Int) -> Bool {
        let unit = units[index]
        guard (6...45).contains(unit.wordCount), unit.isShort else { return false }
        guard let next = units[(index + 1)...].indices.first(where: { labels[$0] == nil }), units[next].isParagraph, units[next].isShort,
            units[next].wordCount > unit.wordCount
        else { return false }
        let text = text(index)
        guard !text.contains(UInt8(ascii: "\"")) else { return false }
        let words = LongWords(text)
        let sharedCount = words.sharedCount(with: LongWords(self.text(next)))
        return sharedCount >= 4 && sharedCount * 3 >= words.count && unit.sentenceCount(in: bytes) == 1
    }

    private mutating func labelSubheadings() {
        var hasTextAfter = false
        var hasTextBelow: [Bool] = []
        for index in units.indices.reversed() {
            hasTextBelow.append(hasTextAfter)
            hasTextAfter =
                hasTextAfter
                || (labels[index] == nil && (units[index].isParagraph || units[index].mark == .quotation || units[index].mark == .listItem))
        }
        for index in units.indices where labels[index] == nil {
            let hasText = hasTextBelow[units.count - 1 - index]
            if units[index].mark == .heading {
                labels[index] = .subheading
            } else if units[index].isTitleLike(words: 14), !units[index].endsWithStop || units[index].wordCount <= 8 {
                if hasText {
                    labels[index] = .subheading
                } else if units[index].wordCount <= 4, isAfterArticle(index) {
                    labels[index] = .boilerplate
                }
            }
        }
    }

    /// Whether a title-like line stands behind everything else of an article that has paragraphs.
    private func isAfterArticle(_ index: Int) -> Bool {
        !units[index].endsWithStop && firstParagraph < index
    }
}

package import Articles
import Words

/// An article as its index has it: all that its passages hold, byte for byte; what stands between passages is line ends.
struct RebuiltArticle {
    let article: Article
    /// By passage.
    let words: [PassageWords]
    let spans: [VoiceSpan]
}

extension SegmentView {
    /// Nil where the tables contradict each other.
    func article(_ number: Int) -> RebuiltArticle? {
        guard let record = ArticleRecord(articles[number], strings: strings) else { return nil }
        let passages = (Int(articleFirst[number])..<Int(articleFirst[number + 1])).map { passage($0) }
        guard let title = bytes(of: .title, record.titleByteCount ?? 0, passages, number),
            let text = bytes(of: .text, record.textByteCount, passages, number)
        else { return nil }
        var words: [PassageWords] = []
        for (place, passage) in passages.enumerated() {
            let found = self.text(ofPassage: Int(articleFirst[number]) + place)
            guard found.words.last.map({ $0.end <= passage.span.end }) ?? true else { return nil }
            words.append(
                PassageWords(bytes: passage.field == .title ? title : text, words: found.words, sentences: found.sentences))
        }
        let article = Article(
            id: record.id, source: record.source, date: record.date, dateIsInferred: record.dateIsInferred,
            title: record.titleByteCount == nil ? nil : title, text: text, language: record.language, url: record.url,
            otherKeys: record.otherKeys, sha256: record.sha256, passages: passages)
        return RebuiltArticle(article: article, words: words, spans: record.spans)
    }

    private func bytes(of field: TextField, _ count: Int, _ passages: [Passage], _ number: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: count)
        for (place, passage) in passages.enumerated() where passage.field == field {
            guard passage.span.end <= count else { return nil }
            write(passage: Int(articleFirst[number]) + place, to: &bytes)
        }
        return bytes
    }
}

extension CorpusIndex {
    /// The articles with their passages as they were read, in order; what stood outside passages (front matter, blank lines) is line ends.
    ///
    /// - Throws: `IndexFault` where the index says what cannot be.
    package func articles() throws(IndexFault) -> [Article] {
        var articles: [Article] = []
        articles.reserveCapacity(articleCount)
        for place in articlePlaces() {
            guard let found = withSegment(place.segment, { $0.article(place.article)?.article }).flatMap(\.self) else {
                throw IndexFault("its tables are out of order")
            }
            articles.append(found)
        }
        return articles
    }
}

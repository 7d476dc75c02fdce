package import Articles
package import Words

/// Reads the voices of one article after the other, in memory that each uses again: one for each thread.
///
/// ```swift
/// var session = VoiceSession(VoiceReader(speakers: [], mode: .marks))
/// session.read(article)
/// var walk = session.walk(in: .text)   // valid until the next article is read
/// ```
package struct VoiceSession: ~Copyable {
    package let reader: VoiceReader
    private var marks: ArticleMarks
    /// The stretches of the article last read, where its quotation marks alone do not say them.
    private var title = FlatList<VoiceStretch>()
    private var text = FlatList<VoiceStretch>()
    private var isOfMarks = false
    /// For articles that are read by all rules; none before the first.
    private var memory: VoiceMemory?

    package init(_ reader: VoiceReader, path: InstructionPath = .best) {
        self.reader = reader
        marks = ArticleMarks(path: path)
    }

    /// Reads an article, of which `walk(in:)` gives the voices.
    ///
    /// - Complexity: O(bytes of the article), for each span beyond quotation marks the logarithm of how many there are besides.
    package mutating func read(_ article: Article) {
        isOfMarks = false
        if reader.readsMarksOnly(article.language) {
            marks.read(article)
            isOfMarks = marks.isOrdered
        }
        guard !isOfMarks else { return }
        let map = map(of: article)
        title.replace(with: map.stretches(in: .title))
        text.replace(with: map.stretches(in: .text))
    }

    /// Reads texts that stand one behind another, of a language of which quotation marks alone are read; `walk(in: .text)` gives the voices of all.
    ///
    /// - Complexity: O(bytes of the texts), and as above.
    package mutating func read(_ texts: borrowing JoinedTexts, language: String?) {
        precondition(reader.readsMarksOnly(language), "attribution is read article by article")
        marks.read(texts)
        isOfMarks = marks.isOrdered
        guard !isOfMarks else { return }
        title.removeAll()
        text.replace(with: VoiceMap(spans: spansOfMarks()).stretches(in: .text))
    }

    /// The map of an article of which the fields stand in `title` and `text` among the texts last read; nil where their passages have no order.
    func map(ofTitle title: ByteSpan?, text: ByteSpan) -> VoiceMap? {
        guard isOfMarks else { return nil }
        return VoiceMap(marksOfTitle: title.map { stretches(in: $0) } ?? [], ofText: stretches(in: text))
    }

    /// The stretches of one of the texts last read, in its own bytes.
    private func stretches(in text: ByteSpan) -> [VoiceStretch] {
        let all = marks.text.elements
        let first = all.partitioningIndex { $0.start >= text.start }
        return all[first..<all.partitioningIndex { $0.start >= text.end }].map { $0.moved(by: -text.start) }
    }

    /// The voices of a field of the article last read.
    package func walk(in field: TextField) -> VoiceWalk {
        switch field {
        case .title: VoiceWalk(isOfMarks ? marks.title.elements : title.elements)
        case .text: VoiceWalk(isOfMarks ? marks.text.elements : text.elements)
        }
    }

    /// The article's voice spans in order of start, the longer first; what none covers is own.
    ///
    /// - Complexity: O(bytes of the article).
    package mutating func spans(in article: Article) -> [VoiceSpan] {
        switch reader.mode {
        case .none: []
        case .full, .marks: reader.readsMarksOnly(article.language) ? markedSpans(in: article) : attributedSpans(in: article)
        }
    }

    /// The map of these spans.
    ///
    /// - Complexity: as above.
    package mutating func map(of article: Article) -> VoiceMap {
        guard reader.readsMarksOnly(article.language) else { return VoiceMap(spans: spans(in: article)) }
        marks.read(article)
        return marks.isOrdered
            ? VoiceMap(marksOfTitle: Array(marks.title.elements), ofText: Array(marks.text.elements)) : VoiceMap(spans: spansOfMarks())
    }

    private mutating func attributedSpans(in article: Article) -> [VoiceSpan] {
        if memory == nil { memory = VoiceMemory(reader.lexiconSpeakers) }
        return memory?.spans(of: article) ?? []
    }

    private mutating func markedSpans(in article: Article) -> [VoiceSpan] {
        marks.read(article)
        return spansOfMarks()
    }

    private func spansOfMarks() -> [VoiceSpan] {
        var spans: [VoiceSpan] = []
        spans.reserveCapacity(marks.title.count + marks.text.count)
        for place in marks.title.indices { spans.append(VoiceSpan(mark: marks.title[place], in: .title)) }
        for place in marks.text.indices { spans.append(VoiceSpan(mark: marks.text[place], in: .text)) }
        return marks.isOrdered ? spans : spans.sorted(by: Self.precedes)
    }

    private static func precedes(_ left: VoiceSpan, _ right: VoiceSpan) -> Bool {
        if left.field.isTitle != right.field.isTitle { return left.field.isTitle }
        return left.span.start != right.span.start ? left.span.start < right.span.start : left.span.end > right.span.end
    }
}

import Articles
import Scoring
import Words

/// Says of a family of words why it is suggested, which framing it might join, and where it stands.
struct SuggestionWriter {
    private let text: SuggestionText
    private let articles: [Article]
    private let tallies: [ArticleTally]
    private let listed: ListedWords
    private let fillers: SlotFillers
    private let wordsOfSource: [String: Int]

    private static let mostExamples = 3
    private static let leastToSetApart = 3

    init(text: SuggestionText, articles: [Article], tallies: [ArticleTally], listed: ListedWords) {
        self.text = text
        self.articles = articles
        self.tallies = tallies
        self.listed = listed
        fillers = SlotFillers(text)
        wordsOfSource = text.tokens.reduce(into: [:]) { $0[tallies[$1.article].sourceName, default: 0] += 1 }
    }

    func suggestion(_ family: WordFamily) -> Suggestion {
        let counts = Dictionary(grouping: family.places) { text.words[text.tokens[$0].word].folded }.mapValues(\.count)
        let forms = counts.map { Suggestion.Form(word: $0.key, count: $0.value) }.sorted { (-$0.count, $0.word) < (-$1.count, $1.word) }
        let sources = sources(of: family)
        let alike = fillers.bestSlot(of: family)
        let variant = variant(of: family, forms)
        return Suggestion(
            word: forms.first?.word ?? family.stem, forms: forms,
            reasons: reasons(family, variant: variant?.reason, alike: alike, sources: sources),
            framing: variant?.framing ?? fillers.framing(of: family), sources: sources, examples: examples(of: family)
        )
    }

    private func variant(of family: WordFamily, _ forms: [Suggestion.Form]) -> (reason: Suggestion.Reason, framing: FramingReference)? {
        if let entry = listed.entriesByStem[family.stem] { return (.formOf(entry.word), entry.framing) }
        return forms.lazy.compactMap { listed.spelledLike($0.word) }.first.map { (.spelledLike($0.word), $0.framing) }
    }

    private func reasons(
        _ family: WordFamily, variant: Suggestion.Reason?, alike: SlotFillers.SharedSlot?, sources: [Suggestion.SourceCount]
    ) -> [Suggestion.Reason] {
        var reasons = [variant].compactMap(\.self)
        if let alike { reasons.append(.standsLike(slot: alike.slot, listed: alike.words)) }
        if let first = sources.first, isSetApart(first, of: family.places.count) {
            reasons.append(.setsApart(source: first.source, count: first.count))
        }
        let near = family.places.count { place in
            (-5...5).contains { distance in text.index(of: place, at: distance).map { text.tokens[$0].hit >= 0 } ?? false }
        }
        if near > 0 { reasons.append(.nearHits(count: near)) }
        return reasons
    }

    /// Four fifths of its places in a source that has at most three fifths of the words.
    private func isSetApart(_ source: Suggestion.SourceCount, of count: Int) -> Bool {
        let words = wordsOfSource[source.source] ?? 0
        return source.count >= Self.leastToSetApart && source.count * 5 >= count * 4 && words * 5 <= text.tokens.count * 3
    }

    private func sources(of family: WordFamily) -> [Suggestion.SourceCount] {
        Dictionary(grouping: family.places) { tallies[text.tokens[$0].article].sourceName }.map { source, places in
            Suggestion.SourceCount(source: source, count: places.count, articles: Set(places.map { text.tokens[$0].article }).count)
        }.sorted { (-$0.count, $0.source) < (-$1.count, $1.source) }
    }

    /// The first of each source in turn, so that no source hides the others.
    private func examples(of family: WordFamily) -> [Suggestion.Example] {
        var seen: [String: Int] = [:]
        let ordered = family.places.map { place -> (round: Int, place: Int) in
            let source = tallies[text.tokens[place].article].sourceName
            seen[source, default: 0] += 1
            return (seen[source, default: 0], place)
        }
        return ordered.sorted { ($0.round, $0.place) < ($1.round, $1.place) }.prefix(Self.mostExamples).map { example(at: $0.place) }
    }

    private func example(at place: Int) -> Suggestion.Example {
        let token = text.tokens[place]
        let article = articles[token.article]
        let passage = article.passages[token.passage]
        let bytes = article.bytes(of: passage.field)
        let sentence = SentenceSegmenter.sentences(in: bytes, span: passage.span).first { $0.contains(token.span) } ?? passage.span
        return Suggestion.Example(
            doc: article.id, source: tallies[token.article].sourceName, surface: article.string(token.span, in: passage.field),
            context: ContextCutter(bytes: bytes).context(of: token.span, within: sentence)
        )
    }
}

package import Articles
package import Lexicons
package import Scoring
package import Words

/// Keyword in context: a term, a pattern, a framing or a concept in the sentences around it, with voice.
package struct ConcordanceSearch: Sendable {
    /// Characters shown on each side.
    package static let sideWidth = 58

    /// Which lines are given, and in what order.
    package struct Selection: Sendable {
        package enum Order: String, Sendable, CaseIterable {
            /// The order of the articles and of the text.
            case place
            /// The words before, nearest first.
            case left
            /// The words behind.
            case right
            case source, voice
        }

        /// Names of sources, in any letter case; empty for all.
        package var sources: [String] = []
        package var voices: Set<Voice> = []
        package var order: Order = .place
        /// Empty for all.
        package var framings: Set<FramingReference> = []
        /// Terms as the lexicon writes them; empty for all.
        package var terms: Set<String> = []

        package init() {}

        func admits(_ hit: Hit) -> Bool {
            (voices.isEmpty || voices.contains(hit.voice)) && (terms.isEmpty || terms.contains(hit.term))
                && (framings.isEmpty || framings.contains(FramingReference(concept: hit.concept, framing: hit.framing)))
        }
    }

    private let scorer: LexiconScorer

    /// One pattern, with the speakers and the language of `lexicon`.
    package init(pattern: TermPattern, lexicon: Lexicon?, voices: VoiceMode) {
        let framing = Framing(id: "pattern", label: pattern.source, note: nil, opposite: nil, terms: [Term(pattern: pattern)])
        let concept = Concept(id: "concordance", label: pattern.source, question: nil, framings: [framing])
        self.init(
            lexicon: Lexicon(
                name: pattern.source, version: "1", language: lexicon?.language, concepts: [concept], speakers: lexicon?.speakers ?? []),
            voices: voices)
    }

    /// All terms of `lexicon`, with their conditions and the overlap rule.
    package init(lexicon: Lexicon, voices: VoiceMode) {
        scorer = LexiconScorer(lexicon: lexicon, voices: voices, keptContexts: .max, parts: [])
    }

    /// One line a hit, links and repeats included.
    package func lines(in articles: [Article], selection: Selection = Selection(), threads: Int = 1) -> [ConcordanceLine] {
        let sources = Set(selection.sources.map { $0.lowercased() })
        let lines = scorer.score(articles, threads: threads).flatMap { article -> [ConcordanceLine] in
            guard sources.isEmpty || sources.contains(article.sourceName.lowercased()) else { return [] }
            return article.hits.filter(selection.admits).map { ConcordanceLine($0, of: article) }
        }
        return Self.sorted(lines, by: selection.order)
    }

    private static func sorted(_ lines: [ConcordanceLine], by order: Selection.Order) -> [ConcordanceLine] {
        guard order != .place else { return lines }
        let keyed = lines.enumerated().map { (key: key(of: $0.element, order), place: $0.offset, line: $0.element) }
        return keyed.sorted { left, right in
            left.key == right.key ? left.place < right.place : left.key.lexicographicallyPrecedes(right.key)
        }.map(\.line)
    }

    private static func key(of line: ConcordanceLine, _ order: Selection.Order) -> [String] {
        switch order {
        case .place: []
        case .left: words(line.context?.left ?? "").reversed()
        case .right: words(line.context?.right ?? "")
        case .source: [line.source]
        case .voice: [String(Voice.allCases.firstIndex(of: line.voice) ?? 0)]
        }
    }

    private static func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return WordSegmenter.words(in: bytes, span: ByteSpan(0, bytes.count)).map { CaseFolding.folded(bytes[$0.range]) }
    }
}

/// A hit with its left and right context, cut or padded to `ConcordanceSearch.sideWidth` characters.
package struct ConcordanceLine: Hashable, Sendable {
    package let doc: String
    package let source: String
    package let date: ArticleDate?
    package let voice: Voice
    package let speaker: String?
    package let framing: FramingReference
    package let term: String
    package let field: TextField
    package let span: ByteSpan
    /// The whole sentence around it, cut to a readable length.
    package let context: HitContext?
    package let left: String
    package let surface: String
    package let right: String

    /// "doc source voice".
    package var place: String { "\(doc)  \(source)  \(voice.rawValue)" }

    init(_ hit: Hit, of article: ArticleTally) {
        let width = ConcordanceSearch.sideWidth
        doc = article.doc
        source = article.sourceName
        date = article.date
        voice = hit.voice
        speaker = hit.speaker
        framing = FramingReference(concept: hit.concept, framing: hit.framing)
        term = hit.term
        field = hit.field
        span = hit.span
        context = hit.context
        let before = hit.context?.left ?? ""
        left = String(repeating: " ", count: max(0, width - before.count)) + before.suffix(width)
        surface = hit.surface.replacing("\n", with: " ")
        right = String((hit.context?.right ?? "").prefix(width))
    }
}

package import Articles
package import Lexicons
package import Scoring

/// Keyword in context: a term in the sentences around it, with voice, before it joins a lexicon.
package struct ConcordanceSearch: Sendable {
    /// Characters shown on each side.
    package static let sideWidth = 58

    private let scorer: LexiconScorer

    package init(pattern: TermPattern, speakers: [Speaker], voices: VoiceMode) {
        let framing = Framing(id: "pattern", label: pattern.source, note: nil, opposite: nil, terms: [Term(pattern: pattern)])
        let concept = Concept(id: "concordance", label: pattern.source, question: nil, framings: [framing])
        let lexicon = Lexicon(name: pattern.source, version: "1", language: nil, concepts: [concept], speakers: speakers)
        scorer = LexiconScorer(lexicon: lexicon, voices: voices, keptContexts: .max)
    }

    /// One line a hit, links and repeats included, in the order of the articles and of the text.
    package func lines(in articles: [Article], threads: Int = 1) -> [ConcordanceLine] {
        scorer.score(articles, threads: threads).flatMap { article in
            article.hits.map { ConcordanceLine($0, of: article) }
        }
    }
}

/// A hit with its left and right context, cut or padded to `ConcordanceSearch.sideWidth` characters.
package struct ConcordanceLine: Hashable, Sendable {
    /// "doc source voice".
    package let place: String
    package let left: String
    package let surface: String
    package let right: String

    init(_ hit: Hit, of article: ArticleTally) {
        let width = ConcordanceSearch.sideWidth
        place = "\(article.doc)  \(article.sourceName)  \(hit.voice.rawValue)"
        let before = hit.context?.left ?? ""
        left = String(repeating: " ", count: max(0, width - before.count)) + before.suffix(width)
        surface = hit.surface.replacing("\n", with: " ")
        right = String((hit.context?.right ?? "").prefix(width))
    }
}

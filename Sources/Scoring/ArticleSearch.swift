package import Articles
package import Lexicons
package import Words

/// The words of articles and the matches of a lexicon in them, stretch by stretch: what scoring builds its tallies of.
package struct ArticleSearch {
    package let words: TextWords
    private var matching: MatchingSession

    /// A stretch of an article: passages of one field, their words and what was found in them.
    struct Stretch {
        /// Of the article.
        let passages: Range<Int>
        let text: SearchedText
        /// For each passage.
        let words: [Range<Int>]
        /// For each searched passage.
        let found: FoundMatches
    }

    package init(_ lexicon: Lexicon, path: InstructionPath = .best) {
        words = TextWords(path: path)
        matching = MatchingSession(lexicon, path: path)
    }

    /// The words of an article's searched passages and their matches, in order: what a dictionary tool counts.
    package mutating func count(_ article: Article, each body: (Passage, TermMatch) -> Void) -> Int {
        var count = 0
        forEachStretch(of: article) { stretch in
            var next = 0
            for (place, passage) in article.passages[stretch.passages].enumerated() where passage.kind.isSearched {
                count += stretch.words[place].count
                for match in stretch.found[next] { body(passage, match) }
                next += 1
            }
        }
        return count
    }

    mutating func forEachStretch(of article: Article, _ body: (Stretch) -> Void) {
        for passages in PassageStretches(article.passages) { search(passages, of: article, body) }
    }

    private mutating func search(_ stretch: Range<Int>, of article: Article, _ body: (Stretch) -> Void) {
        let passages = article.passages[stretch]
        guard let first = passages.first, let last = passages.last else { return }
        let bytes = article.bytes(of: first.field)
        let span = ByteSpan(first.span.start, last.span.end)
        words.cut(bytes, span: span)
        guard let ranges = PassageStretches.words(of: passages, in: words, from: span.start) else {
            // A passage ends inside a word: each is cut by itself.
            for passage in stretch { search(passage..<passage + 1, of: article, body) }
            return
        }
        words.hash(bytes, span: span)
        var searched: [SearchedPassage] = []
        searched.reserveCapacity(ranges.count)
        var next = 0
        for passage in passages {
            if passage.kind.isSearched { searched.append(SearchedPassage(span: passage.span, words: ranges[next])) }
            next += 1
        }
        let text = SearchedText(bytes: bytes, words: words, start: span.start, passages: searched)
        body(Stretch(passages: stretch, text: text, words: ranges, found: matching.matches(in: text, language: article.language)))
    }
}

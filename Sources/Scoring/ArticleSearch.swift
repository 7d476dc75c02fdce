package import Articles
package import Lexicons
package import Words

/// The words of articles and the matches of a lexicon in them, stretch by stretch: what scoring builds its tallies of.
package struct ArticleSearch {
    package let words: TextWords
    private var matching: MatchingSession
    /// Of the stretch at hand: for each passage its words, those that are searched, and for each of these what was found. Kept for their memory.
    private var ranges: [Range<Int>] = []
    private var searched: [SearchedPassage] = []
    private var found = FoundMatches()

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
            for (place, index) in stretch.passages.enumerated() where article.passages[index].kind.isSearched {
                count += stretch.words[place].count
                for match in stretch.found.range(ofPassage: next) { body(article.passages[index], stretch.found.all[match]) }
                next += 1
            }
        }
        return count
    }

    mutating func forEachStretch(of article: Article, _ body: (Stretch) -> Void) {
        for passages in PassageStretches(article.passages) { search(passages, of: article, body) }
    }

    private mutating func search(_ stretch: Range<Int>, of article: Article, _ body: (Stretch) -> Void) {
        let field = article.passages[stretch.lowerBound].field
        let bytes = article.bytes(of: field)
        let span = ByteSpan(article.passages[stretch.lowerBound].span.start, article.passages[stretch.upperBound - 1].span.end)
        words.cut(bytes, span: span)
        guard PassageStretches.assign(words, of: span, to: article.passages, stretch, into: &ranges) else {
            // A passage ends inside a word: each is cut by itself.
            for passage in stretch { search(passage..<passage + 1, of: article, body) }
            return
        }
        words.hash(bytes, span: span)
        searched.removeAll(keepingCapacity: true)
        for (place, index) in stretch.enumerated() where article.passages[index].kind.isSearched {
            searched.append(SearchedPassage(span: article.passages[index].span, words: ranges[place]))
        }
        // An empty array has no address.
        (bytes.isEmpty ? [0] : bytes).withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            let text = SearchedText(bytes: bytes, base: base, words: words, start: span.start, passages: searched)
            matching.find(in: text, language: article.language, into: &found)
            body(Stretch(passages: stretch, text: text, words: ranges, found: found))
        }
    }
}

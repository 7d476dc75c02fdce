package import Articles
package import Lexicons
package import Words

/// The words of articles and the matches of a lexicon in them, stretch by stretch: what scoring builds its tallies of.
package struct ArticleSearch {
    package let words: TextWords
    private var matching: MatchingSession
    /// Those of the stretch at hand.
    let passages = StretchPassages()
    /// In each of its searched passages.
    let found = FoundMatches()

    package init(_ lexicon: Lexicon, path: InstructionPath = .best) {
        words = TextWords(path: path)
        matching = MatchingSession(lexicon, path: path)
    }

    /// The words of an article's searched passages and their matches, in order: what a dictionary tool counts.
    package mutating func count(_ article: Article, each body: (Passage, TermMatch) -> Void) -> Int {
        count(article) { matches in
            for index in matches.all.indices { body(article.passages[matches.passage(of: index)], matches.all[index]) }
        }
    }

    /// The same with the matches of one stretch of passages after the other, which stand in memory that the next uses again.
    package mutating func count(_ article: borrowing Article, eachStretch body: (StretchMatches) -> Void) -> Int {
        var count = 0
        forEachStretch(of: article) { search, stretch in count += search.count(stretch, body) }
        return count
    }

    /// The words of texts that stand one behind another, all in one language, and the matches of one stretch of their passages after the other.
    package mutating func count(_ texts: borrowing JoinedTexts, language: String?, eachStretch body: (StretchMatches) -> Void) -> Int {
        var count = 0
        forEachStretch(of: texts, language: language) { search, stretch in count += search.count(stretch, body) }
        return count
    }

    private borrowing func count(_ stretch: Range<Int>, _ body: (StretchMatches) -> Void) -> Int {
        let searched = passages.searched.all
        body(StretchMatches(all: found.all, numbers: found.passageNumbers, searched: searched, first: stretch.lowerBound))
        return searched.reduce(0) { $0 + $1.words.count }
    }

    /// Calls `body` for one stretch after the other: passages of one field, the words of which and their matches stand in the search that it is
    /// given. Places of words count from the start of the first passage.
    mutating func forEachStretch(of article: borrowing Article, _ body: (borrowing ArticleSearch, Range<Int>) -> Void) {
        for stretch in PassageStretches(article.passages) {
            let bytes = article.bytes(of: article.passages[stretch.lowerBound].field)
            search(stretch, of: article.passages, in: bytes, language: article.language, body)
        }
    }

    /// The same for texts that stand one behind another, all in one language; places count in the bytes of all.
    mutating func forEachStretch(
        of texts: borrowing JoinedTexts, language: String?, _ body: (borrowing ArticleSearch, Range<Int>) -> Void
    ) {
        for stretch in PassageStretches(texts.passages) { search(stretch, of: texts.passages, in: texts.bytes, language: language, body) }
    }

    /// Searches texts that stand one behind another, all in one language; false where their passages are more than one stretch.
    mutating func search(_ texts: borrowing JoinedTexts, language: String?) -> Bool {
        var stretches = PassageStretches(texts.passages)
        guard let stretch = stretches.next(), stretch == texts.passages.indices else { return false }
        return search(stretch, of: texts.passages, in: texts.bytes, language: language)
    }

    private mutating func search(
        _ stretch: Range<Int>, of passages: [Passage], in bytes: [UInt8], language: String?,
        _ body: (borrowing ArticleSearch, Range<Int>) -> Void
    ) {
        if search(stretch, of: passages, in: bytes, language: language) {
            body(self, stretch)
        } else {
            // A passage ends inside a word: each is cut by itself.
            for passage in stretch where search(passage..<passage + 1, of: passages, in: bytes, language: language) {
                body(self, passage..<passage + 1)
            }
        }
    }

    /// False where a passage begins or ends inside a word, as a passage by itself never does.
    private mutating func search(_ stretch: Range<Int>, of all: [Passage], in bytes: [UInt8], language: String?) -> Bool {
        let span = ByteSpan(all[stretch.lowerBound].span.start, all[stretch.upperBound - 1].span.end)
        words.cut(bytes, span: span)
        guard all.withUnsafeBufferPointer({ passages.assign(words, of: span, to: $0, stretch) }) else { return false }
        let text = SearchedText(bytes: bytes, words: words, span: span, passages: passages.searched)
        matching.find(in: text, language: language, into: found)
        return true
    }
}

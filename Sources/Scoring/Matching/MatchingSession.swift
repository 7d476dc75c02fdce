package import Lexicons
package import Words

/// Finds a lexicon's terms in passages, one after the other; each thread makes its own.
///
/// What it remembers between passages is which words of the texts match which words of the terms, so that a word is folded and compared
/// once, not at each place where it stands. That changes the speed, never the result.
///
/// Semantics: at each word, from the left, all terms and all lengths they can have there are candidates. A candidate inside a match of one
/// of its term's `unless` patterns, or without a `near` neighbour, falls. Of the rest each concept takes the longest, then that of the
/// framing listed first, and goes on behind it.
package struct MatchingSession {
    private let lexicon: Lexicon
    private let termLanguages: [String]
    /// Few, so that a list is enough.
    private var matchers: [(language: LexiconLanguage, matcher: LanguageMatcher)] = []
    /// That of the language last asked for, so that no key is made for each passage.
    private var current: (language: String?, matcher: LanguageMatcher)?

    private let words: TextWords

    package init(_ lexicon: Lexicon, path: InstructionPath = .best) {
        self.lexicon = lexicon
        termLanguages = LexiconLanguage.termLanguages(of: lexicon)
        words = TextWords(path: path)
    }

    /// The matches in a passage of an article in `language` (a BCP 47 tag; nil for the lexicon's), by start, then concept.
    ///
    /// - Complexity: O(bytes of the passage), with a factor that the lexicon sets and bounds.
    package mutating func matches(in passage: PassageWords, language: String?) -> [TermMatch] {
        guard let first = passage.words.first, let last = passage.words.last else { return [] }
        let span = ByteSpan(first.start, last.end)
        words.take(passage.words, of: passage.bytes, from: span.start)
        let searched = SearchedPassages()
        searched.removeAll(wordCount: words.count)
        searched.append(SearchedPassage(place: 0, span: span, words: 0..<words.count))
        searched.finish()
        let found = FoundMatches()
        let text = SearchedText(bytes: passage.bytes, words: words, span: span, passages: searched, sentences: passage.sentences)
        find(in: text, language: language, into: found)
        return Array(found.all)
    }

    /// Puts the matches in the passages of a text in place of those that were found before.
    mutating func find(in text: SearchedText, language: String?, into found: FoundMatches) {
        if let current, current.language == language { return current.matcher.find(in: text, into: found) }
        let matcher = matcher(for: language)
        current = (language, matcher)
        matcher.find(in: text, into: found)
    }

    private mutating func matcher(for language: String?) -> LanguageMatcher {
        let key = LexiconLanguage(article: language, lexicon: lexicon, termLanguages: termLanguages)
        if let known = matchers.first(where: { $0.language == key }) { return known.matcher }
        let new = LanguageMatcher(CompiledLexicon(lexicon, language: key))
        matchers.append((key, new))
        return new
    }
}

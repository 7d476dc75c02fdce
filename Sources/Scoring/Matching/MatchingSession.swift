package import Lexicons
import Words

/// Finds a lexicon's terms in passages, one after the other; each thread makes its own.
///
/// What it remembers between passages is which words of the texts match which words of the terms, so that a word is folded and compared
/// once, not at each place where it stands. That changes the speed, never the result.
///
/// Semantics: at each word, from the left, all terms and all lengths they can have there are candidates. A candidate inside a match of one
/// of its term's `unless` patterns, or without a `near` neighbour, falls. Of the rest each concept takes the longest, then that of the
/// framing listed first, and goes on behind it.
package struct MatchingSession: Sendable {
    private let lexicon: Lexicon
    private let termLanguages: [String]
    private var matchers: [LexiconLanguage: LanguageMatcher] = [:]
    /// That of the language last asked for, so that its tables are changed in place and no key is made for each passage.
    private var current: Current?

    private struct Current: Sendable {
        let language: String?
        let key: LexiconLanguage
        var matcher: LanguageMatcher
    }

    package init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        termLanguages = LexiconLanguage.termLanguages(of: lexicon)
    }

    /// The words met so far, for what others remember by word.
    private(set) var numbering = WordNumbers()

    /// The matches in a passage of an article in `language` (a BCP 47 tag; nil for the lexicon's), by start, then concept.
    ///
    /// - Complexity: O(bytes of the passage), with a factor that the lexicon sets and bounds.
    package mutating func matches(in passage: PassageWords, language: String?) -> [TermMatch] {
        forgetWordsIfFull()
        return matches(in: passage, numbers: numbers(of: passage.words, in: passage.bytes), language: language)
    }

    /// As above, where the numbers of the passage's words are known already.
    mutating func matches(in passage: PassageWords, numbers: [Int32], language: String?) -> [TermMatch] {
        if current?.language != .some(language) { setLanguage(language) }
        return current?.matcher.matches(in: passage, numbers: numbers, numbering: numbering) ?? []
    }

    /// Puts the matcher at hand back among the others, for one of another language.
    private mutating func setLanguage(_ language: String?) {
        if let current { matchers[current.key] = current.matcher }
        let key = LexiconLanguage(article: language, lexicon: lexicon, termLanguages: termLanguages)
        let matcher = matchers.removeValue(forKey: key) ?? LanguageMatcher(CompiledLexicon(lexicon, language: key))
        current = Current(language: language, key: key, matcher: matcher)
    }

    /// The numbers of words in `numbering`, valid until words are forgotten.
    mutating func numbers(of words: [ByteSpan], in bytes: [UInt8]) -> [Int32] { numbering.numbers(of: words, in: bytes) }

    /// To be called before each article, so that memory is bounded by a vocabulary and one article.
    mutating func forgetWordsIfFull() { numbering.forgetIfFull() }
}

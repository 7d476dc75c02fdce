package import Words

/// One place where a term stands, after `unless`, `near` and the overlap rule.
package struct TermMatch: Hashable, Sendable, BitwiseCopyable {
    /// Positions in the lexicon: of the concept, of the framing in the concept, of the term in the framing.
    package let conceptIndex: Int
    package let framingIndex: Int
    package let termIndex: Int
    /// Index in the passage of the match's first word and of the word after its last.
    package let firstWord: Int
    package let endWord: Int
    /// From the first byte of its first word to the end of its last.
    package let span: ByteSpan

    package init(conceptIndex: Int, framingIndex: Int, termIndex: Int, firstWord: Int, endWord: Int, span: ByteSpan) {
        self.conceptIndex = conceptIndex
        self.framingIndex = framingIndex
        self.termIndex = termIndex
        self.firstWord = firstWord
        self.endWord = endWord
        self.span = span
    }

    /// The same in a text that begins so many bytes later.
    package func moved(by offset: Int) -> TermMatch {
        TermMatch(
            conceptIndex: conceptIndex, framingIndex: framingIndex, termIndex: termIndex, firstWord: firstWord, endWord: endWord,
            span: span.moved(by: offset))
    }
}

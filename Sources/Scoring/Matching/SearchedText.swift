import Words

/// A stretch of a text with its words, as terms are looked for in it.
struct SearchedText {
    /// The whole text.
    let bytes: [UInt8]
    /// Those of the stretch; the search has those hashed that it asks for.
    let words: TextWords
    /// The stretch in the text.
    let span: ByteSpan
    let passages: SearchedPassages
    /// Those of the only passage, where they are known already.
    var sentences: [ByteSpan]?

    /// The bytes of a word, in the text.
    func span(_ word: Int) -> ByteSpan {
        words.span(word).moved(by: span.start)
    }

    /// For each word of a passage the number of its sentence; a word before any sentence has -1.
    func sentenceOfEachWord(ofPassage number: Int) -> [Int] {
        let passage = passages.all[number]
        let sentences = self.sentences ?? SentenceSegmenter.sentences(in: bytes, span: passage.span)
        return PassageWords(bytes: [], words: passage.words.map { span($0) }, sentences: sentences).sentenceOfEachWord()
    }
}

import CVectors
import Words

/// The text whose passages are found, with its masks and its words; one text after the other is read into the same memory.
package struct PassageText: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private(set) var blocks = TextBlocks()
    private(set) var marks = ProseBlocks()
    private let words = TextWords()
    /// What was cut into words: the body, or nothing of one that is too long.
    private var body = ByteSpan(0, 0)

    package init() {}

    /// - Complexity: O(`text`).
    mutating func read(_ text: [UInt8], body: ByteSpan) {
        bytes = text
        blocks.read(text)
        marks.read(text)
        self.body = body.count <= TextWords.longestText ? body : ByteSpan(body.start, body.start)
        words.cut(text, span: self.body)
    }

    /// How many words the text between two places has by itself.
    func wordCount(of span: ByteSpan) -> Int {
        guard body.start <= span.start, span.end <= body.end, let before = words.counts.words(endingBefore: span.start - body.start)
        else { return WordSegmenter.words(in: bytes, span: span).count }
        let count = words.count(before: span.end - body.start)
        guard count > before else { return 0 }
        let last = words.span(count - 1).moved(by: body.start)
        guard last.end > span.end else { return count - before }
        // What is left of a word that is cut off counts as its own rules say.
        return count - 1 - before + WordSegmenter.words(in: bytes, span: ByteSpan(last.start, span.end)).count
    }
}

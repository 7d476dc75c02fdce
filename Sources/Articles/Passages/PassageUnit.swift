import Words

/// One passage before its kind is known, with what classification asks of it.
struct PassageUnit {
    /// What Markdown says the passage is.
    enum Mark { case heading, image, link, listItem, quotation, rule }

    /// Trimmed: no blanks at either end.
    let span: ByteSpan
    let mark: Mark?
    /// Whether a blank line (or the start of the text) stands before it.
    let opensBlock: Bool
    let wordCount: Int
    /// Lower case, each run of blanks one space; empty for a passage of more than `shortLimit` bytes, which no pattern fits.
    let text: String
    /// The last character that is no closing mark or blank.
    let lastCharacter: Unicode.Scalar?
    let sentenceCount: Int
    let startsUpper: Bool

    static let shortLimit = 600

    init(bytes: [UInt8], span: ByteSpan, mark: Mark?, opensBlock: Bool) {
        self.span = span
        self.mark = mark
        self.opensBlock = opensBlock
        let isShort = span.count <= Self.shortLimit
        // Of a long passage only the head and tail matter here, so that a line of many megabytes costs nothing.
        let head = isShort ? span : ByteSpan(span.start, span.start + Self.shortLimit)
        let string = String(decoding: bytes[head.range], as: UTF8.self)
        text = isShort ? string.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
        wordCount = WordSegmenter.words(in: bytes, span: head).count
        sentenceCount = SentenceSegmenter.sentences(in: bytes, span: head).count
        lastCharacter = Self.lastCharacter(bytes, span)
        let opening = string.unicodeScalars.first { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        startsUpper = opening.map { !$0.properties.isLowercase } ?? false
    }

    private static func lastCharacter(_ bytes: [UInt8], _ span: ByteSpan) -> Unicode.Scalar? {
        // A cut through a character gives one U+FFFD at the front, never at the end.
        let tail = String(decoding: bytes[max(span.start, span.end - 32)..<span.end], as: UTF8.self)
        return tail.unicodeScalars.last { !"\"'\u{201D}\u{2019}\u{BB})]*_ \u{A0}".unicodeScalars.contains($0) }
    }

    var isShort: Bool { !text.isEmpty }
    /// Ends as a sentence does: a stop, in any script.
    var endsWithStop: Bool {
        lastCharacter.map { ".!?\u{2026}\u{3002}\u{FF01}\u{FF1F}\u{61F}\u{6D4}\u{589}\u{964}".unicodeScalars.contains($0) } ?? false
    }
    private var endsWithFullStop: Bool { endsWithStop && lastCharacter != "?" && lastCharacter != "!" }
    /// Short, begins like a title and does not end like a sentence or an introduction to one.
    func isTitleLike(words limit: Int) -> Bool {
        (1...limit).contains(wordCount) && isShort && startsUpper && !endsWithFullStop && lastCharacter != ":" && lastCharacter != ","
            && lastCharacter != ";" && mark != .listItem && mark != .quotation
    }

    /// Long enough, and ended, as a paragraph of an article is.
    var isParagraph: Bool { !isShort || (endsWithStop && wordCount >= 8) || wordCount > 40 }
}

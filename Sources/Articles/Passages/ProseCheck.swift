import CVectors
import Words

/// Tells, from a passage's bytes, that no stock phrase can claim it: the answer for nearly all paragraphs, found without making its text anew.
///
/// Each test names the rule of `PassagePattern` that it excludes; where one cannot, the passage is left to `PassagePattern`'s folded text, which the
/// tests hold against this one.
enum ProseCheck {
    /// Beyond so many words no rule asks for openings, credits and captions.
    private static let mostWordsOfFurniture = 80
    private static let mostWordsOfDate = 12
    private static let mostWordsOfByline = 24
    /// Parts of a label are looked for in passages of at most so many words.
    private static let mostWordsOfLabel = 16

    /// Whether `PassagePattern` surely gives nil for a passage of so many words at `span`.
    ///
    /// - Parameters:
    ///   - blocks: those of `bytes`.
    ///   - marks: those of `bytes`.
    /// - Complexity: O(`span.count`).
    static func isProse(_ bytes: [UInt8], blocks: TextBlocks, marks: ProseBlocks, span: ByteSpan, wordCount: Int) -> Bool {
        guard wordCount > StockForms.mostPieces, span.count > 8 else { return false }
        let survey = ProseSurvey(bytes, blocks: blocks.blocks, marks: marks.blocks, span: span)
        // No part of a breadcrumb has more than two pieces, and no line that is furniture as a whole more than `mostPieces`.
        guard survey.pieces > 2 * (survey.breadcrumbMarks + 1), survey.pieces > StockForms.mostPieces else { return false }
        if wordCount > mostWordsOfFurniture, survey.pieces > mostWordsOfDate { return true }
        guard survey.hasPlainWord, survey.isPlain, endsLikeProse(survey, wordCount: wordCount) else { return false }
        let text = bytes.span.extracting(span.range)
        return opensLikeProse(text) && (wordCount > mostWordsOfLabel || !holdsLabelPart(text))
    }

    /// Excludes what stands at a line's end: a credit with a slash or "via" has at most six pieces, a credit in brackets or behind a bar lies in the last
    /// 60 bytes. Bars also part the fields of a byline.
    private static func endsLikeProse(_ survey: ProseSurvey, wordCount: Int) -> Bool {
        func isBehind(_ place: Int?, pieces: Int) -> Bool { place.map { survey.pieces - $0 >= pieces } ?? true }
        return isBehind(survey.lastSlash, pieces: 6) && isBehind(survey.lastBracket, pieces: 30)
            && isBehind(survey.lastBar, pieces: 30) && (survey.lastBar == nil || wordCount > mostWordsOfByline)
    }

    /// Excludes all lists of openings, found by their first four characters, curly apostrophes made straight.
    private static func opensLikeProse(_ text: Span<UInt8>) -> Bool {
        var head: UInt32 = 0
        var offset = 0
        for _ in 0..<4 {
            let byte = text[offset]
            if byte < 0x80 {
                guard byte > 0x20 || (byte == 0x20 && head & 0xFF != 0x20) else { return false }
                head = head << 8 | UInt32(folded(byte))
                offset += 1
            } else {
                if offset == 0, ProseSurvey.isTwoByteLetter(byte) {
                    return !StockForms.letterHeads.contains(UInt16(byte) << 8 | UInt16(text[1]))
                }
                guard let mark = curlyMark(text, at: offset) else { return false }
                // No opening holds a dash, an ellipsis or a double mark among its first four characters.
                guard mark == 0x98 || mark == 0x99 else { return true }
                head = head << 8 | 0x27
                offset += 3
            }
            guard offset < text.count else { return false }
        }
        guard let list = StockForms.openings.numbers[UInt64(head)] else { return true }
        return !StockForms.openings.lists[list].contains { mayOpen(text, with: $0) }
    }

    /// Whether `phrase`, all lower case, may begin the text; characters beyond ASCII and runs of blanks are taken for what it needs.
    private static func mayOpen(_ text: Span<UInt8>, with phrase: [UInt8]) -> Bool {
        for (offset, expected) in phrase.enumerated() where offset < text.count {
            let byte = text[offset]
            let isDoubleBlank = byte == 0x20 && offset > 0 && text[offset - 1] == 0x20
            if byte >= 0x80 || byte < 0x20 || isDoubleBlank { return true }
            if folded(byte) != expected { return false }
        }
        return true
    }

    /// The last byte of a dash, a curly mark or an ellipsis (U+2010 to U+201F, U+2026) at `offset`; nil for all other characters.
    private static func curlyMark(_ text: Span<UInt8>, at offset: Int) -> UInt8? {
        guard offset + 2 < text.count, text[offset] == 0xE2, text[offset + 1] == 0x80 else { return nil }
        let last = text[offset + 2]
        return (0x90...0x9F).contains(last) || last == 0xA6 ? last : nil
    }

    /// Whether a part of a label stands in a text, folded or not. Runs of blanks would count as one, so they are taken for a part.
    static func holdsLabelPart(_ text: Span<UInt8>) -> Bool {
        let list = StockForms.labelPartHeads
        let heads = list.span
        var last: UInt8 = 0
        for offset in 0..<text.count {
            let byte = text[offset]
            if byte == 0x20, last == 0x20 { return true }
            let mayBegin = heads[Int(last & 31)] >> UInt32(byte & 31) & 1 != 0
            if mayBegin, offset > 0, beginsLabelPart(text, at: offset - 1) { return true }
            last = byte
        }
        return false
    }

    private static func beginsLabelPart(_ text: Span<UInt8>, at start: Int) -> Bool {
        StockForms.labelParts.contains { part in
            start + part.count <= text.count && part.indices.allSatisfy { folded(text[start + $0]) == part[$0] }
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}

/// The stock phrases in the forms in which bytes are held against them.
enum StockForms {
    /// Every opening, in lists by its first four letters, one byte each.
    static let openings: (numbers: HashedNumbers, lists: [[[UInt8]]]) = {
        let lists = [
            StockPhrases.linkOpenings, StockPhrases.creditOpenings, StockPhrases.captionOpenings, StockPhrases.formOpenings,
            StockPhrases.labelOpenings, ["http", "www.", "by "],
        ]
        var numbers = HashedNumbers()
        var phrasesOfNumber: [[[UInt8]]] = []
        for phrase in lists.joined().map({ Array($0.utf8) }) {
            for head in heads(of: phrase) {
                if let number = numbers[UInt64(head)] {
                    phrasesOfNumber[number].append(phrase)
                } else {
                    numbers[UInt64(head)] = phrasesOfNumber.count
                    phrasesOfNumber.append([phrase])
                }
            }
        }
        return (numbers, phrasesOfNumber)
    }()

    /// The letters beyond ASCII with which some begin, in either case, as their two bytes.
    static let letterHeads: Set<UInt16> = {
        let lists = [StockPhrases.linkOpenings, StockPhrases.creditOpenings, StockPhrases.captionOpenings, StockPhrases.labelOpenings]
        var heads: Set<UInt16> = []
        for first in lists.joined().compactMap(\.first) {
            for letter in [first.lowercased(), first.uppercased()] where letter.utf8.count == 2 {
                heads.insert(letter.utf8.reduce(0) { $0 << 8 | UInt16($1) })
            }
        }
        return heads
    }()

    private static func heads(of phrase: [UInt8]) -> [UInt32] {
        // A text that begins with letters beyond ASCII is left to the folded text.
        guard phrase.prefix(4).allSatisfy({ $0 < 0x80 }) else { return [] }
        if phrase.count >= 4 { return [phrase.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }] }
        return (0..<0x80).flatMap { heads(of: phrase + [$0]) }
    }

    static let bracketHeads: Set<UInt32> = Set(
        StockPhrases.captionTails.compactMap { tail in
            let letters = Array(tail.utf8.dropFirst().prefix(2))
            return letters.count == 2 ? UInt32(letters[0]) << 8 | UInt32(letters[1]) : nil
        })

    static let labelParts = StockPhrases.boilerplateParts.map { Array($0.utf8) }
    /// By the lowest five bits of their first letter, a bit for those of the second: alike in either case.
    static let labelPartHeads: [UInt32] = labelParts.reduce(into: Array(repeating: 0, count: 32)) { heads, part in
        heads[Int(part[0] & 31)] |= 1 << UInt32(part[1] & 31)
    }

    /// Pieces between blanks of the longest line that is furniture as a whole.
    static let mostPieces: Int = {
        let lines = StockPhrases.boilerplateLines.union(StockPhrases.agencies)
        return lines.map { $0.split(separator: " ").count }.max() ?? 0
    }()

    /// Hashes of the words of dates and menus. Another word with one of these hashes only sends its passage to the folded text.
    static let words: HashedNumbers = {
        let words = StockPhrases.dateWords.union(StockPhrases.menuWords)
        var numbers = HashedNumbers(capacity: words.count)
        for word in words { numbers[hash(of: word)] = 1 }
        return numbers
    }()

    private static func hash(of word: String) -> UInt64 { word.utf8.reduce(FNVHash.start, FNVHash.adding) }
}

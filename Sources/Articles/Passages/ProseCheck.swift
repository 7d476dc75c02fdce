import Words

/// Tells, from a passage's bytes, that no stock phrase can claim it: the answer for nearly all paragraphs, found without making its text anew.
///
/// Each test names the rule of `PassagePattern` that it excludes; where one cannot, the passage is left to `PassagePattern`'s folded text, which the
/// tests hold against this one.
enum ProseCheck {
    /// Parts of a label are looked for in passages of at most so many words.
    private static let mostWordsOfLabel = 16

    private struct Finding {
        /// Between blanks, with a letter first.
        var pieces = 0
        /// Whether one of them is a word that no date and no menu has.
        var hasPlainWord = false
    }

    /// Whether `PassagePattern` surely gives nil for a passage of so many words at `span`.
    ///
    /// - Complexity: O(`span.count`).
    static func isProse(_ bytes: [UInt8], span: ByteSpan, wordCount: Int) -> Bool {
        guard wordCount > StockForms.mostPieces, span.count > 8 else { return false }
        let text = bytes.span.extracting(span.range)
        guard opensLikeProse(text), let found = withoutMarks(text), found.pieces > StockForms.mostPieces, found.hasPlainWord else {
            return false
        }
        return wordCount > mostWordsOfLabel || !holdsLabelPart(text)
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
                guard let mark = curlyMark(text, at: offset) else { return false }
                // No opening holds a dash, an ellipsis or a double mark among its first four characters.
                guard mark == 0x98 || mark == 0x99 else { return true }
                head = head << 8 | 0x27
                offset += 3
            }
            guard offset < text.count else { return false }
        }
        return !(StockForms.openings[head] ?? []).contains { mayOpen(text, with: $0) }
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

    /// Excludes credits at the line's end (a slash or " via "), captions with a credit in brackets, bars and breadcrumbs: nil where one may be there.
    /// Characters whose folding or equivalents might make any of these are left to the folded text.
    private static func withoutMarks(_ text: Span<UInt8>) -> Finding? {
        var finding = Finding()
        var offset = 0
        while offset < text.count {
            let start = offset
            var hash = FNVHash.start
            while offset < text.count, isLetter(text[offset]) {
                hash = FNVHash.adding(hash, folded(text[offset]))
                offset += 1
            }
            if offset > start {
                guard hash != StockForms.via else { return nil }
                let standsAlone = (start == 0 || text[start - 1] == 0x20) && (offset == text.count || text[offset] == 0x20)
                if standsAlone, !finding.hasPlainWord { finding.hasPlainWord = !StockForms.words.contains(hash) }
                if start == 0 || text[start - 1] == 0x20 { finding.pieces += 1 }
            } else {
                guard let length = harmlessLength(text, at: offset) else { return nil }
                offset += length
            }
        }
        return finding
    }

    /// Bytes of the character at `offset`, no letter of ASCII: nil where it may be part of a stock phrase or is none of those that prose has, which
    /// beyond ASCII are dashes, curly marks and ellipses (U+2010 to U+201F, U+2026), the no-break space and letters of Latin-1.
    private static func harmlessLength(_ text: Span<UInt8>, at offset: Int) -> Int? {
        switch text[offset] {
        case UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: ">"): return nil
        case UInt8(ascii: "("), UInt8(ascii: "["): return mayBeCredit(text, behind: offset) ? nil : 1
        case 0x20..<0x80: return 1
        case 0xC2 where offset + 1 < text.count && text[offset + 1] == 0xA0: return 2
        case 0xC3 where offset + 1 < text.count: return 2
        case 0xE2: return curlyMark(text, at: offset) == nil ? nil : 3
        default: return nil
        }
    }

    /// Whether the two letters behind a bracket begin one of the caption endings.
    private static func mayBeCredit(_ text: Span<UInt8>, behind offset: Int) -> Bool {
        guard offset + 2 < text.count else { return false }
        return StockForms.bracketHeads.contains(UInt32(folded(text[offset + 1])) << 8 | UInt32(folded(text[offset + 2])))
    }

    /// Runs of blanks would count as one, so they are taken for a part.
    private static func holdsLabelPart(_ text: Span<UInt8>) -> Bool {
        for offset in 1..<text.count where text[offset] == 0x20 && text[offset - 1] == 0x20 { return true }
        for part in StockForms.labelParts where text.count >= part.count {
            for start in 0...(text.count - part.count) {
                var matched = 0
                while matched < part.count, folded(text[start + matched]) == part[matched] { matched += 1 }
                if matched == part.count { return true }
            }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}

/// The stock phrases in the forms in which bytes are held against them.
private enum StockForms {
    /// Every opening by its first four letters, one byte each.
    static let openings: [UInt32: [[UInt8]]] = {
        let lists = [
            StockPhrases.linkOpenings, StockPhrases.creditOpenings, StockPhrases.captionOpenings, StockPhrases.formOpenings,
            StockPhrases.labelOpenings, ["http", "www.", "by "],
        ]
        var openings: [UInt32: [[UInt8]]] = [:]
        for phrase in lists.joined().map({ Array($0.utf8) }) {
            for head in heads(of: phrase) { openings[head, default: []].append(phrase) }
        }
        return openings
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

    /// Pieces between blanks of the longest line that is furniture as a whole.
    static let mostPieces: Int = {
        let lines = StockPhrases.boilerplateLines.union(StockPhrases.agencies)
        return lines.map { $0.split(separator: " ").count }.max() ?? 0
    }()

    /// Hashes of the words of dates and menus. Another word with one of these hashes only sends its passage to the folded text.
    static let words = Set(StockPhrases.dateWords.union(StockPhrases.menuWords).map { hash(of: $0) })
    static let via = hash(of: "via")

    private static func hash(of word: String) -> UInt64 { word.utf8.reduce(FNVHash.start, FNVHash.adding) }
}

import Words

/// Says where sentences end among the items of a passage.
///
/// The rules are those of `SentenceSegmenter`, which is asked wherever a word before a full stop might be an abbreviation. A full stop behind a long
/// word, and a question or exclamation mark, need no asking, and most of a passage is never looked at twice.
struct SentenceBorders {
    let bytes: TextBytes
    let items: VoiceTokens
    let abbreviations: AbbreviationFilter

    /// No abbreviation of English news prose has more letters than this less one.
    private static let surelyNoAbbreviation = 8

    /// The item behind the sentence that ends with the item `index` and the references to sources behind that; nil where none does.
    func end(at index: Int) -> Int? {
        let next = itemBehindReferences(at: index)
        guard next < items.count else { return next }
        guard items[next].flags.contains(.afterBlank), mayStart(items[next]) else { return nil }
        let ends =
            switch items[index].kind {
            case .stop: bytes[items[index].start] != 0x2E || endsWithFullStop(index, before: next)
            case .ellipsis: true
            case .quotation: items[index].flags.contains(.endsWithStop)
            case .closeBracket, .closeSquare: index > 0 && items[index - 1].kind.endsSentence
            case .word: items[index].flags.contains(.endsInStop) && segmenterEnds(next - 1, from: index)
            default: false
            }
        return ends ? next : nil
    }

    /// The next item that is part of no reference to sources, as in "He left.[1] The", which stands without a blank.
    @inline(__always)
    private func itemBehindReferences(at index: Int) -> Int {
        var next = index + 1
        guard next < items.count, !items[next].flags.contains(.afterBlank) else { return next }
        let end = SentenceSegmenter.endOfReferences(in: bytes.all, from: items[index].end, to: items[items.count - 1].end)
        while next < items.count, items[next].end <= end { next += 1 }
        return next
    }

    /// A capital letter, a digit, an opening mark or a dash.
    private func mayStart(_ item: VoiceToken) -> Bool {
        switch item.kind {
        case .word: item.isCapitalized || bytes[item.start] >= 0x80 || bytes[item.start] &- 48 < 10
        case .number, .quotation, .mark, .openBracket, .openSquare, .dash: true
        default: false
        }
    }

    private func endsWithFullStop(_ index: Int, before next: Int) -> Bool {
        guard index > 0, items[index - 1].kind == .word else { return true }
        if next == index + 1 {
            if items[index - 1].end - items[index - 1].start >= Self.surelyNoAbbreviation || endsPlainly(index) { return true }
        }
        return segmenterEnds(next - 1, from: index - 1)
    }

    /// Whether the stop stands right behind a word of letters that is no abbreviation, one blank before a capital or an opening mark: the segmenter's answer without its questions.
    private func endsPlainly(_ index: Int) -> Bool {
        let word = items[index - 1]
        let next = items[index + 1]
        guard items[index].start == word.end, items[index].end == word.end + 1, bytes[word.end + 1] == 0x20, next.start == word.end + 2,
            plainlyOpens(next), word.byteCount >= 2, let letters = letters(of: word)
        else { return false }
        return !abbreviations.mayHold(letters) || !SentenceSegmenter.mayAbbreviate(letters)
    }

    /// The letters of a word of ASCII in lower case, the first in the highest byte; nil for words with anything else, and for long ones.
    ///
    /// All are looked at together, since how many there are follows no pattern.
    private func letters(of word: VoiceToken) -> UInt64? {
        guard let eight = bytes.shortWord(at: word.start..<word.end) else { return nil }
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let behind = 64 &- 8 &* UInt64(word.byteCount)
        let small = eight | ones &* 0x20
        let (fromA, aboveZ) = (small & ~tops &+ ones &* (0x80 - 0x61), small & ~tops &+ ones &* (0x80 - 0x7B))
        guard (~fromA | aboveZ | eight) & tops & (UInt64.max &>> behind) == 0 else { return nil }
        return small.byteSwapped &>> behind
    }

    /// A word with a capital letter of ASCII, or a double mark.
    private func plainlyOpens(_ item: VoiceToken) -> Bool {
        let first = bytes[item.start]
        switch item.kind {
        case .word: return first &- 65 < 26
        case .quotation, .mark: return first == 0x22 || first == 0xE2 && bytes[item.start + 1] == 0x80 && bytes[item.start + 2] == 0x9C
        default: return false
        }
    }

    /// Asks the segmenter about a few words around the stop.
    private func segmenterEnds(_ index: Int, from first: Int) -> Bool {
        let window = ByteSpan(items[first].start, min(items[min(index + 2, items.count - 1)].end, items[index].end + 40))
        return SentenceSegmenter.endOfFirstSentence(in: bytes.all, span: window) == items[index].end
    }
}

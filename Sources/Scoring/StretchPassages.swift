import Articles
import Words

/// The passages of a stretch with their words, in memory that the next stretch uses again.
final class StretchPassages {
    /// For each passage of the stretch its words.
    @exclusivity(unchecked) private var ranges = FlatList<WordRange>()
    /// Those in which terms are looked for.
    let searched = SearchedPassages()

    private struct WordRange: BitwiseCopyable {
        let start: Int
        let end: Int
    }

    /// The words of a passage, by its place in the stretch.
    func words(ofPassage place: Int) -> Range<Int> { ranges[place].start..<ranges[place].end }

    /// Gives each passage of a stretch its words, which are those of `span`; false where a passage begins or ends inside a word.
    func assign(_ words: TextWords, of span: ByteSpan, to passages: UnsafeBufferPointer<Passage>, _ stretch: Range<Int>) -> Bool {
        ranges.removeAll()
        searched.removeAll(wordCount: words.count)
        let counts = words.counts
        // The words and the bytes before the passage at hand.
        var (wordsBefore, bytesBefore) = (0, span.start)
        for index in stretch {
            let passage = passages[index]
            let known = passage.span.start >= bytesBefore ? wordsBefore : 0
            guard let start = counts.words(endingBefore: passage.span.start - span.start, atLeast: known),
                let end = counts.words(endingBefore: passage.span.end - span.start)
            else { return false }
            (wordsBefore, bytesBefore) = (end, passage.span.end)
            ranges.append(WordRange(start: start, end: end))
            guard passage.kind.isSearched else { continue }
            searched.append(
                SearchedPassage(place: index - stretch.lowerBound, span: passage.span, words: Range(uncheckedBounds: (start, end))))
        }
        searched.finish()
        return true
    }
}

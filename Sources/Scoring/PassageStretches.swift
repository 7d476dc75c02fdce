import Articles
import Words

/// Groups the passages of an article that are cut into words together: of one field, in a row, so few bytes that all tables stay in the cache.
struct PassageStretches: Sequence, IteratorProtocol {
    private let passages: [Passage]
    private var place = 0

    /// Bytes; a longer passage stands alone.
    private static let mostBytes = 1 << 17

    init(_ passages: [Passage]) { self.passages = passages }

    mutating func next() -> Range<Int>? {
        guard place < passages.count else { return nil }
        let first = place
        place += 1
        while place < passages.count, follows(passages[place], passages[place - 1]),
            passages[place].span.end - passages[first].span.start <= Self.mostBytes
        {
            place += 1
        }
        return first..<place
    }

    private func follows(_ passage: Passage, _ other: Passage) -> Bool {
        passage.field == other.field && passage.span.start >= other.span.end
    }

    /// The words of each passage among those of the stretch that begins at `start`; nil where a passage begins or ends inside a word.
    static func words(of passages: ArraySlice<Passage>, in words: TextWords, from start: Int) -> [Range<Int>]? {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(passages.count)
        let count = words.count
        let areWhole = words.starts.withUnsafeBufferPointer { starts in
            words.ends.withUnsafeBufferPointer { ends in
                var word = 0
                for passage in passages {
                    let lower = UInt32(truncatingIfNeeded: passage.span.start - start)
                    let upper = UInt32(truncatingIfNeeded: passage.span.end - start)
                    while word < count, starts[word] < lower { word += 1 }
                    let first = word
                    while word < count, starts[word] < upper { word += 1 }
                    if first > 0, ends[first - 1] > lower { return false }
                    if word > 0, ends[word - 1] > upper { return false }
                    ranges.append(first..<word)
                }
                return true
            }
        }
        return areWhole ? ranges : nil
    }
}

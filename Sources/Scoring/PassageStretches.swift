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
        passage.field.isTitle == other.field.isTitle && passage.span.start >= other.span.end
    }
}

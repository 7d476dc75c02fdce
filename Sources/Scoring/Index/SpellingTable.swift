import CVectors

/// Words of a stretch of text, as offsets into it.
struct StretchWords {
    let text: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>
    let ends: UnsafeBufferPointer<UInt32>

    func bytes(of word: Int) -> Range<Int> { Int(starts[word])..<Int(ends[word]) }
}

/// Numbers the distinct spellings of a segment in the order in which they come, and counts the bytes that the postings of each will take.
///
/// A hash table with open addressing in flat memory (`CVectors/spellings.c`). A slot holds a word's first eight bytes, its last eight and its
/// length, so that words of up to 16 bytes are told apart by one look at one cache line; of longer ones the bytes between are compared too. The
/// seeds are new in each run, so that no text can be written to collide; the numbers depend on the order alone.
struct SpellingTable {
    private(set) var rows = RowTable()
    private var slots = [cv_spelling](repeating: cv_spelling(), count: 1 << 12)
    private let seeds = (UInt64.random(in: 0...UInt64.max), UInt64.random(in: 0...UInt64.max))

    var count: Int { rows.count }

    /// By number.
    var spellings: [cv_spelling] {
        var spellings = [cv_spelling](repeating: cv_spelling(), count: count)
        for slot in slots where slot.number > 0 { spellings[Int(slot.number) - 1] = slot }
        return spellings
    }

    /// Words between two looks at whether the table has room.
    private static let batchSize = 1024
    private static let longestKey = 16

    /// Gives each word of `range` its number.
    ///
    /// - Parameter place: where in the segment the first word stands; nil for words that have no postings.
    mutating func number(
        _ range: Range<Int>, of words: StretchWords, from place: Int?, into numbers: UnsafeMutableBufferPointer<UInt32>
    ) {
        for start in stride(from: 0, to: range.count, by: Self.batchSize) {
            let end = min(start + Self.batchSize, range.count)
            while (count + end - start) * 2 > slots.count { grow() }
            let batch = cv_stretch(
                text: words.text.baseAddress, count: words.text.count, starts: words.starts.baseAddress, ends: words.ends.baseAddress,
                first: range.lowerBound + start, end: range.lowerBound + end, asked: range.lowerBound + start)
            number(batch, of: words, from: place.map { $0 + start }, into: UnsafeMutableBufferPointer(rebasing: numbers[start..<end]))
        }
    }

    private mutating func number(
        _ batch: cv_stretch, of words: StretchWords, from place: Int?, into numbers: UnsafeMutableBufferPointer<UInt32>
    ) {
        // Rows stand apart while the slots are borrowed.
        var rows = RowTable()
        swap(&rows, &self.rows)
        let seeds = seeds
        slots.withUnsafeMutableBufferPointer { slots in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: numbers.count) { asked in
                var table = cv_spellings(slots: slots.baseAddress, mask: slots.count - 1, seeds: seeds)
                var rest = batch
                while rest.first < batch.end {
                    let done = rest.first - batch.first
                    let here = place.map { UInt32(truncatingIfNeeded: $0 + 1) } ?? 0
                    let known = cv_know_spellings(
                        &table, &rest, asked.baseAddress.map { $0 + done }, here == 0 ? 0 : here + UInt32(done),
                        numbers.baseAddress.map { $0 + done })
                    guard known < batch.end else { return }
                    let next = known - batch.first
                    let slot = Self.slot(of: words.bytes(of: known), in: words.text, from: Int(asked[next]), slots, &rows)
                    numbers[next] = slots[slot].number - 1
                    if here > 0 { Self.count(posting: here + UInt32(next), in: &slots[slot]) }
                    rest.first = known + 1
                }
            }
        }
        swap(&rows, &self.rows)
    }

    /// The slot of a word of any length, searched for from `start`; a new word takes a free one and the next number.
    private static func slot(
        of word: Range<Int>, in text: UnsafeBufferPointer<UInt8>, from start: Int, _ slots: UnsafeMutableBufferPointer<cv_spelling>,
        _ rows: inout RowTable
    ) -> Int {
        var key = cv_spelling_of(text.baseAddress, text.count, word.lowerBound, word.upperBound)
        var slot = start
        while slots[slot].number > 0 {
            let found = slots[slot]
            let isAlike = found.head == key.head && found.tail == key.tail && found.length == key.length
            if isAlike, word.count <= longestKey || rows.holds(text[word], row: Int(found.number) - 1) { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        rows.append(UnsafeBufferPointer(rebasing: text[word]))
        key.number = UInt32(truncatingIfNeeded: rows.count)
        slots[slot] = key
        return slot
    }

    private static func count(posting here: UInt32, in slot: inout cv_spelling) {
        slot.posting_bytes += UInt32(truncatingIfNeeded: Varint.byteCount(here - slot.last))
        slot.last = here
    }

    private mutating func grow() {
        var grown = [cv_spelling](repeating: cv_spelling(), count: slots.count * 2)
        var seeds = [seeds.0, seeds.1]
        rows.bytes.withUnsafeBufferPointer { bytes in
            for var slot in slots where slot.number > 0 {
                let start = rows.range(of: Int(slot.number) - 1).lowerBound
                let hash = cv_spelling_hash(&slot, bytes.baseAddress.map { $0 + start }, &seeds)
                var place = Int(truncatingIfNeeded: hash) & (grown.count - 1)
                while grown[place].number > 0 { place = (place + 1) & (grown.count - 1) }
                grown[place] = slot
            }
        }
        slots = grown
    }
}

import CVectors
import Words

/// Words of a stretch of text, as offsets into it.
struct StretchWords {
    let text: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>
    let ends: UnsafeBufferPointer<UInt32>

    func bytes(of word: Int) -> Range<Int> { Int(starts[word])..<Int(ends[word]) }

    func stretch(_ words: Range<Int>) -> cv_stretch {
        cv_stretch(
            text: text.baseAddress, count: text.count, starts: starts.baseAddress, ends: ends.baseAddress, first: words.lowerBound,
            end: words.upperBound)
    }
}

/// Numbers the distinct spellings of a segment in the order in which they come, and counts the bytes that the postings of each will take.
///
/// A hash table with open addressing in flat memory (`CVectors/spellings.c`). A slot holds a word's first eight bytes, its last eight and its
/// length, so that words of up to 16 bytes are told apart by one look at one cache line; of longer ones the bytes between are compared too. The
/// hash is new in each run, so that no text can be written to collide; the numbers depend on the order alone.
struct SpellingTable {
    private(set) var rows = RowTable()
    private var slots = Self.slots(1 << 12)
    private let factors = (UInt64.random(in: 0...UInt64.max) | 1, UInt64.random(in: 0...UInt64.max) | 1)
    /// Of the words of a batch.
    private let keys = GrowingBuffer<cv_spelling_key>()
    private let path: cv_path

    init(path: InstructionPath = .best) { self.path = path.kernels }

    var count: Int { rows.count }

    /// Forgets all spellings; the table keeps its size.
    mutating func removeAll() {
        rows = RowTable()
        slots.values.update(repeating: cv_spelling())
    }

    /// By number.
    var spellings: [cv_spelling] {
        var spellings = [cv_spelling](repeating: cv_spelling(), count: count)
        for slot in slots.values where slot.number > 0 { spellings[Int(slot.number) - 1] = slot }
        return spellings
    }

    /// Words between two looks at whether the table has room.
    private static let batchSize = 1024
    private static let longestKey = 16
    /// Slots from which on a table grows by half of its new size only, 8 MB.
    private static let largeTable = 1 << 18

    /// Adds to each word of `range` its number; the word must hold no bits but those above (`cv_joint_shift`).
    ///
    /// - Parameter place: where in the segment the first word stands; nil for words that have no postings.
    mutating func number(
        _ range: Range<Int>, of words: StretchWords, from place: Int?, into numbers: UnsafeMutableBufferPointer<UInt32>
    ) {
        for start in stride(from: 0, to: range.count, by: Self.batchSize) {
            let end = min(start + Self.batchSize, range.count)
            while (count + end - start) * 3 > slots.count * 2 { grow() }
            let batch = words.stretch(range.lowerBound + start..<range.lowerBound + end)
            number(batch, of: words, from: place.map { $0 + start }, into: UnsafeMutableBufferPointer(rebasing: numbers[start..<end]))
        }
    }

    private mutating func number(
        _ batch: cv_stretch, of words: StretchWords, from place: Int?, into numbers: UnsafeMutableBufferPointer<UInt32>
    ) {
        // Rows stand apart while the slots are borrowed.
        var rows = RowTable()
        swap(&rows, &self.rows)
        keys.removeAll()
        let keys = keys.extend(by: numbers.count)
        var batch = batch
        let path = path
        let here = place.map { UInt32(truncatingIfNeeded: $0 + 1) } ?? 0
        withTable { slots, table in
            cv_spelling_keys(path, &table, &batch, keys.baseAddress)
            var word = 0
            while true {
                word = cv_know_spellings(path, &table, keys.baseAddress, word, numbers.count, here, numbers.baseAddress)
                guard word < numbers.count else { return }
                let slot = Self.slot(of: words.bytes(of: batch.first + word), in: words.text, from: Int(keys[word].slot), &table, &rows)
                numbers[word] |= slots[slot].number - 1
                if here > 0 { Self.count(posting: here + UInt32(word), in: &slots[slot]) }
                word += 1
            }
        }
        swap(&rows, &self.rows)
    }

    private func withTable(_ body: (UnsafeMutableBufferPointer<cv_spelling>, inout cv_spellings) -> Void) {
        let slots = slots.values
        var table = cv_spellings(
            slots: slots.baseAddress, mask: slots.count - 1, shift: UInt32(64 - slots.count.trailingZeroBitCount), factors: factors)
        body(slots, &table)
    }

    private static func slots(_ count: Int) -> GrowingBuffer<cv_spelling> {
        let slots = GrowingBuffer<cv_spelling>()
        slots.extend(by: count).update(repeating: cv_spelling())
        return slots
    }

    /// The slot of a word of any length, searched for from `start`; a new word takes a free one and the next number.
    private static func slot(
        of word: Range<Int>, in text: UnsafeBufferPointer<UInt8>, from start: Int, _ table: inout cv_spellings, _ rows: inout RowTable
    ) -> Int {
        let slots = UnsafeMutableBufferPointer(start: table.slots, count: table.mask + 1)
        var key = cv_spelling_of(text.baseAddress, text.count, word.lowerBound, word.upperBound)
        var slot = start
        while slots[slot].number > 0 {
            let found = slots[slot]
            let isAlike = found.head == key.head && found.tail == key.tail && found.length == key.length
            if isAlike, word.count <= longestKey || rows.holds(text[word], row: Int(found.number) - 1) { return slot }
            slot = cv_next_slot(&table, start, slot)
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

    /// Spellings are put in again in the order in which they came, so that the frequent ones are found at once.
    private mutating func grow() {
        let old = spellings
        slots = Self.slots(slots.count * (slots.count < Self.largeTable ? 4 : 2))
        let rows = rows
        rows.bytes.withUnsafeBufferPointer { bytes in
            withTable { slots, table in
                for var slot in old {
                    let start = rows.range(of: Int(slot.number) - 1).lowerBound
                    let first = Int(cv_spelling_slot(&table, &slot, bytes.baseAddress.map { $0 + start }))
                    var place = first
                    while slots[place].number > 0 { place = cv_next_slot(&table, first, place) }
                    slots[place] = slot
                }
            }
        }
    }
}

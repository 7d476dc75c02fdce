import CVectors
import Words

/// Where the members of a record stand, found by one pass over its bytes: a JSON object of strings, whole numbers, true, false and null, as nearly all
/// records are.
///
/// Whatever else JSON allows - and whatever it does not - is left to the strict parser, so the scan has no faults to tell. It is used for one record
/// after the other, in the same memory.
struct RecordScan {
    enum Kind: Equatable {
        /// Its place is without the quotation marks.
        case string(isEscaped: Bool)
        case number
        case truth(Bool)
        case null
    }

    struct Member {
        /// Without the quotation marks, and without escapes.
        let key: Range<Int>
        let kind: Kind
        let place: Range<Int>
    }

    /// Of the last record, in its order.
    private(set) var members: [Member] = []
    private let path: InstructionPath
    private var blocks: [cv_json_block] = []
    private var offset = 0

    init(path: InstructionPath = .best) { self.path = path }

    /// Finds the members of `record`; false where it is left to the strict parser.
    ///
    /// - Parameter record: valid UTF-8.
    /// - Complexity: O(`record`).
    mutating func read(_ record: Span<UInt8>) -> Bool {
        ByteScan.markStringEnds(in: record, into: &blocks, path: path)
        return readMembers(record)
    }

    /// The same for the record on the line that begins at `start`, in one pass with the search for the line's end.
    ///
    /// - Complexity: O(the line).
    mutating func readLine(in bytes: Span<UInt8>, from start: Int) -> (end: Int, isRead: Bool) {
        let end = ByteScan.markLine(in: bytes, from: start, into: &blocks, path: path)
        return (end, readMembers(bytes.extracting(start..<end)))
    }

    private mutating func readMembers(_ record: Span<UInt8>) -> Bool {
        members.removeAll(keepingCapacity: true)
        offset = 0
        skipBlanks(record)
        guard take(UInt8(ascii: "{"), record) else { return false }
        repeat {
            guard readMember(record) else { return false }
        } while take(UInt8(ascii: ","), record)
        return take(UInt8(ascii: "}"), record) && offset == record.count
    }

    private mutating func skipBlanks(_ record: Span<UInt8>) {
        while offset < record.count, JSONString.isBlank(record[offset]) { offset += 1 }
    }

    /// Passes `byte` and the blanks behind it.
    private mutating func take(_ byte: UInt8, _ record: Span<UInt8>) -> Bool {
        guard offset < record.count, record[offset] == byte else { return false }
        offset += 1
        skipBlanks(record)
        return true
    }

    private mutating func readMember(_ record: Span<UInt8>) -> Bool {
        guard let key = string(record), key.kind == .string(isEscaped: false) else { return false }
        skipBlanks(record)
        guard take(UInt8(ascii: ":"), record), let value = value(record) else { return false }
        skipBlanks(record)
        members.append(Member(key: key.place, kind: value.kind, place: value.place))
        return true
    }

    private typealias Value = (kind: Kind, place: Range<Int>)

    private mutating func value(_ record: Span<UInt8>) -> Value? {
        guard offset < record.count else { return nil }
        switch record[offset] {
        case UInt8(ascii: "\""): return string(record)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(record)
        case UInt8(ascii: "t"): return word("true", .truth(true), record)
        case UInt8(ascii: "f"): return word("false", .truth(false), record)
        case UInt8(ascii: "n"): return word("null", .null, record)
        default: return nil
        }
    }

    private mutating func word(_ word: StaticString, _ kind: Kind, _ record: Span<UInt8>) -> Value? {
        let place = offset..<offset + word.utf8CodeUnitCount
        guard place.upperBound <= record.count, "\(word)".utf8.elementsEqual(place.map { record[$0] }) else { return nil }
        offset = place.upperBound
        return (kind, place)
    }

    /// A whole number that fits 64 bits and has no leading zero.
    private mutating func number(_ record: Span<UInt8>) -> Value? {
        let start = offset
        while offset < record.count, record[offset] &- 48 < 10 { offset += 1 }
        let isPlain = offset - start == 1 || (offset - start <= 18 && record[start] != UInt8(ascii: "0"))
        guard isPlain, offset < record.count,
            record[offset] == UInt8(ascii: ",") || record[offset] == UInt8(ascii: "}") || JSONString.isBlank(record[offset])
        else { return nil }
        return (.number, start..<offset)
    }

    private mutating func string(_ record: Span<UInt8>) -> Value? {
        guard offset < record.count, record[offset] == UInt8(ascii: "\"") else { return nil }
        let start = offset + 1
        var isEscaped: Int32 = 0
        let end = unsafe record.withUnsafeBufferPointer { text in
            unsafe blocks.withUnsafeBufferPointer { unsafe cv_string_end(text.baseAddress, text.count, $0.baseAddress, start, &isEscaped) }
        }
        guard end < record.count else { return nil }
        offset = end + 1
        return (.string(isEscaped: isEscaped != 0), start..<end)
    }
}

extension RecordScan {
    /// The letters of the last record's string at `place`, escapes resolved; nil where an escape is none, a surrogate has no partner, or the text
    /// would hold U+0000.
    func unescaped(_ place: Range<Int>, of record: Span<UInt8>) -> [UInt8]? {
        var isSound = true
        let letters = unsafe [UInt8](unsafeUninitializedCapacity: place.count + JSONString.copyBlock) { target, count in
            var state = cv_unescaping(from: place.lowerBound, written: 0)
            while true {
                unsafe record.withUnsafeBufferPointer { text in
                    unsafe blocks.withUnsafeBufferPointer {
                        unsafe cv_unescape(
                            path.kernels, text.baseAddress, text.count, $0.baseAddress, place.upperBound, target.baseAddress, &state)
                    }
                }
                guard state.from < place.upperBound else { break }
                guard let (scalar, length) = JSONString.escape(record, at: state.from, end: place.upperBound) else {
                    isSound = false
                    break
                }
                state.written += unsafe JSONString.write(scalar, to: target, at: state.written)
                state.from += length
            }
            count = isSound ? state.written : 0
        }
        return isSound ? letters : nil
    }

    /// Whether `unescaped` gives letters; nothing is copied.
    func isSound(_ place: Range<Int>, of record: Span<UInt8>) -> Bool {
        var passed = place.lowerBound
        while let escape = nextEscape(in: passed..<max(passed, place.upperBound)) {
            guard let (_, length) = JSONString.escape(record, at: escape, end: place.upperBound) else { return false }
            passed = escape + length
        }
        return true
    }

    private func nextEscape(in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        var block = range.lowerBound >> 6
        var escapes = blocks[block].escapes & (.max << UInt64(range.lowerBound & 63))
        while escapes == 0, block < (range.upperBound - 1) >> 6 {
            block += 1
            escapes = blocks[block].escapes
        }
        let place = block << 6 + escapes.trailingZeroBitCount
        return escapes != 0 && place < range.upperBound ? place : nil
    }
}

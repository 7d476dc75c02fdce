import CVectors
import Words

/// Where the members of a record stand, found in one pass over its bytes: a JSON object of strings, whole numbers, true, false and null, as nearly all
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
    private let kernels: cv_path
    private var offset = 0
    /// Bit n for a byte n that may stand between values.
    private var blanks = allBlanks

    private static let lineBlanks: UInt64 = 1 << 0x20 | 1 << 0x09
    private static let allBlanks = lineBlanks | 1 << 0x0A | 1 << 0x0D

    init(path: InstructionPath = .best) { kernels = path.kernels }

    /// Finds the members of `record`; false where it is left to the strict parser.
    ///
    /// - Parameters:
    ///   - record: valid UTF-8.
    ///   - number: of a member whose letters are put behind those of `letters` on the way, where it is a string.
    /// - Complexity: O(`record`).
    mutating func read(_ record: Span<UInt8>, copying number: Int? = nil, into letters: inout [UInt8]) -> Bool {
        blanks = Self.allBlanks
        return readMembers(record, number, &letters) && offset == record.count
    }

    /// The same for the record on the line that `rest` begins with, whose end is found on the way: JSON's strings hold no control characters.
    ///
    /// - Complexity: O(the line).
    mutating func readLine(
        of rest: Span<UInt8>, copying number: Int? = nil, into letters: inout [UInt8]
    ) -> (length: Int, isRead: Bool) {
        blanks = Self.lineBlanks
        let isRead = readMembers(rest, number, &letters)
        if offset == rest.count || rest[offset] == 0x0A || rest[offset] == 0x0D { return (offset, isRead) }
        return (ByteScan.lineEnd(in: rest, from: offset), false)
    }

    /// Up to the blanks behind the closing bracket; where it fails it has passed no line end of a line.
    private mutating func readMembers(_ record: Span<UInt8>, _ number: Int?, _ letters: inout [UInt8]) -> Bool {
        members.removeAll(keepingCapacity: true)
        offset = 0
        skipBlanks(record)
        guard take(UInt8(ascii: "{"), record) else { return false }
        repeat {
            guard readMember(record, number, &letters) else { return false }
        } while take(UInt8(ascii: ","), record)
        return take(UInt8(ascii: "}"), record)
    }

    private mutating func skipBlanks(_ record: Span<UInt8>) {
        while offset < record.count, record[offset] <= 0x20, blanks >> UInt64(record[offset]) & 1 != 0 { offset += 1 }
    }

    /// Passes `byte` and the blanks behind it.
    private mutating func take(_ byte: UInt8, _ record: Span<UInt8>) -> Bool {
        guard offset < record.count, record[offset] == byte else { return false }
        offset += 1
        skipBlanks(record)
        return true
    }

    private mutating func readMember(_ record: Span<UInt8>, _ number: Int?, _ letters: inout [UInt8]) -> Bool {
        guard opensString(record), let key = string(record), key.kind == .string(isEscaped: false) else { return false }
        skipBlanks(record)
        guard take(UInt8(ascii: ":"), record) else { return false }
        let isWanted = members.count == number && opensString(record)
        guard let value = isWanted ? string(record, copiedInto: &letters) : value(record) else { return false }
        skipBlanks(record)
        members.append(Member(key: key.place, kind: value.kind, place: value.place))
        return true
    }

    private typealias Value = (kind: Kind, place: Range<Int>)

    private func opensString(_ record: Span<UInt8>) -> Bool { offset < record.count && record[offset] == UInt8(ascii: "\"") }

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

    /// The string whose opening quotation mark is next; nil where it does not end, or an escape is none, half a pair of surrogates or U+0000.
    private mutating func string(_ record: Span<UInt8>) -> Value? {
        let start = offset + 1
        var string = cv_string(from: start, written: 0, is_escaped: 0)
        while true {
            unsafe record.withUnsafeBufferPointer { unsafe cv_pass_string(kernels, $0.baseAddress, $0.count, &string) }
            guard string.from < record.count else { return nil }
            if record[string.from] == UInt8(ascii: "\"") { break }
            guard let (_, length) = JSONString.escape(record, at: string.from) else { return nil }
            string.from += length
        }
        offset = string.from + 1
        return (.string(isEscaped: string.is_escaped != 0), start..<string.from)
    }

    /// The same, its letters put behind those of `letters`.
    private mutating func string(_ record: Span<UInt8>, copiedInto letters: inout [UInt8]) -> Value? {
        let start = offset + 1
        guard let (end, isEscaped) = copyString(at: start, of: record, into: &letters) else { return nil }
        offset = end + 1
        return (.string(isEscaped: isEscaped), start..<end)
    }
}

extension RecordScan {
    /// Bytes: room for most texts.
    private static let leastRoom = 1 << 14

    /// Room for the letters of the string at `place`, whatever they are.
    static func room(for place: Range<Int>) -> Int { place.count + Int(cv_string_block) }

    /// Puts the letters of the string that begins at `start` behind those of `letters`, escapes resolved; gives the place of the quotation mark that ends it.
    /// Nil where it has no such end, or an escape is none, a surrogate has no partner, or the letters would hold U+0000.
    func copyString(at start: Int, of record: Span<UInt8>, into letters: inout [UInt8]) -> (end: Int, isEscaped: Bool)? {
        var string = cv_string(from: start, written: 0, is_escaped: 0)
        let left = letters.capacity - letters.count
        var room = left > Int(cv_string_block) ? left : Self.leastRoom
        while true {
            var isFull = false
            letters.append(addingCapacity: room) { output in
                unsafe output.withUnsafeMutableBufferPointer { target, count in
                    isFull = unsafe copy(&string, of: record, into: target)
                    count = string.written
                }
            }
            guard isFull else { break }
            string.written = 0
            room = letters.capacity
        }
        guard string.from < record.count, record[string.from] == UInt8(ascii: "\"") else { return nil }
        return (string.from, string.is_escaped != 0)
    }

    /// Goes on with a string; whether it stopped for want of room.
    @unsafe
    private func copy(_ string: inout cv_string, of record: Span<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        while true {
            unsafe record.withUnsafeBufferPointer {
                unsafe cv_copy_string(kernels, $0.baseAddress, $0.count, target.baseAddress, target.count, &string)
            }
            if string.written + Int(cv_string_block) > target.count { return true }
            guard string.from < record.count, let (scalar, length) = JSONString.escape(record, at: string.from) else { return false }
            string.written += unsafe JSONString.write(scalar, to: target, at: string.written)
            string.from += length
        }
    }
}

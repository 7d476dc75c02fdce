/// One record of a table and the line that it begins on.
struct DelimitedRecord {
    /// 1-based.
    let line: Int
    let fields: [String]

    var isBlank: Bool { fields.allSatisfy(\.isEmpty) }
    func field(_ index: Int) -> String { fields.indices.contains(index) ? fields[index] : "" }
}

/// Cuts a table into records: RFC 4180, and what people write beyond it - any line end, blanks around fields, quotation marks inside an
/// unquoted field. Fields are trimmed.
struct DelimitedRecords: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var offset = 0
    private var line = 1
    /// The line on which a quotation began that nothing ends; the rest of the file stands in it.
    private(set) var openQuotationLine: Int?

    init(_ bytes: [UInt8], delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    mutating func next() -> DelimitedRecord? {
        guard offset < bytes.count else { return nil }
        let first = line
        var fields: [String] = []
        repeat { fields.append(field()) } while takeDelimiter()
        takeLineEnd()
        return DelimitedRecord(line: first, fields: fields)
    }

    private mutating func takeDelimiter() -> Bool {
        guard offset < bytes.count, bytes[offset] == delimiter else { return false }
        offset += 1
        return true
    }

    private mutating func takeLineEnd() {
        guard offset < bytes.count else { return }
        let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        offset += isPair ? 2 : 1
        line += 1
    }

    private func isFieldEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

    private mutating func field() -> String {
        var start = offset
        while start < bytes.count, bytes[start].isBlank, bytes[start] != delimiter { start += 1 }
        if start < bytes.count, bytes[start] == UInt8(ascii: "\"") {
            offset = start + 1
            return quotedField()
        }
        let begun = offset
        while offset < bytes.count, !isFieldEnd(bytes[offset]) { offset += 1 }
        return bytes[begun..<offset].trimmingBlanks.text
    }

    private mutating func quotedField() -> String {
        let firstLine = line
        var content: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\"") {
                guard offset < bytes.count, bytes[offset] == byte else { return ended(content) }
                offset += 1
            } else if byte == 0x0A || (byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A)) {
                line += 1
            }
            content.append(byte)
        }
        openQuotationLine = firstLine
        return content[...].trimmingBlanks.text
    }

    /// What stands between the closing mark and the next delimiter belongs to the field.
    private mutating func ended(_ content: [UInt8]) -> String {
        let begun = offset
        while offset < bytes.count, !isFieldEnd(bytes[offset]) { offset += 1 }
        return (content + bytes[begun..<offset].trimmingBlanks)[...].trimmingBlanks.text
    }
}

package import Words

/// What one record says: an article's text and metadata, before anything is made of them.
package struct RecordFields: Sendable {
    /// Valid UTF-8, escapes resolved.
    package let text: [UInt8]
    package let metadata: ArticleMetadata
}

/// Reads the fields of one record of JSON lines after the other: from the line's bytes to the text by a scan of masks and block copies.
///
///     var reader = RecordFieldReader()
///     let fields = reader.fields(of: line)    // nil: the strict parser's
package struct RecordFieldReader {
    private let fields: FieldNames
    private let isTextOnly: Bool
    private var scan: RecordScan
    /// Of the last record.
    private var layout: RecordLayout?

    /// - Parameters:
    ///   - fieldMap: as in `ReadingOptions`.
    ///   - isTextOnly: whether the metadata are left empty.
    package init(fieldMap: [String: String] = [:], isTextOnly: Bool = false, path: InstructionPath = .best) {
        fields = FieldNames(map: fieldMap)
        self.isTextOnly = isTextOnly
        scan = RecordScan(path: path)
    }

    /// The fields of a record without anything unusual; nil leaves it to the strict parser.
    ///
    /// - Parameter record: valid UTF-8.
    /// - Complexity: O(`record`), some 4 GB/s.
    package mutating func fields(of record: Span<UInt8>) -> RecordFields? {
        scan.read(record) ? fieldsOfMembers(record) : nil
    }

    /// The same of the record on the line that begins at `start`, and the offset of the line feed or carriage return behind it, or of the end.
    ///
    /// - Complexity: O(the line); one pass finds its end and the strings.
    package mutating func fields(ofLineAt start: Int, in bytes: Span<UInt8>) -> (fields: RecordFields?, end: Int) {
        let (end, isRead) = scan.readLine(in: bytes, from: start)
        return (isRead ? fieldsOfMembers(bytes.extracting(start..<end)) : nil, end)
    }

    private mutating func fieldsOfMembers(_ record: Span<UInt8>) -> RecordFields? {
        let layout = layout(of: record)
        guard !layout.isAmbiguous, hasSoundRest(layout, record), let text = text(layout, record) else { return nil }
        var metadata = ArticleMetadata()
        if isTextOnly { return RecordFields(text: text, metadata: metadata) }
        let isRead = setStrings(layout, record, of: &metadata)
        guard isRead, setTruth(layout.isRetold, to: &metadata.isRetold), setTruth(layout.dateIsInferred, to: &metadata.dateIsInferred)
        else {
            return nil
        }
        return RecordFields(text: text, metadata: metadata)
    }

    private mutating func layout(of record: Span<UInt8>) -> RecordLayout {
        if let layout, layout.fits(scan.members, of: record) { return layout }
        let layout = RecordLayout(scan.members, of: record, fields: fields)
        self.layout = layout
        return layout
    }

    /// Whether all strings that no field is made of are strings, which the strict parser asks too.
    private func hasSoundRest(_ layout: RecordLayout, _ record: Span<UInt8>) -> Bool {
        for (number, member) in scan.members.enumerated() where member.kind == .string(isEscaped: true) && number != layout.text {
            guard scan.isSound(member.place, of: record) else { return false }
        }
        return true
    }

    /// Texts that may be blank as a whole are left to the strict way.
    private func text(_ layout: RecordLayout, _ record: Span<UInt8>) -> [UInt8]? {
        guard let place = layout.text, case .string(let isEscaped) = scan.members[place].kind else { return nil }
        guard let text = string(scan.members[place].place, isEscaped: isEscaped, record), Self.isVisible(text) else { return nil }
        return text
    }

    /// Whether a text begins with a visible character, or with blanks and an ASCII one, which joins none of them.
    private static func isVisible(_ text: [UInt8]) -> Bool {
        guard let start = text.firstIndex(where: { !JSONString.isBlank($0) }) else { return false }
        let first = FoldedCharacters.character(in: text[...], at: start).value
        if first < 0x80 { return first > 0x20 }
        // A byte order mark is none here, but parsers differ.
        return start == 0 && first != 0xFEFF && Unicode.Scalar(first)?.properties.isWhitespace == false
    }

    private func string(_ place: Range<Int>, isEscaped: Bool, _ record: Span<UInt8>) -> [UInt8]? {
        if isEscaped { return scan.unescaped(place, of: record) }
        return unsafe record.extracting(place).withUnsafeBufferPointer { unsafe Array($0) }
    }

    private func setStrings(_ layout: RecordLayout, _ record: Span<UInt8>, of metadata: inout ArticleMetadata) -> Bool {
        for (field, number) in layout.strings.enumerated() {
            guard let number else { continue }
            let member = scan.members[number]
            switch member.kind {
            case .string(let isEscaped):
                if isEscaped {
                    guard let letters = scan.unescaped(member.place, of: record) else { return false }
                    let value = unsafe letters.withUnsafeBufferPointer { unsafe Self.unlessBlank($0) }
                    metadata.set(field, to: value)
                } else {
                    let value = unsafe record.extracting(member.place).withUnsafeBufferPointer { unsafe Self.unlessBlank($0) }
                    metadata.set(field, to: value)
                }
            case .number: metadata.set(field, to: String(decoding: member.place.map { record[$0] }, as: UTF8.self))
            case .truth: return false
            case .null: break
            }
        }
        return true
    }

    private func setTruth(_ number: Int?, to truth: inout Bool?) -> Bool {
        guard let number else { return true }
        switch scan.members[number].kind {
        case .truth(let value): truth = value
        case .null: break
        case .string, .number: return false
        }
        return true
    }

    @unsafe
    static func unlessBlank(_ letters: UnsafeBufferPointer<UInt8>) -> String? {
        let string = unsafe String(decoding: letters, as: UTF8.self)
        if let first = unsafe letters.first, first > 0x20, first < 0x80 { return string }
        return string.allSatisfy(\.isWhitespace) ? nil : string
    }
}

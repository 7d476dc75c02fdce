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
    private var scan: RecordScan
    /// Of the last record: which member the next one's text surely is.
    private var layout: RecordLayout?
    /// Of the text, before it is known how long it is.
    private var letters: [UInt8] = []

    /// Bytes: the memory that a longer text needed is given back.
    private static let mostKept = 1 << 22

    /// - Parameter fieldMap: as in `ReadingOptions`.
    package init(fieldMap: [String: String] = [:], path: InstructionPath = .best) {
        fields = FieldNames(map: fieldMap)
        scan = RecordScan(path: path)
    }

    /// The fields of a record without anything unusual; nil leaves it to the strict parser.
    ///
    /// - Parameter record: valid UTF-8.
    /// - Complexity: O(`record`), some 4 GB/s.
    package mutating func fields(of record: Span<UInt8>) -> RecordFields? {
        if letters.capacity > Self.mostKept { letters = [] }
        // Apart from the rest while it is written to.
        var letters: [UInt8] = []
        swap(&letters, &self.letters)
        defer { swap(&letters, &self.letters) }
        letters.removeAll(keepingCapacity: true)
        let isRead = scan.read(record, copying: layout?.text, into: &letters) && readText(record, from: 0, into: &letters)
        guard isRead, let metadata = metadata(record) else { return nil }
        return RecordFields(text: unsafe letters.withUnsafeBufferPointer { unsafe Array($0) }, metadata: metadata)
    }

    /// Puts the text of the record on the line that begins at `start` behind the bytes of `text`; false leaves the record to the strict parser, and adds
    /// nothing.
    ///
    /// - Returns: also the offset of the line feed or carriage return behind the line, or of the end.
    /// - Complexity: O(the line); one pass finds its end and copies the text.
    package mutating func readText(ofLineAt start: Int, in bytes: Span<UInt8>, into text: inout [UInt8]) -> (isRead: Bool, end: Int) {
        let rest = bytes.extracting(start...)
        let before = text.count
        let (length, isRead) = scan.readLine(of: rest, copying: layout?.text, into: &text)
        if isRead, readText(rest, from: before, into: &text) { return (true, start + length) }
        text.removeSubrange(before...)
        return (false, start + length)
    }

    /// Has the text of the record at hand stand in `text` from `start` on, where it may be already; false where there is none, or it may be blank as a whole.
    private mutating func readText(_ record: Span<UInt8>, from start: Int, into text: inout [UInt8]) -> Bool {
        let copied = layout?.text
        if layout?.fits(scan.members, of: record) != true { layout = RecordLayout(scan.members, of: record, fields: fields) }
        guard let layout, !layout.isAmbiguous, let number = layout.text, case .string = scan.members[number].kind else { return false }
        if number != copied {
            text.removeSubrange(start...)
            guard scan.copyString(at: scan.members[number].place.lowerBound, of: record, into: &text) != nil else { return false }
        }
        if start < text.count, text[start] > 0x20, text[start] < 0x80 { return true }
        return Self.isVisible(text[start...])
    }

    /// Whether a text begins with a visible character, or with blanks and an ASCII one, which joins none of them.
    private static func isVisible(_ text: ArraySlice<UInt8>) -> Bool {
        guard let start = text.firstIndex(where: { !JSONString.isBlank($0) }) else { return false }
        let first = FoldedCharacters.character(in: text, at: start).value
        if first < 0x80 { return first > 0x20 }
        // A byte order mark is none here, but parsers differ.
        return start == text.startIndex && first != 0xFEFF && Unicode.Scalar(first)?.properties.isWhitespace == false
    }

    /// Of the record at hand; nil where a field is of another kind than the strict parser takes.
    private func metadata(_ record: Span<UInt8>) -> ArticleMetadata? {
        guard let layout else { return nil }
        var metadata = ArticleMetadata()
        let isRead = setStrings(layout, record, of: &metadata)
        guard isRead, setTruth(layout.isRetold, to: &metadata.isRetold), setTruth(layout.dateIsInferred, to: &metadata.dateIsInferred)
        else {
            return nil
        }
        return metadata
    }

    private func setStrings(_ layout: RecordLayout, _ record: Span<UInt8>, of metadata: inout ArticleMetadata) -> Bool {
        for (field, number) in layout.strings.enumerated() {
            guard let number else { continue }
            let member = scan.members[number]
            switch member.kind {
            case .string(let isEscaped):
                if isEscaped {
                    var letters: [UInt8] = []
                    letters.reserveCapacity(RecordScan.room(for: member.place))
                    guard scan.copyString(at: member.place.lowerBound, of: record, into: &letters) != nil else { return false }
                    let value = unsafe letters.withUnsafeBufferPointer { unsafe Self.unlessBlank($0) }
                    metadata.set(field, to: value)
                } else {
                    let value = unsafe record.extracting(member.place).withUnsafeBufferPointer { unsafe Self.unlessBlank($0) }
                    metadata.set(field, to: value)
                }
            case .number:
                guard FieldNames.takesNumbers(field) else { return false }
                metadata.set(field, to: String(decoding: member.place.map { record[$0] }, as: UTF8.self))
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

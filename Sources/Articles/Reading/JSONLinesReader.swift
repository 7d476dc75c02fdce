import Diagnostics

/// Reads JSON lines, one JSON array or a JSON document as articles, a record each; faulty records are told and passed over.
struct JSONLinesReader {
    let name: String
    /// What an id is made of where a record has none.
    let doc: String
    let options: ReadingOptions
    private(set) var diagnostics: [Diagnostic] = []

    /// A batch ends with the record that reaches one of these, so that a file's articles need not all be held at once.
    private static let mostRecordsOfBatch = 4096
    private static let mostBytesOfBatch = 32 << 20

    init(name: String, doc: String, options: ReadingOptions) {
        self.name = name
        self.doc = doc
        self.options = options
    }

    /// Hands each article to `take`, in order, with whether it is in a script without blanks and the line on which it begins.
    ///
    /// - Parameter isDocument: whether an object may go over several lines.
    mutating func read(_ text: InputText, isDocument: Bool, _ take: (Article, _ isSpaceless: Bool, _ line: Int) -> Void) {
        var records = text.withSpan { JSONRecords($0, isDocument: isDocument) }
        let (name, doc, options) = (name, doc, options)
        var isEmpty = true
        while true {
            let batch = text.withSpan { Self.batch(of: &records, in: $0, release: text.release) }
            guard let first = batch.first, let last = batch.last else { break }
            isEmpty = false
            let results = OrderedParallel(threads: options.threads).map(
                batch, state: { RecordReader(name: name, doc: doc, options: options) }
            ) { record, reader in
                reader.read(record, of: text)
            }
            for (record, result) in zip(batch, results) {
                diagnostics += result.diagnostics
                if let article = result.article { take(article, result.isSpaceless, record.line) }
            }
            text.release(first.bytes.lowerBound..<last.bytes.upperBound)
        }
        if records.isUnclosedArray { report("the array does not end", line: nil, remedy: "the file may be cut: fetch it again") }
        if let line = records.lineAfterArray {
            report("text behind the array's end was not read", line: line, remedy: "keep one array in a file")
        }
        if isEmpty { report("no records", line: nil, remedy: "write one JSON object a line, with a “text”") }
    }

    /// The next records, all of them with room in memory; none behind the last.
    private static func batch(
        of records: inout JSONRecords, in text: Span<UInt8>, release: (Range<Int>) -> Void
    ) -> [JSONRecords.Record] {
        var batch: [JSONRecords.Record] = []
        var byteCount = 0
        while batch.count < mostRecordsOfBatch, byteCount < mostBytesOfBatch, let record = records.next(in: text, release: release) {
            batch.append(record)
            byteCount += record.bytes.count
        }
        return batch
    }

    private mutating func report(_ message: String, line: Int?, remedy: String) {
        diagnostics.append(Diagnostic(.error, file: name, line: line, message: message, text: nil, remedy: remedy))
    }
}

import Diagnostics

/// Reads JSON lines, one JSON array or a JSON document as articles, a record each; faulty records are told and passed over.
struct JSONLinesReader {
    let name: String
    /// What an id is made of where a record has none.
    let doc: String
    let options: ReadingOptions
    private(set) var articles: [Article] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(name: String, doc: String, options: ReadingOptions) {
        self.name = name
        self.doc = doc
        self.options = options
    }

    /// - Parameter isDocument: whether an object may go over several lines.
    mutating func read(_ text: [UInt8], isDocument: Bool) {
        let records = JSONRecords(text, isDocument: isDocument)
        let reader = RecordReader(name: name, doc: doc, options: options)
        let results = OrderedParallel(threads: options.threads).map(records.records, state: { reader }) { record, reader in
            reader.read(record)
        }
        articles += results.compactMap(\.article)
        diagnostics += results.flatMap(\.diagnostics)
        if records.isUnclosedArray { report("the array does not end", line: nil, remedy: "the file may be cut: fetch it again") }
        if let line = records.lineAfterArray {
            report("text behind the array's end was not read", line: line, remedy: "keep one array in a file")
        }
        if records.records.isEmpty { report("no records", line: nil, remedy: "write one JSON object a line, with a “text”") }
    }

    private mutating func report(_ message: String, line: Int?, remedy: String) {
        diagnostics.append(Diagnostic(.error, file: name, line: line, message: message, text: nil, remedy: remedy))
    }
}

import Diagnostics
import Foundation

/// Makes an article of one record, or tells what is wrong with it; each thread has its own.
struct RecordReader: ~Copyable {
    /// The file that messages name.
    let name: String
    /// What an id is made of where a record has none.
    let doc: String
    let options: ReadingOptions
    private(set) var diagnostics: [Diagnostic] = []
    private let fields: FieldNames
    private var scan: RecordFieldReader
    private var memory = PassageText()

    /// Lists and objects in each other; a record needs two.
    private static let depthLimit = 64

    init(name: String, doc: String, options: ReadingOptions) {
        self.name = name
        self.doc = doc
        self.options = options
        fields = FieldNames(map: options.fieldMap)
        scan = RecordFieldReader(fieldMap: options.fieldMap)
    }

    /// The record's article, nil where there is none, whether it is in a script without blanks, and what was found wrong.
    mutating func read(
        _ record: JSONRecords.Record, of input: InputText
    ) -> (article: Article?, isSpaceless: Bool, diagnostics: [Diagnostic]) {
        diagnostics = []
        let article = article(record, of: input)
        return (article, article.map { SpacelessScript.prevails(in: $0.text) } ?? false, diagnostics)
    }

    private mutating func report(_ message: String, line: Int?, text: String? = nil, remedy: String) {
        diagnostics.append(Diagnostic(.error, file: name, line: line, message: message, text: text, remedy: remedy))
    }

    /// The beginning of a record, for a message.
    private static func shown(_ record: Span<UInt8>) -> String {
        String(decoding: (0..<min(record.count, 200)).map { record[$0] }, as: UTF8.self)
    }

    private mutating func article(_ record: JSONRecords.Record, of input: InputText) -> Article? {
        guard record.bytes.count <= options.articleSizeLimit else {
            report(
                options.sizeFault, line: record.line, text: ReadingOptions.shownSize(record.bytes.count),
                remedy: "split it, or allow larger articles with --largest-article")
            return nil
        }
        return input.withSpan { text in
            let bytes = text.extracting(record.bytes)
            guard input.needsRepair, !ByteScan.isSound(bytes) else { return article(bytes, record) }
            return article(UTF8Repair(bytes).text.span, record)
        }
    }

    private mutating func article(_ bytes: Span<UInt8>, _ record: JSONRecords.Record) -> Article? {
        if let plain = scan.fields(of: bytes) { return article(plain.text, plain.metadata, bytes, record) }
        let line = record.line
        guard let values = values(of: bytes, line: line), let text = text(of: values, record: bytes, line: line) else { return nil }
        return article(text, metadata(of: values, line: line), bytes, record)
    }

    private mutating func article(_ text: [UInt8], _ metadata: ArticleMetadata, _ bytes: Span<UInt8>, _ record: JSONRecords.Record)
        -> Article?
    {
        do throws(DigestError) {
            var maker = ArticleMaker(file: name, options: options)
            let sha256 = options.wantsDigests ? try SHA256.hexadecimal(of: bytes) : ""
            let content = ArticleMaker.Content(text: text, sha256: sha256, line: record.line)
            let article = maker.article(id: metadata.id ?? id(of: record), metadata: metadata, content: content, in: &memory)
            diagnostics += maker.diagnostics
            return article
        } catch {
            report("SHA-256 could not be computed", line: record.line, remedy: "free some memory and run again")
            return nil
        }
    }

    /// By its line, and where others stand before it there by its number among them.
    private func id(of record: JSONRecords.Record) -> String {
        record.numberOnLine == 1 ? "\(doc):\(record.line)" : "\(doc):\(record.line).\(record.numberOnLine)"
    }

    private mutating func values(of record: Span<UInt8>, line: Int) -> [String: Any]? {
        let nesting = JSONRecords.Nesting(of: record)
        guard nesting.deepest <= Self.depthLimit else {
            report(
                "lists and objects stand more than \(Self.depthLimit) deep in each other", line: line, text: Self.shown(record),
                remedy: "write it flatter")
            return nil
        }
        guard nesting.isClosed else {
            report(
                "a record is cut", line: line, text: Self.shown(record), remedy: "close its quotation marks and brackets, all on one line")
            return nil
        }
        guard let value = try? JSONSerialization.jsonObject(with: Self.data(record), options: .fragmentsAllowed) else {
            report("a record is not valid JSON", line: line, text: Self.shown(record), remedy: "mend it, or write it with a JSON library")
            return nil
        }
        guard let values = value as? [String: Any] else {
            report("a record is no object", line: line, text: Self.shown(record), remedy: "write {\"text\": \"...\"}")
            return nil
        }
        for key in RepeatedKeys.of(record) {
            diagnostics.append(
                Diagnostic(
                    .warning, file: name, line: line, message: "a record has a key more than once, and the last was read", text: key,
                    remedy: "keep one of them"))
        }
        return values
    }

    /// With each U+FEFF as an escape: written out, Foundation drops it where a string begins.
    private static func data(_ record: Span<UInt8>) -> Data {
        let data = unsafe record.withUnsafeBufferPointer { unsafe Data($0) }
        let mark = Data([0xEF, 0xBB, 0xBF])
        return data.range(of: mark) == nil ? data : Data(data.replacing(mark, with: Data("\\ufeff".utf8)))
    }

    private mutating func text(of values: [String: Any], record: Span<UInt8>, line: Int) -> [UInt8]? {
        guard let value = fields.value(of: "text", in: values) else {
            let keys = values.keys.sorted().joined(separator: ", ")
            report(
                "a record has no text", line: line,
                remedy: "name its column with --map text=NAME; it has \(keys.isEmpty ? "no keys" : keys)")
            return nil
        }
        guard let text = value as? String else {
            report("the text of a record is no string", line: line, text: Self.shown(record), remedy: "write the text as one string")
            return nil
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            report("the text of a record is empty", line: line, remedy: "put the article's text into it or remove the record")
            return nil
        }
        let repair = UTF8Repair(Array(text.utf8).span)
        if repair.faults.nullCount > 0 {
            report(
                "\(repair.faults.nullCount) null characters (U+0000) were replaced by U+FFFD", line: line,
                remedy: "remove them from the text")
            diagnostics[diagnostics.count - 1].severity = .warning
        }
        return repair.text
    }

    private mutating func metadata(of values: [String: Any], line: Int) -> ArticleMetadata {
        let read = RecordMetadata(values, fields: fields, file: name, line: line)
        diagnostics += read.diagnostics
        return read.metadata
    }
}

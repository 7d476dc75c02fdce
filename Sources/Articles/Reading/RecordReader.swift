import Diagnostics
import Foundation

/// Makes an article of one record, or tells what is wrong with it; each thread has its own.
struct RecordReader {
    /// The file that messages name.
    let name: String
    /// What an id is made of where a record has none.
    let doc: String
    let options: ReadingOptions
    private(set) var diagnostics: [Diagnostic] = []
    private let fields: FieldNames
    /// Where the fields of the last record stood: those of one file nearly always stand alike.
    private var columns: FieldNames.Columns?

    /// Lists and objects in each other; a record needs two.
    private static let depthLimit = 64

    init(name: String, doc: String, options: ReadingOptions) {
        self.name = name
        self.doc = doc
        self.options = options
        fields = FieldNames(map: options.fieldMap)
    }

    /// The record's article, nil where there is none, and what was found wrong.
    mutating func read(_ record: JSONRecords.Record) -> (article: Article?, diagnostics: [Diagnostic]) {
        diagnostics = []
        let article = article(record)
        return (article, diagnostics)
    }

    private mutating func report(_ message: String, line: Int?, text: ArraySlice<UInt8>? = nil, remedy: String) {
        let shown = text.map { String(decoding: $0.prefix(200), as: UTF8.self) }
        diagnostics.append(Diagnostic(.error, file: name, line: line, message: message, text: shown, remedy: remedy))
    }

    private mutating func article(_ record: JSONRecords.Record) -> Article? {
        guard record.bytes.count <= options.articleSizeLimit else {
            report("a record of more than \(options.articleSizeLimit >> 20) MB", line: record.line, remedy: "split it")
            return nil
        }
        if let (text, metadata) = flatContent(of: record) { return article(text, metadata, record) }
        guard let values = values(of: record) else { return nil }
        guard let text = text(of: values, record: record) else { return nil }
        return article(text, metadata(of: values), record)
    }

    private mutating func article(_ text: [UInt8], _ metadata: ArticleMetadata, _ record: JSONRecords.Record) -> Article? {
        do throws(DigestError) {
            var maker = ArticleMaker(file: name, options: options)
            let content = ArticleMaker.Content(text: text, sha256: try SHA256.hexadecimal(of: record.bytes), line: record.line)
            let article = maker.article(id: metadata.id ?? "\(doc):\(record.line)", metadata: metadata, content: content)
            diagnostics += maker.diagnostics
            return article
        } catch {
            report("SHA-256 could not be computed", line: record.line, remedy: "free some memory and run again")
            return nil
        }
    }

    /// Text and metadata of a record without anything unusual; nil leaves it to the strict parser.
    private mutating func flatContent(of record: JSONRecords.Record) -> (text: [UInt8], metadata: ArticleMetadata)? {
        guard let flat = FlatRecord(record.bytes) else { return nil }
        let columns = columns.flatMap { $0.keys == flat.keys ? $0 : nil } ?? fields.columns(of: flat.keys)
        self.columns = columns
        guard case .string(let text)? = flat.members[columns["text"] ?? ""], let first = text.first, first > 0x20, first < 0x80 else {
            return nil
        }
        var strings: [String: String] = [:]
        for field in FieldNames.strings {
            switch columns[field].flatMap({ flat.members[$0] }) {
            case .string(let bytes)?: strings[field] = Self.unlessBlank(String(decoding: bytes, as: UTF8.self))
            case .number(let digits)?: strings[field] = digits
            case .truth?: return nil
            case .null?, nil: break
            }
        }
        guard let truths = truths(of: flat, columns) else { return nil }
        var metadata = metadata { strings[$0] }
        (metadata.isRetold, metadata.dateIsInferred) = (truths["retold"], truths["date-is-inferred"])
        return (text, metadata)
    }

    private func truths(of flat: FlatRecord, _ columns: FieldNames.Columns) -> [String: Bool]? {
        var truths: [String: Bool] = [:]
        for field in ["retold", "date-is-inferred"] {
            switch columns[field].flatMap({ flat.members[$0] }) {
            case .truth(let truth)?: truths[field] = truth
            case .null?, nil: break
            case .string?, .number?: return nil
            }
        }
        return truths
    }

    private mutating func values(of record: JSONRecords.Record) -> [String: Any]? {
        let nesting = record.nesting
        guard nesting.deepest <= Self.depthLimit else {
            report(
                "lists and objects stand more than \(Self.depthLimit) deep in each other", line: record.line, text: record.bytes,
                remedy: "write it flatter")
            return nil
        }
        guard nesting.isClosed else {
            report(
                "a record is cut", line: record.line, text: record.bytes, remedy: "close its quotation marks and brackets, all on one line")
            return nil
        }
        guard let value = try? JSONSerialization.jsonObject(with: Data(record.bytes), options: .fragmentsAllowed) else {
            report("a record is not valid JSON", line: record.line, text: record.bytes, remedy: "mend it, or write it with a JSON library")
            return nil
        }
        guard let values = value as? [String: Any] else {
            report("a record is no object", line: record.line, text: record.bytes, remedy: "write {\"text\": \"...\"}")
            return nil
        }
        return values
    }

    private mutating func text(of values: [String: Any], record: JSONRecords.Record) -> [UInt8]? {
        guard let value = fields.value(of: "text", in: values) else {
            let keys = values.keys.sorted().joined(separator: ", ")
            report(
                "a record has no text", line: record.line,
                remedy: "name its column with --map text=NAME; it has \(keys.isEmpty ? "no keys" : keys)")
            return nil
        }
        guard let text = value as? String else {
            report("the text of a record is no string", line: record.line, text: record.bytes, remedy: "write the text as one string")
            return nil
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            report("the text of a record is empty", line: record.line, remedy: "put the article's text into it or remove the record")
            return nil
        }
        let repair = UTF8Repair(Array(text.utf8)[...])
        if repair.nullCount > 0 {
            report(
                "\(repair.nullCount) null characters (U+0000) were replaced by U+FFFD", line: record.line,
                remedy: "remove them from the text")
            diagnostics[diagnostics.count - 1].severity = .warning
        }
        return repair.text
    }

    private func metadata(of values: [String: Any]) -> ArticleMetadata {
        var metadata = metadata { string($0, values) }
        metadata.isRetold = fields.value(of: "retold", in: values) as? Bool
        metadata.dateIsInferred = fields.value(of: "date-is-inferred", in: values) as? Bool
        return metadata
    }

    private func metadata(_ string: (String) -> String?) -> ArticleMetadata {
        var metadata = ArticleMetadata()
        metadata.id = string("id")
        metadata.source = string("source")
        metadata.date = string("date")
        metadata.title = string("title")
        metadata.url = string("url")
        metadata.language = string("language")
        return metadata
    }

    /// A string or number; of an object (as in {"source": {"name": ...}}) its name. Blank ones are none.
    private func string(_ field: String, _ values: [String: Any]) -> String? {
        let value = fields.value(of: field, in: values)
        let named = (value as? [String: Any])?["name"] ?? value
        let string = named as? String ?? (named as? NSNumber)?.stringValue
        return string.flatMap(Self.unlessBlank)
    }

    private static func unlessBlank(_ string: String) -> String? { string.allSatisfy(\.isWhitespace) ? nil : string }
}

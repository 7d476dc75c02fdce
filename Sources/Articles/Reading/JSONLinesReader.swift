import Diagnostics
import Foundation

/// Reads JSON lines, one JSON array or a JSON document as articles, a record each; faulty records are told and passed over.
struct JSONLinesReader {
    let name: String
    /// What an id is made of where a record has none.
    let doc: String
    let options: ReadingOptions
    private(set) var articles: [Article] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let fields: FieldNames

    /// Lists and objects in each other; a record needs two.
    private static let depthLimit = 64

    init(name: String, doc: String, options: ReadingOptions) {
        self.name = name
        self.doc = doc
        self.options = options
        fields = FieldNames(map: options.fieldMap)
    }

    /// - Parameter isDocument: whether an object may go over several lines.
    mutating func read(_ text: [UInt8], isDocument: Bool) {
        let records = JSONRecords(text, isDocument: isDocument)
        for record in records.records {
            if let article = article(record) { articles.append(article) }
        }
        if records.isUnclosedArray { report("the array does not end", line: nil, remedy: "the file may be cut: fetch it again") }
        if let line = records.lineAfterArray {
            report("text behind the array's end was not read", line: line, remedy: "keep one array in a file")
        }
        if records.records.isEmpty { report("no records", line: nil, remedy: "write one JSON object a line, with a “text”") }
    }

    private mutating func report(_ message: String, line: Int?, text: ArraySlice<UInt8>? = nil, remedy: String) {
        let shown = text.map { String(decoding: $0.prefix(200), as: UTF8.self) }
        diagnostics.append(Diagnostic(.error, file: name, line: line, message: message, text: shown, remedy: remedy))
    }

    private mutating func article(_ record: JSONRecords.Record) -> Article? {
        guard let values = values(of: record) else { return nil }
        guard let text = text(of: values, record: record) else { return nil }
        let metadata = metadata(of: values)
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

    private mutating func values(of record: JSONRecords.Record) -> [String: Any]? {
        guard record.bytes.count <= options.articleSizeLimit else {
            report("a record of more than \(options.articleSizeLimit >> 20) MB", line: record.line, remedy: "split it")
            return nil
        }
        guard record.depth <= Self.depthLimit else {
            report(
                "lists and objects stand more than \(Self.depthLimit) deep in each other", line: record.line, text: record.bytes,
                remedy: "write it flatter")
            return nil
        }
        guard record.isClosed else {
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
        var metadata = ArticleMetadata()
        metadata.id = string("id", values)
        metadata.source = string("source", values)
        metadata.date = string("date", values)
        metadata.title = string("title", values)
        metadata.url = string("url", values)
        metadata.language = string("language", values)
        metadata.isRetold = fields.value(of: "retold", in: values) as? Bool
        metadata.dateIsInferred = fields.value(of: "date-is-inferred", in: values) as? Bool
        return metadata
    }

    /// A string or number; of an object (as in {"source": {"name": ...}}) its name. Blank ones are none.
    private func string(_ field: String, _ values: [String: Any]) -> String? {
        let value = fields.value(of: field, in: values)
        let named = (value as? [String: Any])?["name"] ?? value
        let string = named as? String ?? (named as? NSNumber)?.stringValue
        return string.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
}

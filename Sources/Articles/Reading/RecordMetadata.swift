import Diagnostics
import Foundation

/// What a parsed record says of its article beside the text; a value of another kind than its field takes is told and not used.
struct RecordMetadata {
    private(set) var metadata = ArticleMetadata()
    private(set) var diagnostics: [Diagnostic] = []
    private let record: [String: Any]
    private let columns: FieldNames.Columns
    private let file: String
    private let line: Int

    /// - Parameters:
    ///   - record: as `JSONSerialization` gives it.
    ///   - file: that messages name, as they do `line`.
    init(_ record: [String: Any], fields: FieldNames, file: String, line: Int) {
        self.record = record
        self.file = file
        self.line = line
        columns = fields.columns(of: Array(record.keys))
        for (place, field) in FieldNames.strings.enumerated() {
            metadata.set(place, to: string(field, takesNumbers: FieldNames.takesNumbers(place)))
        }
        metadata.isRetold = truth("retold")
        metadata.dateIsInferred = truth("date-is-inferred")
    }

    /// A string or number; of an object (as in {"source": {"name": ...}}) its name. Blank ones are none.
    private mutating func string(_ field: String, takesNumbers: Bool) -> String? {
        guard let key = columns[field], let value = record[key] else { return nil }
        let named = (value as? [String: Any])?["name"] ?? value
        switch named {
        case is NSNull: return nil
        case let text as String: return text.allSatisfy(\.isWhitespace) ? nil : text
        case let number as NSNumber where takesNumbers && Self.truth(number) == nil: return number.stringValue
        default:
            warn("“\(key)” is \(Self.kindName(named))", value, remedy: "write one text, or leave it out")
            return nil
        }
    }

    /// True and false, which 1 and 0 stand for too. Blank strings are neither, and no fault.
    private mutating func truth(_ field: String) -> Bool? {
        guard let key = columns[field], let value = record[key], !(value is NSNull) else { return nil }
        if let truth = value as? Bool { return truth }
        if let text = value as? String, text.allSatisfy(\.isWhitespace) { return nil }
        warn("“\(key)” is neither true nor false", value, remedy: "write true or false, without quotation marks")
        return nil
    }

    private mutating func warn(_ message: String, _ value: Any, remedy: String) {
        let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes]
        let shown =
            (value as? String)
            ?? (try? JSONSerialization.data(withJSONObject: value, options: options)).map {
                String(decoding: $0.prefix(200), as: UTF8.self)
            }
        diagnostics.append(Diagnostic(.warning, file: file, line: line, message: message, text: shown, remedy: remedy))
    }

    private static func kindName(_ value: Any) -> String {
        switch value {
        case is [Any]: "a list"
        case is [String: Any]: "an object"
        case let number as NSNumber: truth(number).map { "\($0)" } ?? "a number"
        default: "no text"
        }
    }

    /// Nil for a number: only a truth value has the type of a C character ("c", or "B" where that is told apart).
    private static func truth(_ number: NSNumber) -> Bool? {
        let type = unsafe UInt8(bitPattern: number.objCType.pointee)
        return type == UInt8(ascii: "c") || type == UInt8(ascii: "B") ? number.boolValue : nil
    }
}

import Foundation

/// A value of a reference file, compared by meaning: 1 and 1.0 are equal.
enum JSONValue: Hashable, Sendable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    init(_ value: Double?) { self = value.map(JSONValue.number) ?? .null }
    init(_ value: Int?) { self.init(value.map(Double.init)) }
    init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }
    init(_ value: Bool?) { self = value.map(JSONValue.bool) ?? .null }
    init(_ values: [Double?]) { self = .array(values.map { JSONValue($0) }) }

    var double: Double? { if case .number(let value) = self { value } else { nil } }
    var string: String? { if case .string(let value) = self { value } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }
    var object: [String: JSONValue] { if case .object(let values) = self { values } else { [:] } }
}

/// How far a computed number may stand from the expected one.
struct Tolerance: Sendable, Decodable {
    var relative: Double
    var absolute: Double

    func accepts(_ computed: Double, for expected: Double) -> Bool {
        computed.isFinite && abs(computed - expected) <= absolute + relative * abs(expected)
    }
}

extension JSONValue {
    /// The places where `computed` is not what this value says, as "path: computed instead of expected".
    func differences(from computed: JSONValue?, within tolerance: Tolerance, at path: String = "") -> [String] {
        switch (self, computed) {
        case (.number(let expected), .number(let value)):
            return tolerance.accepts(value, for: expected) ? [] : ["\(path): \(value) instead of \(expected)"]
        case (.array(let expected), .array(let values)):
            guard expected.count == values.count else { return ["\(path): \(values.count) elements instead of \(expected.count)"] }
            return zip(expected, values).enumerated().flatMap { index, pair in
                pair.0.differences(from: pair.1, within: tolerance, at: "\(path)[\(index)]")
            }
        case (.object(let expected), .object(let values)):
            return Set(expected.keys).union(values.keys).sorted().flatMap { key in
                (expected[key] ?? .null).differences(from: values[key] ?? .null, within: tolerance, at: "\(path).\(key)")
            }
        default:
            return self == computed ? [] : ["\(path): \(computed.map { "\($0)" } ?? "nothing") instead of \(self)"]
        }
    }
}

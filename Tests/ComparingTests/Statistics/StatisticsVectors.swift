import Foundation
import TestSupport
import Testing

/// One case of a file of reference vectors.
struct StatisticsVector: Sendable, CustomTestStringConvertible {
    let statistic: String
    let id: String
    let inputs: VectorInputs
    let expected: JSONValue
    let tolerance: Tolerance

    var testDescription: String { id }
}

/// The cases that `STATISTICS_VECTORS` names, else those of the shared folder.
enum StatisticsVectors {
    static let file: URL? = {
        if let path = ProcessInfo.processInfo.environment["STATISTICS_VECTORS"] { return URL(filePath: path) }
        return sharedFolder()?.appending(path: "reference/statistics.json")
    }()

    /// All cases, ordered by statistic and as written; empty only where there is no file to read.
    static let all: [StatisticsVector] = {
        guard let file else { return [] }
        do {
            return try read(file)
        } catch {
            // A case that no statistic answers, so that a broken file fails the suite instead of emptying it.
            let broken = StatisticsVector(
                statistic: "unreadable: \(error)", id: file.lastPathComponent, inputs: VectorInputs([:]), expected: .null,
                tolerance: Tolerance(relative: 0, absolute: 0)
            )
            return [broken]
        }
    }()

    private struct Family: Decodable {
        let cases: [Case]

        struct Case: Decodable {
            let id: String
            let inputs: [String: JSONValue]
            let expected: JSONValue
            let tolerance: Tolerance
        }
    }

    /// A statistic, or a note about the file, whose key begins with an underscore.
    private enum Entry: Decodable {
        case family(Family)
        case note

        init(from decoder: any Decoder) throws {
            let isNote = decoder.codingPath.last?.stringValue.hasPrefix("_") ?? false
            self = isNote ? .note : .family(try Family(from: decoder))
        }
    }

    private static func read(_ file: URL) throws -> [StatisticsVector] {
        let entries = try JSONDecoder().decode([String: Entry].self, from: Data(contentsOf: file))
        return entries.sorted { $0.key < $1.key }.flatMap { name, entry -> [StatisticsVector] in
            guard case .family(let family) = entry else { return [] }
            return family.cases.map {
                StatisticsVector(
                    statistic: name, id: $0.id, inputs: VectorInputs($0.inputs), expected: $0.expected, tolerance: $0.tolerance
                )
            }
        }
    }
}

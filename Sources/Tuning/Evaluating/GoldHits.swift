package import Diagnostics
package import Foundation

/// Hits that people marked in articles of which they marked all: what recall is counted against.
package struct GoldHits: Sendable {
    package struct Mark: Sendable, Hashable {
        package let start: Int
        package let end: Int
        package let framing: FramingReference
        /// A second copy of a passage, which counts neither way.
        package let isDuplicate: Bool
    }

    /// By the article's doc: marks in order of their start.
    package private(set) var marks: [String: [Mark]] = [:]
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    package var isEmpty: Bool { marks.isEmpty }

    private struct Line: Decodable {
        let doc: String
        let start: Int
        let end: Int
        let concept: String
        let framing: String
        let duplicate: Bool?
        let status: String?
    }

    private struct Document: Decodable {
        struct Hit: Decodable {
            let start: Int
            let end: Int
            let concept: String
            let framing: String
            let duplicate: Bool?
        }

        let file: String
        let hits: [Hit]
    }

    /// Reads a file: one JSON object with `file` and `hits`, or JSON lines with `doc`, `start`, `end`, `concept` and `framing`, as
    /// 'parallax hits' writes them. Offsets are UTF-8 bytes, 0-based, end excluded.
    package mutating func read(_ data: Data, file: String) {
        if let document = try? JSONDecoder().decode(Document.self, from: data) {
            marks[document.file, default: []] += document.hits.map {
                Mark(
                    start: $0.start, end: $0.end, framing: FramingReference(concept: $0.concept, framing: $0.framing),
                    isDuplicate: $0.duplicate ?? false)
            }
        } else {
            readLines(data, file: file)
        }
        for doc in marks.keys { marks[doc]?.sort { ($0.start, $0.end, $0.framing) < ($1.start, $1.end, $1.framing) } }
    }

    private mutating func readLines(_ data: Data, file: String) {
        let decoder = JSONDecoder()
        for (number, bytes) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where bytes.contains(where: { $0 > 0x20 }) {
            guard let line = try? decoder.decode(Line.self, from: Data(bytes)), line.end >= line.start else {
                diagnostics.append(
                    Diagnostic(
                        .warning, file: file, line: number + 1, message: "this line was left out: no marked hit",
                        text: String(decoding: bytes.prefix(60), as: UTF8.self), remedy: "give doc, start, end, concept and framing"))
                continue
            }
            let isDuplicate = line.duplicate ?? (line.status.map { $0 != "counted" } ?? false)
            marks[line.doc, default: []].append(
                Mark(
                    start: line.start, end: line.end, framing: FramingReference(concept: line.concept, framing: line.framing),
                    isDuplicate: isDuplicate))
        }
    }
}

package import Diagnostics
package import Foundation

/// Words that somebody looked at and did not want: one JSON line each, in a file beside the lexicon.
package struct RejectedSuggestions: Sendable {
    package private(set) var words: Set<String> = []
    package private(set) var diagnostics: [Diagnostic] = []

    struct Line: Codable {
        let rejected: String
        let when: String
    }

    /// Where the words rejected for a lexicon stand: NAME.rejected-suggestions.jsonl beside it.
    package static func path(beside lexicon: String) -> String { Sidecar.path(beside: lexicon, kind: "rejected-suggestions") }

    /// Reads the file beside `lexicon`, if there is one.
    package init(beside lexicon: String) {
        let path = Self.path(beside: lexicon)
        guard let data = FileManager.default.contents(atPath: path) else { return }
        for (number, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
            if let word = (try? JSONDecoder().decode(Line.self, from: Data(line)))?.rejected {
                words.insert(word)
            } else {
                diagnostics.append(
                    Diagnostic(
                        .warning, file: path, line: number + 1, message: "this line was left out: no rejected suggestion",
                        text: String(decoding: line.prefix(60), as: UTF8.self),
                        remedy: "delete it, or write {\"rejected\":\"word\",\"when\":\"\"}"))
            }
        }
    }

    /// The line that keeps `word` away from now on.
    package static func line(rejecting word: String, at date: Date) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Line(rejected: word.lowercased(), when: date.ISO8601Format())), as: UTF8.self)
    }
}

/// Files that belong to a lexicon and stand beside it.
enum Sidecar {
    /// `folder/karabakh.yaml` gives `folder/karabakh.KIND.jsonl`.
    static func path(beside lexicon: String, kind: String) -> String {
        let name = lexicon.lastIndex(of: "/").map { lexicon[lexicon.index(after: $0)...] } ?? lexicon[...]
        let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : name[..<$0] } ?? name
        return lexicon.dropLast(name.count) + stem + ".\(kind).jsonl"
    }
}

import Articles
package import Diagnostics
import Foundation

/// A file of judgements as it was read: JSON lines, oldest first.
package struct JudgementFile: Sendable {
    package let path: String
    package private(set) var judgements: [Judgement] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// Of the file's bytes; nil where there is no file.
    package private(set) var sha256: String?

    /// Where the judgements of a lexicon stand: NAME.judgements.jsonl beside it.
    package static func path(beside lexicon: String) -> String { Sidecar.path(beside: lexicon, kind: "judgements") }

    /// Reads the file; one that does not exist has no judgements.
    package init(path: String) {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard let data = FileManager.default.contents(atPath: path) else {
            diagnostics.append(Diagnostic(.error, file: path, message: "the file cannot be read", remedy: "check its permissions"))
            return
        }
        sha256 = try? SHA256.hexadecimal(of: Array(data))
        read(data)
    }

    /// Gives every judgement's coder another name.
    mutating func rename(_ name: (String) -> String) {
        for index in judgements.indices { judgements[index].who = name(judgements[index].who) }
    }

    private mutating func read(_ data: Data) {
        let decoder = JSONDecoder()
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            if let judgement = try? decoder.decode(Judgement.self, from: Data(line)), judgement.start >= 0, judgement.end >= judgement.start
            {
                judgements.append(judgement)
            } else {
                // The one line that a run which was cut short can leave; opening the file for more mends it.
                let isTorn = number == lines.count - 1
                diagnostics.append(
                    Diagnostic(
                        isTorn ? .note : .warning, file: path, line: number + 1,
                        message: isTorn ? "the last line is torn and was left out" : "this line was left out: no judgement",
                        text: String(decoding: line.prefix(60), as: UTF8.self),
                        remedy: isTorn ? "'parallax lexicon judge' mends it" : "mend it, or delete it"))
            }
        }
    }
}

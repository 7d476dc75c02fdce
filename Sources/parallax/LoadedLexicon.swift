import Articles
import Diagnostics
import Foundation
import Lexicons
import Reporting
import Tuning

/// The lexicons of a run, read and merged, with what the record says of their files.
struct LoadedLexicon {
    let value: Lexicon
    /// The paths as given.
    let files: [String]
    let recorded: [RecordedFile]
    /// SHA-256 of all files' hashes in order.
    let sha256: String

    /// What was judged by hand with these lexicons, from the files that lie beside them.
    var judgementFiles: [JudgementFile] { files.map { JudgementFile(path: JudgementFile.path(beside: $0)) } }

    /// Whether there is one.
    var mayHaveJudgements: Bool { files.contains { FileManager.default.fileExists(atPath: JudgementFile.path(beside: $0)) } }

    /// The stem of the first file's name, which names the report.
    var stem: String { URL(fileURLWithPath: files.first ?? "report").deletingPathExtension().lastPathComponent }

    /// Nil where a file cannot be used; the faults in the order of files and lines.
    static func load(_ paths: [String], encoding: String? = nil) -> (LoadedLexicon?, [Diagnostic]) {
        var faults: [Diagnostic] = []
        var parts: [(file: String, lexicon: Lexicon)] = []
        var recorded: [RecordedFile] = []
        for path in paths {
            let read = LexiconLoading.read(path, LexiconLoading.Options(encoding: encoding))
            faults += read.diagnostics
            guard let lexicon = read.lexicon else { continue }
            parts.append((path, lexicon))
            recorded.append(
                RecordedFile(name: RelativePath.shown(path), title: lexicon.name, version: lexicon.version, sha256: read.sha256))
        }
        guard !parts.isEmpty, parts.count == paths.count else { return (nil, faults) }
        let merged = Lexicon.merging(parts)
        faults += merged.diagnostics
        guard !merged.diagnostics.contains(where: { $0.severity == .error }) else { return (nil, faults) }
        let sha256 = Digest.hexadecimal(of: Array(recorded.map(\.sha256).joined(separator: "\n").utf8))
        return (LoadedLexicon(value: merged.lexicon, files: paths, recorded: recorded, sha256: sha256), faults)
    }
}

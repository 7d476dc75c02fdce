import Articles
import Diagnostics
import Foundation
import Lexicons

/// Reads lexicon files from disk.
enum LexiconLoading {
    /// Far beyond any lexicon; a larger file is a mistake.
    private static let byteLimit = 64 << 20

    struct Reading {
        /// Nil where the file cannot be used.
        var lexicon: Lexicon?
        var diagnostics: [Diagnostic]
        var sha256 = ""
    }

    /// A lexicon fit for scoring, and the faults of its form.
    static func read(_ path: String) -> Reading { read(path, with: LexiconFile.read) }

    /// A lexicon and all its faults, those of meaning too.
    static func check(_ path: String) -> Reading { read(path, with: LexiconCheck.check) }

    private static func read(_ path: String, with parse: (String, String) -> (lexicon: Lexicon?, diagnostics: [Diagnostic])) -> Reading {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            let what = isFolder.boolValue ? "a folder is no lexicon" : "no such file"
            return refused(path, what, remedy: "name a lexicon file with --lexicon")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            return refused(path, "the file cannot be read", remedy: "check its permissions")
        }
        guard data.count <= byteLimit else {
            return refused(path, "the file is larger than \(byteLimit >> 20) MB", remedy: "split the lexicon")
        }
        let decoded = TextDecoding.decode(Array(data), file: path)
        guard let text = decoded.text else { return Reading(lexicon: nil, diagnostics: decoded.diagnostics) }
        let parsed = parse(String(decoding: text, as: UTF8.self), path)
        let diagnostics = decoded.diagnostics + parsed.diagnostics
        let isUsable = !diagnostics.contains { $0.severity == .error }
        return Reading(lexicon: isUsable ? parsed.lexicon : nil, diagnostics: diagnostics, sha256: Digest.hexadecimal(of: Array(data)))
    }

    private static func refused(_ path: String, _ message: String, remedy: String) -> Reading {
        Reading(lexicon: nil, diagnostics: [Diagnostic(.error, file: path, message: message, remedy: remedy)])
    }
}

import Articles
import Diagnostics
import Foundation
import Lexicons

/// Reads lexicon files of any format from disk.
enum LexiconLoading {
    /// Far beyond any lexicon, and read within ten seconds in every format; a larger file is a mistake.
    private static let byteLimit = 48 << 20

    /// How a file is to be read where its content does not say.
    struct Options {
        var encoding: String?
        var dictionary = DictionaryOptions()
    }

    struct Reading {
        /// Nil where the file cannot be used.
        var lexicon: Lexicon?
        /// What another tool's file holds; nil for our own format.
        var dictionary: CategoryDictionary?
        var format: LexiconFormat?
        var diagnostics: [Diagnostic]
        var sha256 = ""

        var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    }

    /// A lexicon fit for scoring, and the faults of its form.
    static func read(_ path: String, _ options: Options = Options()) -> Reading {
        var reading = readable(path, options)
        if reading.hasErrors { reading.lexicon = nil }
        return reading
    }

    /// With what is left of a lexicon that has errors.
    private static func readable(_ path: String, _ options: Options) -> Reading {
        let (content, refusal) = bytes(of: path)
        guard let bytes = content else { return Reading(lexicon: nil, diagnostics: refusal) }
        let decoded = TextDecoding.decodeGuessing(bytes, declared: options.encoding ?? MarkupEncoding.declared(bytes), file: path)
        guard let text = decoded.text else { return Reading(lexicon: nil, diagnostics: decoded.diagnostics) }
        let parsed = DictionaryReading(text, file: path, options: options.dictionary)
        return Reading(
            lexicon: parsed.lexicon, dictionary: parsed.dictionary, format: parsed.format,
            diagnostics: decoded.diagnostics + parsed.diagnostics, sha256: Digest.hexadecimal(of: bytes))
    }

    /// A lexicon and all its faults, those of meaning too: of a lexicon with errors those of what is left of it.
    static func check(_ path: String, _ options: Options = Options()) -> Reading {
        var reading = readable(path, options)
        if let lexicon = reading.lexicon {
            reading.diagnostics = (reading.diagnostics + LexiconCheck.meaning(of: lexicon, file: path)).sortedByPlace()
        }
        if reading.hasErrors { reading.lexicon = nil }
        return reading
    }

    private static func bytes(of path: String) -> ([UInt8]?, [Diagnostic]) {
        if path == "-" {
            let bytes = piped(through: .standardInput) ?? []
            return bytes.count > byteLimit ? tooLarge("standard input") : (bytes, [])
        }
        let bytes: [UInt8]?
        switch FileKind(path: path) {
        case .missing, .brokenLink: return refused(path, "no such file", remedy: "check the path; it names a lexicon file")
        case .folder: return refused(path, "a folder is no lexicon", remedy: "check the path; it names a lexicon file")
        case .file(let byteCount):
            guard byteCount <= byteLimit else { return tooLarge(path) }
            bytes = FileBytes.all(of: path)
        case .other:
            bytes = FileHandle(forReadingAtPath: path).flatMap(piped)
            if let bytes, bytes.count > byteLimit { return tooLarge(path) }
        }
        guard let bytes else { return refused(path, "the file cannot be read", remedy: "check its permissions") }
        return (bytes, [])
    }

    /// What comes through a pipe or from a device, up to one byte more than a lexicon may have; nil where it cannot be read.
    private static func piped(through file: FileHandle) -> [UInt8]? { (try? file.read(upToCount: byteLimit + 1)).map { Array($0) } }

    private static func tooLarge(_ path: String) -> ([UInt8]?, [Diagnostic]) {
        refused(path, "the file is larger than \(byteLimit >> 20) MB, the most that a lexicon may have", remedy: "split the lexicon")
    }

    private static func refused(_ path: String, _ message: String, remedy: String) -> ([UInt8]?, [Diagnostic]) {
        (nil, [Diagnostic(.error, file: path, message: message, remedy: remedy)])
    }
}

/// The encoding that an XML document declares.
enum MarkupEncoding {
    static func declared(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let name = head.firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/)?.1 else { return nil }
        return String(name)
    }
}

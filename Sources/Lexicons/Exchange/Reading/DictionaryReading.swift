package import Diagnostics

/// How a foreign lexicon is to be read.
package struct DictionaryOptions: Sendable {
    /// The format, where the content is not to decide.
    package var format: LexiconFormat?
    /// Whether `_` in WordStat terms stands for itself.
    package var keepsUnderscores = false
    package var limits = DictionaryLimits()

    package init(format: LexiconFormat? = nil, keepsUnderscores: Bool = false, limits: DictionaryLimits = DictionaryLimits()) {
        self.limits = limits
        self.format = format
        self.keepsUnderscores = keepsUnderscores
    }
}

/// A lexicon file of any format, read.
package struct DictionaryReading: Sendable {
    /// Nil where the file is of no format that we know.
    package var format: LexiconFormat?
    /// What another tool's file holds; nil for our own format.
    package var dictionary: CategoryDictionary?
    /// Nil where nothing could be read.
    package var lexicon: Lexicon?
    package var diagnostics: [Diagnostic]

    /// Reads a file of any of the formats.
    ///
    /// - Parameters:
    ///   - text: the file in UTF-8, without byte order mark.
    ///   - file: its name, for the diagnostics; the part behind the last dot breaks ties between formats, the rest names the lexicon.
    /// - Complexity: O(bytes).
    package init(_ text: [UInt8], file: String, options: DictionaryOptions = DictionaryOptions()) {
        let name = FileName(file)
        let text = Self.withoutEndSign(text)
        let detection = FormatDetection(text, fileEnding: name.ending)
        format = options.format ?? detection.format
        diagnostics = []
        guard let format else {
            diagnostics = [Self.unknown(file)]
            return
        }
        if format == .yaml {
            (lexicon, diagnostics) = LexiconFile.read(String(decoding: text, as: UTF8.self), file: file, limits: options.limits)
        } else if format == .dic, options.format == nil, detection.isSpellingDictionary {
            diagnostics = [Self.spellingDictionary(file)]
        } else {
            read(text, as: format, file: file, name: name.stem, options)
        }
    }

    private mutating func read(_ text: [UInt8], as format: LexiconFormat, file: String, name: String, _ options: DictionaryOptions) {
        let empty = DictionaryDraft(file: file, name: name, limits: options.limits)
        let draft =
            switch format {
            case .yaml, .quanteda: QuantedaReader.read(String(decoding: text, as: UTF8.self), into: empty)
            case .dic: LIWCReader.read(text, into: empty)
            case .dicx: LIWCTableReader.read(text, into: empty)
            case .cat: WordStatReader.read(text, into: empty, keepsUnderscores: options.keepsUnderscores)
            case .ykd: YoshikoderReader.read(text, into: empty)
            case .lc3: LexicoderReader.read(text, into: empty)
            case .vbpro: VBProReader.read(text, into: empty)
            case .csv: TermTableReader.read(text, into: empty)
            case .words: WordListReader.read(text, into: empty)
            case .spacy: SpacyReader.read(text, into: empty)
            }
        let conversion = LexiconConversion(draft.dictionary, file: file)
        dictionary = draft.dictionary
        lexicon = conversion.lexicon
        // That nothing is left follows from what could not be read.
        let follows = draft.diagnostics.contains { $0.severity == .error }
        let found = (draft.diagnostics + conversion.diagnostics.filter { !follows || $0.severity != .error }).sortedByPlace()
        // What counts further ones of a kind comes behind those.
        diagnostics = found.filter { $0.line != nil } + found.filter { $0.line == nil }
    }

    /// Files from the days of DOS end with U+001A.
    private static func withoutEndSign(_ text: [UInt8]) -> [UInt8] {
        let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
        let end = text.reversed().drop { blanks.contains($0) }.first
        return end == 0x1A ? Array(text.reversed().drop { blanks.contains($0) || $0 == 0x1A }.reversed()) : text
    }

    private static func unknown(_ file: String) -> Diagnostic {
        Diagnostic(
            .error, file: file, line: 1, column: 1, message: "the lexicon is of no format that is known",
            remedy: "name the format with --from, one of \(LexiconFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    private static func spellingDictionary(_ file: String) -> Diagnostic {
        Diagnostic(
            .error, file: file, line: 1, column: 1, message: "a dictionary for checking spelling, not a LIWC dictionary",
            remedy: "a LIWC file has its categories between two lines of %")
    }
}

/// The parts of a path's last name.
private struct FileName {
    let stem: String
    let ending: String

    init(_ path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let dot = name.lastIndex(of: ".")
        stem = dot.map { String(name[..<$0]) } ?? name
        ending = dot.map { String(name[name.index(after: $0)...]) } ?? ""
    }
}

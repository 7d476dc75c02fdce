/// Tells the format of a lexicon by its content; its name only breaks ties.
struct FormatDetection {
    private let bytes: [UInt8]
    private let ending: String
    /// The first lines that are not blank.
    private let head: [SourceLine]

    /// Lines that decide.
    private static let sampleSize = 400

    /// - Parameters:
    ///   - bytes: the file in UTF-8.
    ///   - fileEnding: what stands behind the last dot of its name.
    init(_ bytes: [UInt8], fileEnding: String) {
        self.bytes = bytes
        ending = fileEnding.lowercased()
        head = SourceLines(bytes).first(Self.sampleSize)
    }

    /// Nil where it is none that we know.
    var format: LexiconFormat? {
        guard let first = head.first?.bytes.trimmingBlanks else { return byEnding }
        if first.first == UInt8(ascii: "<") { return .ykd }
        if isSpacy(first) { return .spacy }
        if head.contains(where: LIWCReader.isBorder) { return .dic }
        if VBProReader.categoryName(head[0]) != nil { return .vbpro }
        if isWordStat { return .cat }
        if isLexicoder { return .lc3 }
        if isOurs { return .yaml }
        if isLIWCTable(first) { return .dicx }
        if isMapping { return .quanteda }
        return byEnding ?? (isTable ? .csv : isWordList ? .words : nil)
    }

    /// A dictionary of a spelling checker: the number of its words, then words, some with flags behind a stroke.
    var isSpellingDictionary: Bool {
        guard let first = head.first, first.bytes.trimmingBlanks.wholeNumber != nil else { return false }
        return head.dropFirst().contains { $0.bytes.contains(UInt8(ascii: "/")) } || (ending == "dic" && head.count > 1)
    }

    private var byEnding: LexiconFormat? {
        switch ending {
        case "yaml", "yml": .yaml
        case "dic": .dic
        case "dicx": .dicx
        case "cat": .cat
        case "ykd", "lcd": .ykd
        case "lc3": .lc3
        case "vbpro": .vbpro
        case "csv", "tsv", "tab": .csv
        case "jsonl", "ndjson": .spacy
        default: nil
        }
    }

    private func isSpacy(_ first: ArraySlice<UInt8>) -> Bool {
        guard first.first == UInt8(ascii: "{") || first.first == UInt8(ascii: "[") else { return false }
        let text = first.text
        return text.contains("\"pattern\"") || text.contains("\"label\"")
    }

    /// A line with a weight in brackets, indented by a tab, or in a file of that ending by a blank.
    private var isWordStat: Bool {
        head.contains { line in
            let isIndented = line.bytes.first == UInt8(ascii: "\t") || (ending == "cat" && line.bytes.first == 0x20)
            return isIndented && WordStatReader.weight(line.bytes.trimmingBlanks) != nil
        }
    }

    private var isLexicoder: Bool {
        head[0].bytes.first == UInt8(ascii: "+") && head[0].bytes.count > 1
            && (ending == "lc3" || head.dropFirst().contains { $0.bytes.first == 0x20 || $0.bytes.first == UInt8(ascii: "+") })
    }

    /// Keys of our own format at the start of a line.
    private var isOurs: Bool {
        let keys = Set(head.compactMap { Self.key($0.bytes) })
        if keys.contains("concepts") || keys.isSuperset(of: ["lexicon", "format"]) { return true }
        return head.contains { Self.key($0.bytes) == "lexicon" && $0.bytes.text.contains(/^lexicon\s*:\s*[^\s\[#]/) }
    }

    /// The word before a colon that starts a line.
    private static func key(_ line: ArraySlice<UInt8>) -> String? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let first = line.first, !first.isBlank, first != UInt8(ascii: "#") else {
            return nil
        }
        let isFollowed = colon + 1 == line.endIndex || line[colon + 1].isBlank
        return isFollowed ? line[..<colon].trimmingBlanks.text : nil
    }

    private func isLIWCTable(_ first: ArraySlice<UInt8>) -> Bool {
        first.text.lowercased().trimmingPrefix("\"").hasPrefix("dicterm")
    }

    /// YAML: the first line that is no comment or mark is a key, or opens a mapping.
    private var isMapping: Bool {
        let line = head.first { $0.bytes.first != UInt8(ascii: "#") && $0.text != "---" && $0.bytes.first != UInt8(ascii: "%") }
        guard let line else { return false }
        if line.bytes.first == UInt8(ascii: "{") { return true }
        guard Self.key(line.bytes) != nil else { return false }
        return ending == "yml" || ending == "yaml" || !line.bytes.contains(UInt8(ascii: "\t"))
    }

    private var isTable: Bool {
        let delimiter = TableShape.delimiter(of: bytes)
        let rows = head.filter { $0.bytes.first != UInt8(ascii: ";") }
        guard rows.count(where: { $0.bytes.contains(delimiter) }) * 2 > rows.count else { return false }
        // Behind tabs stand notes and lists of ratings of any length (VADER); prose has no tabs, but it has commas.
        return delimiter == UInt8(ascii: "\t") || !hasLongLines
    }

    private var isWordList: Bool { !hasLongLines }

    /// Prose has lines that no term has; comments may have them too.
    private var hasLongLines: Bool {
        head.contains { $0.bytes.first != UInt8(ascii: ";") && $0.bytes.count > 60 && $0.bytes.count { $0 == 0x20 } > 8 }
    }
}

/// A look over YAML text, token by token, before it is parsed: finds what must not reach Yams and what Yams reports at the wrong place.
///
/// It follows the text's shape (indentation, flow brackets, scalars) closely enough to tell keys, anchors and aliases from words; syntax
/// errors are left to Yams. Source: YAML 1.2.2, chapters 6 to 8.
struct YAMLScan {
    struct Fault {
        let line: Int
        var column = 1
        let message: String
        var text: String?
        let remedy: String
        /// Line of the first of two equal keys.
        var firstLine: Int?

        func diagnostic(file: String, lineOffset: Int) -> Diagnostic {
            let place = firstLine.map { ", first on line \($0 + lineOffset)" } ?? ""
            return Diagnostic(
                .error, file: file, line: line + lineOffset, column: column, message: message + place, text: text, remedy: remedy)
        }
    }

    /// A list or mapping that the place being read stands in.
    struct Level {
        /// Column of its dashes or keys, 0-based in bytes; for flow brackets, that of the level around them.
        var column: Int
        var isSequence: Bool
        var isFlow = false
        var keyLines: [String: Int] = [:]
    }

    /// Levels of lists and mappings in each other; a lexicon needs six.
    static let depthLimit = 100

    /// Faults listed of one file.
    static let faultLimit = 50

    private(set) var faults: [Fault] = []
    private(set) var unlistedFaultCount = 0
    /// Whether Yams can be let at the text.
    private(set) var isReadable = true
    var reader: ByteLineReader
    private var levels: [Level] = []
    /// Where the repeated keys start, as byte offsets of their first character.
    private var repeatedKeyOffsets: [Int] = []
    /// What Yams need not see, in order.
    private(set) var runs: [PlainListRun] = []

    init(_ text: String) { reader = ByteLineReader(Array(text.utf8)) }

    mutating func run() {
        while skipToToken() {
            if levels.count > Self.depthLimit {
                return refuse("lists and mappings stand more than \(Self.depthLimit) deep in each other", remedy: "write it flatter")
            }
            scanToken()
        }
    }

    /// The text with each repeated key marked by a character of the private use area in place of its first, so that all keys differ and
    /// every mark stays where it was.
    func textWithoutRepeatedKeys() -> String {
        guard !repeatedKeyOffsets.isEmpty else { return String(decoding: reader.bytes, as: UTF8.self) }
        var bytes: [UInt8] = []
        var copied = 0
        for (number, offset) in repeatedKeyOffsets.enumerated() {
            bytes += reader.bytes[copied..<offset]
            bytes += Self.hiddenKeyMark(number)
            copied = offset + reader.scalarLength(at: offset)
        }
        bytes += reader.bytes[copied...]
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text with empty lines in place of `runs`.
    func textWithoutRuns() -> String {
        var bytes: [UInt8] = []
        var copied = 0
        for run in runs {
            bytes += reader.bytes[copied..<run.hidden.lowerBound]
            bytes += Array(repeating: 0x0A, count: run.texts.count)
            copied = run.hidden.upperBound
        }
        bytes += reader.bytes[copied...]
        return String(decoding: bytes, as: UTF8.self)
    }

    /// U+F0000 and the following, one for each repeated key.
    private static func hiddenKeyMark(_ number: Int) -> String.UTF8View {
        let scalar = Unicode.Scalar(0xF_0000 + UInt32(min(number, 0xFFFD))) ?? "\u{FFFD}"
        return String(scalar).utf8
    }

    static func isHiddenKey(_ name: String) -> Bool {
        name.unicodeScalars.first.map { (0xF_0000...0xF_FFFD).contains($0.value) } ?? false
    }

    private var inFlow: Bool { levels.last?.isFlow ?? false }
    /// Column that a line must be indented beyond to belong to the level being read.
    private var parentColumn: Int { levels.last?.column ?? -1 }

    private mutating func refuse(_ message: String, remedy: String) {
        isReadable = false
        report(Fault(line: reader.line, message: message, remedy: remedy), at: reader.offset)
    }

    private mutating func report(_ fault: Fault, at offset: Int) {
        guard faults.count < Self.faultLimit else { return unlistedFaultCount += 1 }
        var fault = fault
        fault.column = reader.column(of: offset)
        faults.append(fault)
    }

    /// Moves to the next token; false at the end of the text.
    private mutating func skipToToken() -> Bool {
        while let byte = reader.byte {
            if byte == UInt8(ascii: "\t"), reader.isInIndentation, !inFlow {
                refuse("a tab in the indentation", remedy: "indent with blanks: YAML does not allow tabs there")
                reader.skipBlanks()
            } else if reader.isBlankOrLineEnd(byte) {
                reader.advance()
            } else if byte == UInt8(ascii: "#"), reader.isAfterBlank {
                reader.skipLine()
            } else {
                return true
            }
        }
        return false
    }

    private mutating func scanToken() {
        guard let byte = reader.byte else { return }
        if reader.column == 0, reader.isDocumentMark {
            levels = []
            return reader.advance(by: 3)
        }
        switch byte {
        case UInt8(ascii: "%") where reader.column == 0 && levels.isEmpty: reader.skipLine()
        case UInt8(ascii: "["), UInt8(ascii: "{"): openFlow(isSequence: byte == UInt8(ascii: "["))
        case UInt8(ascii: "]") where inFlow, UInt8(ascii: "}") where inFlow: closeFlow()
        case UInt8(ascii: ",") where inFlow: reader.advance()
        case UInt8(ascii: "-") where !inFlow && reader.isIndicator: openSequence()
        case UInt8(ascii: "?") where reader.isIndicator, UInt8(ascii: ":") where reader.isIndicator || inFlow: openExplicit()
        case UInt8(ascii: "&"), UInt8(ascii: "*"): refuseAnchor(isAlias: byte == UInt8(ascii: "*"))
        case UInt8(ascii: "!"): reader.skipWord(inFlow: inFlow)
        case UInt8(ascii: "|") where !inFlow, UInt8(ascii: ">") where !inFlow: reader.skipBlockScalar(parentColumn: parentColumn)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): scanScalar { $0.skipQuoted() }
        default: scanPlain()
        }
    }

    private mutating func refuseAnchor(isAlias: Bool) {
        let start = reader.offset
        let line = reader.line
        reader.skipWord(inFlow: inFlow)
        isReadable = false
        let remedy =
            isAlias
            ? "write the words out; a text that begins with * stands in quotation marks"
            : "remove it; a text that begins with & stands in quotation marks"
        let fault = Fault(line: line, message: isAlias ? "an alias" : "an anchor", text: reader.text(from: start), remedy: remedy)
        report(fault, at: start)
    }

    private mutating func openFlow(isSequence: Bool) {
        levels.append(Level(column: parentColumn, isSequence: isSequence, isFlow: true))
        reader.advance()
    }

    private mutating func closeFlow() {
        levels.removeLast()
        reader.advance()
    }

    private mutating func openSequence() {
        closeLevels(rightOf: reader.column)
        if levels.last?.column != reader.column || levels.last?.isSequence == false {
            levels.append(Level(column: reader.column, isSequence: true))
        }
        if let run = PlainListRun(reader) {
            runs.append(run)
            reader.skipLines(to: run.hidden.upperBound, line: run.lastLine)
        } else {
            reader.advance()
        }
    }

    /// `?` and a `:` without a key before it open a mapping too; what stands behind them is read as any value.
    private mutating func openExplicit() {
        if !inFlow, reader.isFirstOnLine || reader.byte == UInt8(ascii: "?") { enterMapping(at: reader.column) }
        reader.advance()
    }

    private mutating func closeLevels(rightOf column: Int) {
        while let last = levels.last, !last.isFlow, last.column > column { levels.removeLast() }
    }

    private mutating func enterMapping(at column: Int) {
        closeLevels(rightOf: column)
        if let last = levels.last, last.isSequence, last.column == column { levels.removeLast() }
        if levels.last?.column != column { levels.append(Level(column: column, isSequence: false)) }
    }

    private mutating func scanPlain() {
        let inFlow = inFlow
        scanScalar { $0.skipPlainLine(inFlow: inFlow) }
    }

    /// Reads a scalar and sees whether it is a key; a plain one that is none goes on over the lines indented beneath it.
    private mutating func scanScalar(_ skip: (inout ByteLineReader) -> Void) {
        let (start, line, column) = (reader.offset, reader.line, reader.column)
        let isQuoted = reader.byte == UInt8(ascii: "\"") || reader.byte == UInt8(ascii: "'")
        skip(&reader)
        let end = reader.offset
        if reader.isAtKeyColon(inFlow: inFlow, afterQuotation: isQuoted), reader.line == line {
            let name = isQuoted ? String(reader.text(from: start, to: end).dropFirst().dropLast()) : reader.text(from: start, to: end)
            enterKey(name, at: isQuoted ? start + 1 : start, line: line, column: column)
            reader.skipKeyColon()
        } else if !isQuoted {
            reader.skipPlainContinuation(inFlow: inFlow, parentColumn: parentColumn)
        }
    }

    private mutating func enterKey(_ name: String, at offset: Int, line: Int, column: Int) {
        if !inFlow { enterMapping(at: column) }
        guard let level = levels.indices.last, !levels[level].isSequence, !name.isEmpty else { return }
        if let first = levels[level].keyLines[name] {
            repeatedKeyOffsets.append(offset)
            report(Fault(line: line, message: "a repeated key", text: name, remedy: "keep one of them", firstLine: first), at: offset)
        } else {
            levels[level].keyLines[name] = line
        }
    }
}

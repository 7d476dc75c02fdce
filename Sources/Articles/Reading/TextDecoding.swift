package import Diagnostics

/// Turns the bytes of a file into valid UTF-8, whatever they are, and tells what had to be set right.
package enum TextDecoding {
    /// A file's text, or why there is none.
    package struct Decoded: Sendable {
        /// Valid UTF-8 without byte order mark and U+0000; line ends as they were. Nil where the file is no text.
        package let text: [UInt8]?
        package let diagnostics: [Diagnostic]
    }

    /// The text of `bytes`.
    ///
    /// A byte order mark wins, then the shape of UTF-16, then the declared encoding, then UTF-8. Invalid bytes become U+FFFD, counted in a warning
    /// that names the place of the first.
    ///
    /// - Complexity: O(`bytes`).
    package static func decode(_ bytes: [UInt8], declared: String? = nil, file: String) -> Decoded {
        let (text, diagnostics) = open(.held(bytes), declared: declared, file: file)
        return Decoded(text: text?.repaired, diagnostics: diagnostics)
    }

    /// As `decode`, but UTF-8 stays where it is and is repaired where it is used; text of another encoding is held whole.
    static func open(_ input: InputBytes, declared: String? = nil, file: String) -> (text: InputText?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let head = input.withSpan { bytes in (0..<min(bytes.count, BinaryCheck.headLength)).map { bytes[$0] } }
        let (start, marked) = byteOrderMark(of: head)
        if marked == nil, let kind = BinaryCheck.kind(of: head) { return (nil, [binary(kind, file: file)]) }
        let encoding =
            marked ?? unmarkedUTF16(head, count: input.count) ?? declaredEncoding(declared, file: file, diagnostics: &diagnostics)
        let isSound = encoding == .utf8 && input.isSound(from: start)
        if isSound { return (InputText(input, start: start, needsRepair: false), diagnostics) }
        let content = input.count - start
        var (text, replacedCount) = (InputText(input, start: start, needsRepair: true), 0)
        if encoding != .utf8 {
            let transcoded = encoding.utf8(input.array[start...])
            (text, replacedCount) = (InputText(.held(transcoded.text), start: 0, needsRepair: true), transcoded.replacedCount)
        }
        let faults = text.withSpan { UTF8Faults(of: $0) }
        if encoding == .utf8 { replacedCount = faults.replacedSequenceCount }
        if replacedCount * mostInvalidParts > content, content >= fewestBytesToJudge {
            return (nil, diagnostics + [notThisEncoding(replacedCount, of: content, file: file)])
        }
        if replacedCount > 0 {
            let first = encoding == .utf8 ? faults.firstReplaced : nil
            diagnostics.append(invalid(replacedCount, first: first, in: text, file: file))
        }
        if faults.nullCount > 0 { diagnostics.append(nulls(faults, in: text, file: file)) }
        return (text, diagnostics)
    }

    /// As above, but text that declares no encoding and is not UTF-8 is read as Windows-1252, and what was found out is told.
    ///
    /// For files that other programs wrote, most of which had no other encoding; the articles of a corpus say theirs.
    package static func decodeGuessing(_ bytes: [UInt8], declared: String?, file: String) -> Decoded {
        let (start, marked) = byteOrderMark(of: bytes)
        if let encoding = marked ?? unmarkedUTF16(bytes, count: bytes.count), encoding != .utf8 {
            let decoded = decode(bytes, file: file)
            return Decoded(
                text: decoded.text, diagnostics: [Diagnostic(.note, file: file, message: "read as UTF-16")] + decoded.diagnostics)
        }
        let content = bytes.span.extracting(start...)
        guard marked == nil, declared == nil, !ByteScan.isSound(content), let first = UTF8Faults(of: content).firstReplaced,
            BinaryCheck.kind(of: bytes) == nil
        else {
            return decode(bytes, declared: declared, file: file)
        }
        let place = TextPlace(of: first, in: content)
        let guess = Diagnostic(
            .warning, file: file, line: place.line, column: place.column, message: "the file is not UTF-8 and was read as Windows-1252",
            remedy: "name its encoding with --encoding (for --lexicon, with --lexicon-encoding), or save it as UTF-8")
        let decoded = decode(bytes, declared: "windows-1252", file: file)
        return Decoded(text: decoded.text, diagnostics: [guess] + decoded.diagnostics)
    }

    // Western text in a single-byte encoding has at most one such byte in fifteen; more is another script's encoding or no text at all.
    private static let mostInvalidParts = 8
    // A short text with one stray byte is still a text.
    private static let fewestBytesToJudge = 64

    private static func byteOrderMark(of bytes: [UInt8]) -> (length: Int, encoding: TextEncoding?) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (3, .utf8) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (2, .utf16(isLittleEndian: true)) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (2, .utf16(isLittleEndian: false)) }
        return (0, nil)
    }

    /// UTF-16 without a mark shows in text of any language that has blanks and stops: every second byte of them is zero, on one side only.
    private static func unmarkedUTF16(_ bytes: [UInt8], count: Int) -> TextEncoding? {
        let head = bytes.prefix(4096)
        guard head.count >= 8, count.isMultiple(of: 2) else { return nil }
        let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
        let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
        let half = head.count / 2
        if odd * 10 >= half * 4, even * 20 <= half { return .utf16(isLittleEndian: true) }
        return even * 10 >= half * 4 && odd * 20 <= half ? .utf16(isLittleEndian: false) : nil
    }

    private static func declaredEncoding(_ name: String?, file: String, diagnostics: inout [Diagnostic]) -> TextEncoding {
        guard let name else { return .utf8 }
        if let encoding = TextEncoding(name: name) { return encoding }
        diagnostics.append(
            Diagnostic(
                .warning, file: file, message: "unknown encoding, read as UTF-8", text: name, remedy: "name one of \(TextEncoding.examples)"
            )
        )
        return .utf8
    }

    private static func binary(_ kind: String, file: String) -> Diagnostic {
        Diagnostic(.error, file: file, message: "no text but \(kind)", remedy: "save it as plain text in UTF-8")
    }

    private static func notThisEncoding(_ count: Int, of bytes: Int, file: String) -> Diagnostic {
        Diagnostic(
            .error, file: file, message: "no text in this encoding: \(count) invalid sequences in \(bytes) bytes",
            remedy: "name its encoding with --encoding or \u{201C}encoding:\u{201D}, or save it as plain text in UTF-8"
        )
    }

    private static func invalid(_ count: Int, first: Int?, in text: InputText, file: String) -> Diagnostic {
        let place = first.map { first in text.withSpan { TextPlace(of: first, in: $0) } }
        let counted = count == 1 ? "1 invalid sequence of bytes was" : "\(count) invalid sequences of bytes were"
        return Diagnostic(
            .warning, file: file, line: place?.line, column: place?.column,
            message: "\(counted) replaced by U+FFFD" + (first.map { ", the first at byte \($0)" } ?? ""),
            remedy: "save the file as UTF-8, or name its encoding with --encoding or “encoding:”"
        )
    }

    private static func nulls(_ faults: UTF8Faults, in text: InputText, file: String) -> Diagnostic {
        let place = faults.firstNull.map { first in text.withSpan { TextPlace(of: first, in: $0) } }
        let counted = faults.nullCount == 1 ? "1 null character (U+0000) was" : "\(faults.nullCount) null characters (U+0000) were"
        return Diagnostic(
            .warning, file: file, line: place?.line, column: place?.column, message: "\(counted) replaced by U+FFFD",
            remedy: "remove them from the file"
        )
    }
}

/// Line and column of a byte, both 1-based, the column in characters; LF, CR LF and CR end lines.
struct TextPlace {
    let line: Int
    let column: Int

    init(of offset: Int, in bytes: Span<UInt8>) {
        var line = 1
        var lineStart = 0
        for index in 0..<offset {
            let endsLine = bytes[index] == 0x0A || (bytes[index] == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A))
            if endsLine {
                line += 1
                lineStart = index + 1
            }
        }
        self.line = line
        column = (lineStart..<offset).count { bytes[$0] & 0xC0 != 0x80 } + 1
    }
}

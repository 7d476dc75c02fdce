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
        var diagnostics: [Diagnostic] = []
        let (content, marked) = withoutByteOrderMark(bytes)
        if marked == nil, let kind = BinaryCheck.kind(of: bytes) { return Decoded(text: nil, diagnostics: [binary(kind, file: file)]) }
        let encoding = marked ?? unmarkedUTF16(bytes) ?? declaredEncoding(declared, file: file, diagnostics: &diagnostics)
        var replaced = (count: 0, first: Int?.none)
        var utf8 = content
        if encoding != .utf8 {
            let transcoded = encoding.utf8(content)
            utf8 = transcoded.text[...]
            replaced.count = transcoded.replacedCount
        }
        if encoding == .utf8, UTF8Repair.isSound(utf8) { return Decoded(text: Array(utf8), diagnostics: diagnostics) }
        let repair = UTF8Repair(utf8)
        if encoding == .utf8 { replaced = (repair.replacedSequenceCount, repair.firstReplaced) }
        if replaced.count * mostInvalidParts > content.count, content.count >= fewestBytesToJudge {
            return Decoded(text: nil, diagnostics: diagnostics + [notThisEncoding(replaced.count, of: content.count, file: file)])
        }
        if replaced.count > 0 { diagnostics.append(invalid(replaced.count, first: replaced.first, in: utf8, file: file)) }
        if repair.nullCount > 0 { diagnostics.append(nulls(repair, in: utf8, file: file)) }
        return Decoded(text: repair.text, diagnostics: diagnostics)
    }

    /// As above, but text that declares no encoding and is not UTF-8 is read as Windows-1252, and what was found out is told.
    ///
    /// For files that other programs wrote, most of which had no other encoding; the articles of a corpus say theirs.
    package static func decodeGuessing(_ bytes: [UInt8], declared: String?, file: String) -> Decoded {
        let (content, marked) = withoutByteOrderMark(bytes)
        if let encoding = marked ?? unmarkedUTF16(bytes), encoding != .utf8 {
            let decoded = decode(bytes, file: file)
            return Decoded(
                text: decoded.text, diagnostics: [Diagnostic(.note, file: file, message: "read as UTF-16")] + decoded.diagnostics)
        }
        let repair = UTF8Repair(content)
        guard marked == nil, declared == nil, let first = repair.firstReplaced, BinaryCheck.kind(of: bytes) == nil else {
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

    private static func withoutByteOrderMark(_ bytes: [UInt8]) -> (content: ArraySlice<UInt8>, encoding: TextEncoding?) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (bytes[3...], .utf8) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (bytes[2...], .utf16(isLittleEndian: true)) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (bytes[2...], .utf16(isLittleEndian: false)) }
        return (bytes[...], nil)
    }

    /// UTF-16 without a mark shows in text of any language that has blanks and stops: every second byte of them is zero, on one side only.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(4096)
        guard head.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
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

    private static func invalid(_ count: Int, first: Int?, in bytes: ArraySlice<UInt8>, file: String) -> Diagnostic {
        let place = first.map { TextPlace(of: $0, in: bytes) }
        let counted = count == 1 ? "1 invalid sequence of bytes was" : "\(count) invalid sequences of bytes were"
        return Diagnostic(
            .warning, file: file, line: place?.line, column: place?.column,
            message: "\(counted) replaced by U+FFFD" + (first.map { ", the first at byte \($0)" } ?? ""),
            remedy: "save the file as UTF-8, or name its encoding with --encoding or “encoding:”"
        )
    }

    private static func nulls(_ repair: UTF8Repair, in bytes: ArraySlice<UInt8>, file: String) -> Diagnostic {
        let place = repair.firstNull.map { TextPlace(of: $0, in: bytes) }
        let counted = repair.nullCount == 1 ? "1 null character (U+0000) was" : "\(repair.nullCount) null characters (U+0000) were"
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

    init(of offset: Int, in bytes: ArraySlice<UInt8>) {
        var line = 1
        var lineStart = bytes.startIndex
        let place = bytes.startIndex + offset
        for index in bytes.startIndex..<place {
            let endsLine = bytes[index] == 0x0A || (bytes[index] == 0x0D && (index + 1 >= bytes.endIndex || bytes[index + 1] != 0x0A))
            if endsLine {
                line += 1
                lineStart = index + 1
            }
        }
        self.line = line
        column = bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 } + 1
    }
}

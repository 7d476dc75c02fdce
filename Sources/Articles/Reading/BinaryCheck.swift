/// Tells files that hold no text.
enum BinaryCheck {
    /// Bytes that it looks at.
    static let headLength = 8192

    /// What a file is by its first bytes, for a message ("a PDF file"); nil where it may be text.
    static func kind(of bytes: [UInt8]) -> String? {
        if let known = magics.first(where: { bytes.starts(with: $0.bytes) }) { return known.kind }
        let head = bytes.prefix(headLength)
        let controls = head.count { isControl($0) }
        guard controls * 50 > head.count, !hasUTF16Shape(head) else { return nil }
        // In UTF-8 up to a tenth is let through: text with stray control characters is still text. An older encoding and control characters
        // together are none: of random bytes a tenth are such.
        return controls * 10 > head.count || !isUTF8(head) ? "binary data" : nil
    }

    /// But for a character that the end of `head` may cut.
    private static func isUTF8(_ head: ArraySlice<UInt8>) -> Bool {
        (0..<4).contains { head.count > $0 && String(validating: head.dropLast($0), as: UTF8.self) != nil }
    }

    private static let magics: [(bytes: [UInt8], kind: String)] = [
        (Array("%PDF-".utf8), "a PDF file"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP or Office file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        (Array("GIF8".utf8), "a GIF picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ([0x1F, 0x8B], "a gzip file"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"), (Array("BZh".utf8), "a bzip2 file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip file"),
        (Array("SQLite format 3".utf8), "a database"), (Array("{\\rtf".utf8), "an RTF file"),
    ]

    /// Control characters but for tab, line ends, form feed and escape.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(9...13).contains(byte) && byte != 0x1B
    }

    /// Zeros on every second place: UTF-16, not binary data.
    private static func hasUTF16Shape(_ head: ArraySlice<UInt8>) -> Bool {
        let zeros = head.indices.filter { head[$0] == 0 }
        guard zeros.count * 3 > head.count, zeros.count * 5 < head.count * 3 else { return false }
        let odd = zeros.count { !$0.isMultiple(of: 2) }
        return odd * 20 <= zeros.count || odd * 20 >= zeros.count * 19
    }
}

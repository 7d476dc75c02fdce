import Diagnostics

/// Looks for declarations that a document of data has no use for, before it is parsed.
enum XMLDeclarations {
    /// Why the document is refused: it declares entities, or a document type with declarations of its own.
    ///
    /// - Complexity: O(bytes).
    static func refusal(of text: [UInt8], file: String) -> Diagnostic? {
        var line = 1
        for (offset, byte) in text.enumerated() {
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && (offset + 1 == text.count || text[offset + 1] != 0x0A)) {
                line += 1
            }
            guard byte == UInt8(ascii: "<"), offset + 1 < text.count, text[offset + 1] == UInt8(ascii: "!") else { continue }
            if begins(with: "<!ENTITY", text, at: offset) || hasOwnDeclarations(text, at: offset) {
                return Diagnostic(
                    .error, file: file, line: line, column: column(of: offset, in: text),
                    message: "the document declares entities or types of its own, and none are read",
                    text: excerpt(of: text, at: offset),
                    remedy: "remove the declaration; a dictionary needs none")
            }
        }
        return nil
    }

    private static func hasOwnDeclarations(_ text: [UInt8], at offset: Int) -> Bool {
        guard begins(with: "<!DOCTYPE", text, at: offset) else { return false }
        let end = text[offset...].firstIndex(of: UInt8(ascii: ">")) ?? text.endIndex
        return text[offset..<end].contains(UInt8(ascii: "["))
    }

    private static func begins(with name: StaticString, _ text: [UInt8], at offset: Int) -> Bool {
        let letters = Array(name.description.utf8)
        guard offset + letters.count <= text.count else { return false }
        return zip(letters, text[offset...]).allSatisfy { $0 == $1 || ($1 >= 0x61 && $1 <= 0x7A && $0 == $1 - 0x20) }
    }

    private static func column(of offset: Int, in text: [UInt8]) -> Int {
        let start = text[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
        return text[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
    }

    private static func excerpt(of text: [UInt8], at offset: Int) -> String {
        String(decoding: text[offset...].prefix { $0 != 0x0A && $0 != 0x0D }.prefix(60), as: UTF8.self)
    }
}

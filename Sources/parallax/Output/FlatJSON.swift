/// A line of JSON of strings and whole numbers, written as `JSONLine` writes it but without an encoder: there are millions of hits.
///
/// Keys must come in alphabetical order.
struct FlatJSON {
    private var bytes = Array("{".utf8)

    mutating func add(_ key: String, _ value: String?) {
        guard let value else { return }
        addKey(key)
        bytes.append(UInt8(ascii: "\""))
        addEscaped(value)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func add(_ key: String, _ value: Int) {
        addKey(key)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// The line without its end.
    var closed: String { String(decoding: bytes + "}".utf8, as: UTF8.self) }

    private mutating func addKey(_ key: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: key.utf8)
        bytes.append(contentsOf: "\":".utf8)
    }

    /// RFC 8259, section 7: quotation mark, backslash and control characters.
    private mutating func addEscaped(_ value: String) {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return bytes.append(contentsOf: value.utf8) }
        for byte in value.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0x08: bytes.append(contentsOf: "\\b".utf8)
            case 0x0C: bytes.append(contentsOf: "\\f".utf8)
            case 0..<0x20: bytes.append(contentsOf: ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8)
            default: bytes.append(byte)
            }
        }
    }
}

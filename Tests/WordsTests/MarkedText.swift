import Words

/// A text in which `|` marks positions, so that tests show where things stand instead of counting bytes.
struct MarkedText {
    let bytes: [UInt8]
    let marks: [Int]

    init(_ marked: String) {
        var bytes: [UInt8] = []
        var marks: [Int] = []
        for byte in marked.utf8 {
            if byte == UInt8(ascii: "|") { marks.append(bytes.count) } else { bytes.append(byte) }
        }
        self.bytes = bytes
        self.marks = marks
    }

    var span: ByteSpan { ByteSpan(0, bytes.count) }
}

/// The texts of `spans`.
func strings(_ spans: [ByteSpan], in bytes: [UInt8]) -> [String] {
    spans.map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

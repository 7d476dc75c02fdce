import Articles
import Words

/// A text of an article as its bytes, a view without a reference count.
///
/// Valid while the article is being read. An index outside ends the program.
struct TextBytes {
    let base: UnsafePointer<UInt8>?
    let count: Int

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        base = bytes.baseAddress
        count = base == nil ? 0 : bytes.count
    }

    @inline(__always)
    subscript(index: Int) -> UInt8 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a byte's offset lies inside its text")
        return base.unsafelyUnwrapped[index]
    }

    @inline(__always)
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of bytes lies inside its text")
        return UnsafeBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count)
    }

    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    /// Up to eight bytes from `offset` on as one number, the first lowest, zeros behind the last.
    @inline(__always)
    func word(at offset: Int, count wanted: Int) -> UInt64 {
        let wanted = min(wanted, 8)
        guard offset >= 0, offset &+ 8 <= count, wanted > 0, let base else {
            return (offset..<offset + wanted).reversed().reduce(0) { $0 << 8 | UInt64(self[$1]) }
        }
        let bytes = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self).littleEndian
        return bytes & (UInt64.max >> UInt64(64 - 8 * wanted))
    }
}

/// The two texts of an article while it is being read.
struct ArticleTexts {
    let title: TextBytes
    let text: TextBytes

    @inline(__always)
    subscript(field: TextField) -> TextBytes {
        switch field {
        case .title: title
        case .text: text
        }
    }
}

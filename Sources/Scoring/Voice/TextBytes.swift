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

    var all: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    @inline(__always)
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of bytes lies inside its text")
        return UnsafeBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count)
    }

    /// One to eight bytes behind which the text goes on, as one number, the first lowest; nil for others.
    @inline(__always)
    func shortWord(at range: Range<Int>) -> UInt64? {
        let wanted = range.upperBound &- range.lowerBound
        guard UInt(bitPattern: wanted &- 1) < 8, range.lowerBound >= 0, range.lowerBound &+ 8 <= count, let base else { return nil }
        let bytes = UnsafeRawPointer(base + range.lowerBound).loadUnaligned(as: UInt64.self).littleEndian
        return bytes & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* wanted))
    }

    /// Whether two stretches have the same bytes.
    func spell(_ range: Range<Int>, as other: TextBytes, _ otherRange: Range<Int>) -> Bool {
        guard range.count == otherRange.count else { return false }
        if let base, let otherBase = other.base, range.lowerBound >= 0, otherRange.lowerBound >= 0, range.upperBound + 8 <= count,
            otherRange.upperBound + 8 <= other.count
        {
            return Self.spell(base + range.lowerBound, as: otherBase + otherRange.lowerBound, count: range.count)
        }
        for place in stride(from: 0, to: range.count, by: 8)
        where word(at: range.lowerBound + place, count: range.count - place)
            != other.word(at: otherRange.lowerBound + place, count: range.count - place)
        {
            return false
        }
        return true
    }

    /// Compares eight bytes at a time; as many can be read behind both.
    private static func spell(_ left: UnsafePointer<UInt8>, as right: UnsafePointer<UInt8>, count: Int) -> Bool {
        let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        var place = 0
        while place &+ 8 <= count {
            if left.loadUnaligned(fromByteOffset: place, as: UInt64.self) != right.loadUnaligned(fromByteOffset: place, as: UInt64.self) {
                return false
            }
            place &+= 8
        }
        guard place < count else { return true }
        let differing =
            left.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ right.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        return differing.littleEndian << UInt64(truncatingIfNeeded: 64 &- 8 &* (count &- place)) == 0
    }

    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    /// Whether a byte of ASCII stands in a range; eight bytes are looked at together.
    @inline(__always)
    func holds(_ byte: UInt8, in range: Range<Int>) -> Bool {
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var place = range.lowerBound
        if let base, place >= 0, range.upperBound &+ 8 <= count {
            let text = UnsafeRawPointer(base)
            while place &+ 8 <= range.upperBound {
                let differing = text.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ ones &* UInt64(byte)
                if (differing &- ones) & ~differing & tops != 0 { return true }
                place += 8
            }
        }
        while place < range.upperBound {
            // A byte that is the one looked for becomes 0, which alone has no bit lost by taking 1 from all.
            let differing = word(at: place, count: range.upperBound - place) ^ ones &* UInt64(byte)
            if (differing &- ones) & ~differing & tops != 0 { return true }
            place += 8
        }
        return false
    }

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

    init(title: TextBytes, text: TextBytes) {
        self.title = title
        self.text = text
    }

    /// Of no article.
    init() {
        let none = TextBytes(UnsafeBufferPointer(start: nil, count: 0))
        self.init(title: none, text: none)
    }

    @inline(__always)
    subscript(field: TextField) -> TextBytes {
        switch field {
        case .title: title
        case .text: text
        }
    }
}

package import Words

/// Cuts the sentence around a hit to a readable length, at blanks where there are any.
package struct ContextCutter: Sendable {
    /// Bytes kept on each side of the hit, about 75 characters of English.
    package static let bytesEachSide = 75

    private let bytes: [UInt8]
    private let bytesEachSide: Int

    package init(bytes: [UInt8], bytesEachSide: Int = Self.bytesEachSide) {
        self.bytes = bytes
        self.bytesEachSide = bytesEachSide
    }

    /// The words of `sentence` before and after `span`, line ends and runs of blanks made single blanks.
    package func context(of span: ByteSpan, within sentence: ByteSpan) -> HitContext {
        let left = leftEnd(from: span.start, floor: sentence.start)
        let right = rightEnd(from: span.end, ceiling: sentence.end)
        return HitContext(
            left: singleSpaced(left..<span.start), right: singleSpaced(span.end..<right),
            leftIsCut: left > sentence.start, rightIsCut: right < sentence.end
        )
    }

    private func leftEnd(from start: Int, floor: Int) -> Int {
        guard start - floor > bytesEachSide else { return floor }
        let bound = start - bytesEachSide
        if let blank = (bound..<start).first(where: { bytes[$0] == 0x20 }) { return blank + 1 }
        return (bound..<start).first { bytes[$0] & 0xC0 != 0x80 } ?? start
    }

    private func rightEnd(from end: Int, ceiling: Int) -> Int {
        guard ceiling - end > bytesEachSide else { return ceiling }
        let bound = end + bytesEachSide
        if let blank = (end..<bound).last(where: { bytes[$0] == 0x20 }) { return blank }
        return (end..<bound).last { bytes[$0] & 0xC0 != 0x80 } ?? end
    }

    private func singleSpaced(_ range: Range<Int>) -> String {
        guard !isSingleSpaced(range) else { return String(decoding: bytes[range], as: UTF8.self) }
        var kept: [UInt8] = []
        kept.reserveCapacity(range.count)
        for byte in bytes[range] {
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isBlank, kept.last == 0x20 { continue }
            kept.append(isBlank ? 0x20 : byte)
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Whether single blanks are all there is of them, as nearly always.
    private func isSingleSpaced(_ range: Range<Int>) -> Bool {
        var last: UInt8 = 0
        for place in range {
            let byte = bytes[place]
            if byte &- 9 < 5 || (byte == 0x20 && last == 0x20) { return false }
            last = byte
        }
        return true
    }
}

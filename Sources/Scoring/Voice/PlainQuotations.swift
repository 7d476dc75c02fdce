import CVectors
import Words

/// The quotations of passages in which each mark decides itself by the bytes beside it: nearly all of news text.
///
/// The rules are those of `QuotationMarks`, which reads all others from tokens: a double mark opens where none is open and is closed by the next, or
/// by the passage's end; a single mark that can neither open nor close is an apostrophe; single marks inside double ones are theirs.
struct PlainQuotations {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where marks may begin, from the start of the text, 64 bytes each.
    private let masks: UnsafeBufferPointer<UInt64>

    /// Hands over the places of a text's marks for as long as `body` takes.
    static func with<Result>(_ text: [UInt8], path: InstructionPath = .best, _ body: (PlainQuotations) -> Result) -> Result {
        let count = (text.count + 63) / 64
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(count, 1)) { masks in
            text.withUnsafeBufferPointer { text in
                cv_quotes(path.kernels, text.baseAddress, text.count, masks.baseAddress)
                return body(PlainQuotations(text: text, masks: UnsafeBufferPointer(rebasing: masks[..<count])))
            }
        }
    }

    struct Quotation {
        let span: ByteSpan
        /// Whether the passage ended it.
        var isUnbalanced = false
    }

    /// Gives the passage's quotations to `add`, in order; false where a mark does not decide itself: then those given before count for nothing.
    ///
    /// - Complexity: O(`passage.count`), 64 bytes a step where there are no marks.
    func read(_ passage: ByteSpan, add: (Quotation) -> Void) -> Bool {
        precondition(passage.end <= text.count, "a passage lies inside its text")
        guard let base = text.baseAddress, !passage.isEmpty else { return true }
        // The search looks beyond the passage's end.
        if passage.end < text.count, ByteClass.of(base[passage.end]) == .letter, !endsInBlank(passage) { return false }
        var reader = Reader(base: base, passage: passage)
        var block = passage.start >> 6
        var bits = masks[block] & .max << UInt64(passage.start & 63)
        while true {
            while bits != 0 {
                let place = block << 6 | bits.trailingZeroBitCount
                guard place < passage.end else { return finish(reader, add) }
                bits &= bits - 1
                switch reader.read(at: place) {
                case .nothing: break
                case .unsure: return false
                case .closed(let end): add(Quotation(span: ByteSpan(reader.takeOpen(), end)))
                }
            }
            block += 1
            guard block << 6 < passage.end else { return finish(reader, add) }
            bits = masks[block]
        }
    }

    private func endsInBlank(_ passage: ByteSpan) -> Bool { ByteClass.of(text[passage.end - 1]) == .blank }

    private func finish(_ reader: Reader, _ add: (Quotation) -> Void) -> Bool {
        guard reader.open >= 0 else { return true }
        guard let end = reader.lastEnd else { return false }
        if end > reader.inside { add(Quotation(span: ByteSpan(reader.open, end), isUnbalanced: true)) }
        return true
    }

    private enum Finding { case nothing, unsure, closed(end: Int) }

    /// What stands beside a mark; `unsure` where its bytes do not tell at once.
    private enum Neighbour { case blank, opening, stop, digit, other, unsure }

    private struct Reader {
        let base: UnsafePointer<UInt8>
        let passage: ByteSpan
        /// Where the mark that is open begins; below 0 where none is.
        private(set) var open = -1
        /// Where it ends.
        private(set) var inside = -1
        /// Single marks inside it that may open.
        private var singles = 0
        /// Beneath more of them `QuotationMarks` does not look for a double mark.
        private static let mostSingles = 3

        init(base: UnsafePointer<UInt8>, passage: ByteSpan) {
            self.base = base
            self.passage = passage
        }

        mutating func takeOpen() -> Int {
            defer { open = -1 }
            return open
        }

        @inline(__always)
        mutating func read(at place: Int) -> Finding {
            switch base[place] {
            case 0x22: return readStraight(place)
            case 0x27: return readSingle(place, byteCount: 1)
            case 0xE2: return readGeneral(place)
            case 0xC2: return byte(place + 1) == 0xAB || byte(place + 1) == 0xBB ? .unsure : .nothing
            default: return .unsure
            }
        }

        /// A character from U+2000 on.
        @inline(__always)
        private mutating func readGeneral(_ place: Int) -> Finding {
            guard byte(place + 1) == 0x80 else { return .nothing }
            switch byte(place + 2) {
            case 0x9C: return open(place, byteCount: 3)
            case 0x9D: return open < 0 ? .unsure : close(place, byteCount: 3)
            case 0x99: return readSingle(place, byteCount: 3)
            case 0x98: return byte(place + 3) == 0xE2 && byte(place + 5) == 0x98 ? .unsure : openSingle()
            case 0x9A, 0x9B, 0x9E, 0x9F, 0xB9, 0xBA: return .unsure
            default: return .nothing
            }
        }

        private mutating func openSingle() -> Finding {
            singles += 1
            return open >= 0 && singles <= Self.mostSingles ? .nothing : .unsure
        }

        /// Nothing where it cannot open and none that it could close is open: behind a letter, a digit or a stop.
        private mutating func readSingle(_ place: Int, byteCount: Int) -> Finding {
            let isTwice = (0..<byteCount).allSatisfy { byte(place + byteCount + $0) == base[place + $0] }
            if isTwice { return .unsure }
            if byteCount == 3 { return .nothing }
            switch before(place) {
            case .stop, .digit, .other: return .nothing
            case .blank, .opening, .unsure: return openSingle()
            }
        }

        private mutating func readStraight(_ place: Int) -> Finding {
            let before = before(place)
            switch before {
            case .unsure: return .unsure
            case .stop, .digit, .other:
                if open >= 0 { return close(place, byteCount: 1) }
                return before == .digit ? .nothing : .unsure
            case .blank, .opening:
                switch behind(place + 1) {
                case .unsure: return .unsure
                case .blank where open >= 0: return close(place, byteCount: 1)
                case .stop where open >= 0 && before == .blank && place > passage.start: return close(place, byteCount: 1)
                case .blank, .stop, .opening, .digit, .other: return open(place, byteCount: 1)
                }
            }
        }

        private mutating func open(_ place: Int, byteCount: Int) -> Finding {
            guard open < 0 else { return .unsure }
            open = place
            inside = place + byteCount
            singles = 0
            return .nothing
        }

        /// Marks with nothing between them quote nothing.
        private func close(_ place: Int, byteCount: Int) -> Finding {
            var first = inside
            while first < place, ByteClass.of(base[first]) == .blank { first += 1 }
            return first < place && isVisible(first) ? .closed(end: place + byteCount) : .unsure
        }

        /// Whether a character that is surely no blank begins here.
        private func isVisible(_ place: Int) -> Bool {
            switch base[place] {
            case 0..<0x80, 0xC3..<0xD8: true
            case 0xE2: byte(place + 1) == 0x80 && (0x90...0xA7).contains(byte(place + 2))
            default: false
            }
        }

        /// Where the passage's last character that is no blank ends; nil where that is not sure.
        var lastEnd: Int? {
            var end = passage.end
            while end > inside, ByteClass.of(base[end - 1]) == .blank { end -= 1 }
            guard end > inside, base[end - 1] >= 0x80 else { return end }
            return end - 3 >= inside && base[end - 3] == 0xE2 && isVisible(end - 3) ? end : nil
        }

        /// 0 behind the passage's end.
        private func byte(_ place: Int) -> UInt8 { place < passage.end ? base[place] : 0 }

        @inline(__always)
        private func before(_ place: Int) -> Neighbour {
            guard place > passage.start else { return .blank }
            let byte = base[place - 1]
            if byte >= 0x80 { return isDash(at: place - 3) ? .opening : .unsure }
            if byte == 0x2F { return .opening }
            return neighbour(byte)
        }

        @inline(__always)
        private func behind(_ place: Int) -> Neighbour {
            guard place < passage.end else { return .blank }
            // Another mark there is read in its turn.
            switch base[place] {
            case 0x80...0xBF: return .unsure
            case 0xE2: return isDash(at: place) || isCurlyMark(at: place) ? .other : .unsure
            // Letters of two bytes, without the Arabic comma.
            case 0xC3..<0xD8, 0x22, 0x27, 0x60, 0x2D: return .other
            case 0xC2, 0xD8...: return .unsure
            default: return neighbour(base[place])
            }
        }

        @inline(__always)
        private func neighbour(_ byte: UInt8) -> Neighbour {
            switch byte {
            case 0x20, 0x09...0x0D: .blank
            case 0x28, 0x5B, 0x7B: .opening
            case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: .stop
            case 0x30...0x39: .digit
            case 0x22, 0x27, 0x2D, 0x60: .unsure
            default: .other
            }
        }

        /// U+2012 to U+2015.
        private func isDash(at place: Int) -> Bool {
            place >= passage.start && place + 2 < passage.end && base[place] == 0xE2 && base[place + 1] == 0x80
                && (0x92...0x95).contains(base[place + 2])
        }

        private func isCurlyMark(at place: Int) -> Bool {
            place + 2 < passage.end && base[place + 1] == 0x80 && (0x98...0x9D).contains(base[place + 2])
        }
    }
}

import CVectors
import Words

/// The quotations of passages in which each mark decides itself by the bytes beside it: nearly all of news text.
///
/// The rules are those of `QuotationMarks`, which reads all others from tokens: a double mark opens where none is open and is closed by the next, or
/// by the passage's end; a single mark that can neither open nor close is an apostrophe; single marks inside double ones are theirs, and outside them
/// they quote where both of a pair can be nothing else.
struct PlainQuotations {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where marks may begin, ascending.
    private let places: UnsafeBufferPointer<UInt32>
    private let neighbours: UnsafePointer<MarkNeighbour>
    /// The first place that no passage read so far has passed.
    private var next = 0

    /// Bytes; in a longer text no mark decides itself, since places have 32 bits.
    private static let longestText = 1 << 32

    /// Hands over the places of a text's marks for as long as `body` takes.
    static func with<Result>(_ text: [UInt8], path: InstructionPath = .best, _ body: (inout PlainQuotations) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: text.count / 64 + 1) { masks in
            text.withUnsafeBufferPointer { text in
                cv_quotes(path.kernels, text.baseAddress, text.count, masks.baseAddress)
                let count = cv_count_marks(path.kernels, masks.baseAddress, text.count)
                return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + 2) { places in
                    if text.count < longestText { cv_mark_places(path.kernels, masks.baseAddress, text.count, places.baseAddress) }
                    return MarkNeighbour.ofBytes.withUnsafeBufferPointer { neighbours in
                        guard let neighbours = neighbours.baseAddress else { preconditionFailure("the table has 256 rows") }
                        var quotations = PlainQuotations(
                            text: text, places: UnsafeBufferPointer(rebasing: places[..<count]), neighbours: neighbours)
                        return body(&quotations)
                    }
                }
            }
        }
    }

    private init(text: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<UInt32>, neighbours: UnsafePointer<MarkNeighbour>) {
        self.text = text
        self.places = places
        self.neighbours = neighbours
    }

    struct Quotation {
        let span: ByteSpan
        /// Whether the passage ended it.
        var isUnbalanced = false
    }

    /// Gives the passage's quotations to `add`, in order; false where a mark does not decide itself: then those given before count for nothing.
    ///
    /// - Complexity: O(marks of the passage) where passages are read in order.
    mutating func read(_ passage: ByteSpan, add: (Quotation) -> Void) -> Bool {
        precondition(passage.end <= text.count, "a passage lies inside its text")
        guard text.count < Self.longestText else { return false }
        guard let base = text.baseAddress, !passage.isEmpty else { return true }
        // The search looks beyond the passage's end.
        if passage.end < text.count, ByteClass.of(base[passage.end]) == .letter, !endsInBlank(passage) { return false }
        seek(passage.start)
        guard next < places.count, places[next] < passage.end else { return true }
        var reader = Reader(base: base, neighbours: neighbours, passage: passage)
        while next < places.count, places[next] < passage.end {
            switch reader.read(at: Int(places[next])) {
            case .nothing: break
            case .unsure: return false
            case .closed(let end): add(Quotation(span: ByteSpan(reader.takeOpen(), end)))
            }
            next += 1
        }
        switch reader.end() {
        case .nothing: return true
        case .unsure: return false
        case .closed(let end):
            add(Quotation(span: ByteSpan(reader.takeOpen(), end), isUnbalanced: true))
            return true
        }
    }

    private mutating func seek(_ start: Int) {
        if next > 0, places[next - 1] >= start { next = 0 }
        while next < places.count, places[next] < start { next += 1 }
    }

    private func endsInBlank(_ passage: ByteSpan) -> Bool { ByteClass.of(text[passage.end - 1]) == .blank }

    private enum Finding { case nothing, unsure, closed(end: Int) }

    private struct Reader {
        private let base: UnsafePointer<UInt8>
        private let neighbours: UnsafePointer<MarkNeighbour>
        private let passage: ByteSpan
        private enum Open { case none, double, single }
        private var open = Open.none
        /// Where the mark that is open begins, and where it ends.
        private var start = 0
        private var inside = 0
        /// Single marks inside double ones that may open.
        private var singles = 0
        /// Beneath more of them `QuotationMarks` does not look for a double mark.
        private static let mostSingles = 3

        init(base: UnsafePointer<UInt8>, neighbours: UnsafePointer<MarkNeighbour>, passage: ByteSpan) {
            self.base = base
            self.neighbours = neighbours
            self.passage = passage
        }

        mutating func takeOpen() -> Int {
            open = .none
            return start
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
            case 0x9C: return open(.double, place, byteCount: 3)
            case 0x9D: return open == .double ? close(place, byteCount: 3) : .unsure
            case 0x98, 0x99: return readSingle(place, byteCount: 3)
            case 0x9A, 0x9B, 0x9E, 0x9F, 0xB9, 0xBA: return .unsure
            default: return .nothing
            }
        }

        private mutating func readSingle(_ place: Int, byteCount: Int) -> Finding {
            let isTwice = (0..<byteCount).allSatisfy { byte(place + byteCount + $0) == base[place + $0] }
            if isTwice { return .unsure }
            let before = before(place)
            let isLeft = byteCount == 3 && base[place + 2] == 0x98
            let isRight = byteCount == 3 && !isLeft
            switch open {
            case .double: return isRight || (!isLeft && !before.mayStandBeforeOpening) ? .nothing : countSingle()
            case .single:
                if isLeft { return .unsure }
                return isRight || !before.mayStandBeforeOpening ? closeSingle(place, byteCount, before) : .unsure
            case .none:
                if isRight || !before.mayStandBeforeOpening { return .nothing }
                return before != .unsure && opensSurely(beforeWordAt: place + byteCount)
                    ? open(.single, place, byteCount: byteCount) : .unsure
            }
        }

        private mutating func countSingle() -> Finding {
            singles += 1
            return singles <= Self.mostSingles ? .nothing : .unsure
        }

        /// Whether a word stands there that no apostrophe begins, as in 'em.
        private func opensSurely(beforeWordAt start: Int) -> Bool {
            var end = start
            while end < passage.end, end - start <= Self.longestElided, ByteClass.of(base[end]) == .letter { end += 1 }
            guard end > start else { return false }
            let word = UnsafeBufferPointer(start: base + start, count: end - start)
            return !QuotationMarks.elidedWords.contains { elided in
                elided.utf8CodeUnitCount == word.count && elided.withUTF8Buffer { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }
            }
        }

        /// Letters; of `QuotationMarks.elidedWords`.
        private static let longestElided = 5

        /// It closes behind a letter, a digit or a stop, unless a word goes on; behind an s it may be a possessive.
        private func closeSingle(_ place: Int, _ byteCount: Int, _ before: MarkNeighbour) -> Finding {
            switch before {
            case .letter, .digit, .stop: break
            case .blank, .opening, .other: return .nothing
            case .unsure: return .unsure
            }
            switch behind(place + byteCount) {
            case .letter, .digit: return .nothing
            case .blank where before == .letter && base[place - 1] | 0x20 == 0x73 && place + byteCount < passage.end: return .unsure
            case .blank, .stop: return close(place, byteCount: byteCount)
            case .opening, .other, .unsure: return .unsure
            }
        }

        private mutating func readStraight(_ place: Int) -> Finding {
            if open == .single { return .unsure }
            let before = before(place)
            switch before {
            case .unsure: return open == .double && standsBehindApostrophe(place) ? close(place, byteCount: 1) : .unsure
            case .stop, .digit, .letter, .other:
                if open == .double { return close(place, byteCount: 1) }
                return before == .digit ? .nothing : .unsure
            case .blank, .opening:
                switch behind(place + 1) {
                case .unsure: return .unsure
                case .blank where open == .double: return close(place, byteCount: 1)
                case .stop where open == .double && before == .blank && place > passage.start: return close(place, byteCount: 1)
                case .blank, .stop, .opening, .digit, .letter, .other: return open(.double, place, byteCount: 1)
                }
            }
        }

        /// Whether a single mark stands before that cannot have opened.
        private func standsBehindApostrophe(_ place: Int) -> Bool {
            guard place - 2 >= passage.start else { return false }
            if base[place - 1] == 0x27 { return !before(place - 1).mayStandBeforeOpening }
            return place - 3 >= passage.start && base[place - 3] == 0xE2 && base[place - 2] == 0x80 && base[place - 1] == 0x99
        }

        private mutating func open(_ kind: Open, _ place: Int, byteCount: Int) -> Finding {
            guard open == .none else { return .unsure }
            open = kind
            start = place
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

        /// What the passage's end does to a mark that is open: a single one was an apostrophe, unless the next passage may go on with it.
        func end() -> Finding {
            switch open {
            case .none: return .nothing
            case .single: return (passage.start..<start).contains { ByteClass.of(base[$0]) == .letter } ? .nothing : .unsure
            case .double:
                guard let end = lastEnd else { return .unsure }
                return end > inside ? .closed(end: end) : .nothing
            }
        }

        /// Where the passage's last character that is no blank ends; nil where that is not sure.
        private var lastEnd: Int? {
            var end = passage.end
            while end > inside, ByteClass.of(base[end - 1]) == .blank { end -= 1 }
            guard end > inside, base[end - 1] >= 0x80 else { return end }
            return end - 3 >= inside && base[end - 3] == 0xE2 && isVisible(end - 3) ? end : nil
        }

        /// Whether a character that is surely no blank begins here.
        private func isVisible(_ place: Int) -> Bool {
            switch base[place] {
            case 0..<0x80, 0xC3..<0xD8: true
            case 0xE2: byte(place + 1) == 0x80 && (0x90...0xA7).contains(byte(place + 2))
            default: false
            }
        }

        /// 0 behind the passage's end.
        private func byte(_ place: Int) -> UInt8 { place < passage.end ? base[place] : 0 }

        @inline(__always)
        private func before(_ place: Int) -> MarkNeighbour {
            guard place > passage.start else { return .blank }
            let byte = base[place - 1]
            if byte >= 0x80 { return isDash(at: place - 3) ? .opening : .unsure }
            return byte == 0x2F ? .opening : neighbours[Int(byte)]
        }

        @inline(__always)
        private func behind(_ place: Int) -> MarkNeighbour {
            guard place < passage.end else { return .blank }
            // Another mark there is read in its turn.
            switch base[place] {
            case 0x80...0xBF: return .unsure
            case 0xE2: return isDash(at: place) || isCurlyMark(at: place) ? .other : .unsure
            // Letters of two bytes, without the Arabic comma.
            case 0xC3..<0xD8, 0x22, 0x27, 0x60, 0x2D: return .other
            case 0xC2, 0xD8...: return .unsure
            // A number may begin with a stop.
            case 0x2C, 0x2E: return ByteClass.of(byte(place + 1)) == .digit ? .unsure : .stop
            default: return neighbours[Int(base[place])]
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

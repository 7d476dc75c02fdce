import Words

/// Reads the quotation marks of one passage, each by the bytes beside it.
struct PlainMarkReader {
    enum Finding { case nothing, unsure, closed(end: Int) }

    private let base: UnsafePointer<UInt8>
    private let neighbours: UnsafePointer<MarkNeighbour>
    let passage: ByteSpan
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

    /// Goes on behind marks that were read elsewhere, double ones and apostrophes, of which the one at `start` is open.
    mutating func goOn(withDoubleFrom start: Int?) {
        guard let start else { return open = .none }
        if open != .double || self.start != start { singles = 0 }
        open = .double
        self.start = start
        inside = start + (base[start] == 0x22 ? 1 : 3)
    }

    /// Whether nothing is open that `DoubleMarks` does not know: no single mark, and no double one of which it is not sure that anything stands inside.
    var isPlain: Bool {
        switch open {
        case .none: true
        case .single: false
        case .double: inside < passage.end && MarkEvents.isInk(base[inside])
        }
    }

    /// Where the double mark that is open begins.
    var openDouble: Int? { open == .double ? start : nil }

    /// Reads the first of some places.
    @inline(__always)
    mutating func read(_ places: Slice<UnsafeBufferPointer<UInt32>>) -> Finding {
        let place = Int(places[places.startIndex])
        switch base[place] {
        case 0x22: return readStraight(place)
        case 0x27: return readSingle(place, byteCount: 1, places)
        case 0xE2: return readGeneral(place, places)
        case 0xC2: return byte(place + 1) == 0xAB || byte(place + 1) == 0xBB ? .unsure : .nothing
        default: return .unsure
        }
    }

    /// A character from U+2000 on.
    @inline(__always)
    private mutating func readGeneral(_ place: Int, _ places: Slice<UnsafeBufferPointer<UInt32>>) -> Finding {
        guard byte(place + 1) == 0x80 else { return .nothing }
        switch byte(place + 2) {
        case 0x9C: return open(.double, place, byteCount: 3)
        case 0x9D: return open == .double ? close(place, byteCount: 3) : .unsure
        case 0x98, 0x99: return readSingle(place, byteCount: 3, places)
        case 0x9A, 0x9B, 0x9E, 0x9F, 0xB9, 0xBA: return .unsure
        default: return .nothing
        }
    }

    private mutating func readSingle(_ place: Int, byteCount: Int, _ places: Slice<UnsafeBufferPointer<UInt32>>) -> Finding {
        if isTwice(place, byteCount) { return .unsure }
        let before = before(place)
        let isLeft = byteCount == 3 && base[place + 2] == 0x98
        let isRight = byteCount == 3 && !isLeft
        switch open {
        case .double: return isRight || (!isLeft && !before.mayStandBeforeOpening) ? .nothing : countSingle()
        case .single:
            if isLeft { return .unsure }
            return isRight || !before.mayStandBeforeOpening ? closeSingle(place, byteCount, before, places) : .unsure
        case .none:
            if isRight || !before.mayStandBeforeOpening { return .nothing }
            guard before != .unsure else { return .unsure }
            switch beginning(at: place + byteCount) {
            case .word: return open(.single, place, byteCount: byteCount)
            case .elision: return .nothing
            case .unsure: return .unsure
            }
        }
    }

    private func isTwice(_ place: Int, _ byteCount: Int) -> Bool {
        (0..<byteCount).allSatisfy { byte(place + byteCount + $0) == base[place + $0] }
    }

    private mutating func countSingle() -> Finding {
        singles += 1
        return singles <= Self.mostSingles ? .nothing : .unsure
    }

    private enum Beginning { case word, elision, unsure }

    /// Whether the word there may be quoted, or is one that an apostrophe begins, as in 'em and '90s.
    private func beginning(at start: Int) -> Beginning {
        if ByteClass.of(byte(start)) == .digit {
            let end = start + (byte(start + 2) == 0x73 ? 3 : 2)
            return ByteClass.of(byte(start + 1)) == .digit && byte(end) == 0x20 ? .elision : .unsure
        }
        var end = start
        while end < passage.end, end - start <= ElidedWords.longest, ByteClass.of(base[end]) == .letter { end += 1 }
        guard end > start else { return .unsure }
        let word = UnsafeBufferPointer(start: base + start, count: end - start)
        return !ElidedWords.contains(word) ? .word : byte(end) == 0x20 ? .elision : .unsure
    }

    private func closeSingle(
        _ place: Int, _ byteCount: Int, _ before: MarkNeighbour, _ places: Slice<UnsafeBufferPointer<UInt32>>
    ) -> Finding {
        switch closing(place, byteCount, before) {
        case .no: return .nothing
        case .yes: return close(place, byteCount: byteCount)
        case .possessive:
            guard let closesLater = closesLater(places.dropFirst()) else { return .unsure }
            return closesLater ? .nothing : close(place, byteCount: byteCount)
        case .unsure: return .unsure
        }
    }

    /// Whether a single mark that is no opening one closes.
    private enum Closing { case yes, no, possessive, unsure }

    /// It does behind a letter, a digit or a stop, unless a word goes on; between an s and a word it may stand for a possessive.
    private func closing(_ place: Int, _ byteCount: Int, _ before: MarkNeighbour) -> Closing {
        switch before {
        case .letter, .digit, .stop: break
        case .blank, .opening, .other: return .no
        case .unsure: return .unsure
        }
        let end = place + byteCount
        switch behind(end) {
        case .letter, .digit: return .no
        case .blank where before == .letter && base[place - 1] | 0x20 == 0x73 && end < passage.end:
            return ByteClass.of(byte(end + 1)) == .letter && base[end] == 0x20 ? .possessive : .unsure
        case .blank, .stop: return .yes
        case .opening, .other, .unsure: return .unsure
        }
    }

    /// Whether the next single mark that surely opens or closes closes; nil where one is met that does not tell.
    private func closesLater(_ places: Slice<UnsafeBufferPointer<UInt32>>) -> Bool? {
        for place in places.lazy.map({ Int($0) }) {
            guard place < passage.end else { return false }
            let isCurly = base[place] == 0xE2 && byte(place + 1) == 0x80 && byte(place + 2) & 0xFE == 0x98
            guard isCurly || base[place] == 0x27 else {
                if base[place] == 0x22 || base[place] == 0xE2 && byte(place + 1) == 0x80 && byte(place + 2) & 0xFE == 0x9C { continue }
                return nil
            }
            let byteCount = isCurly ? 3 : 1
            let (isLeft, isRight) = (isCurly && base[place + 2] == 0x98, isCurly && base[place + 2] == 0x99)
            let before = before(place)
            if isTwice(place, byteCount) || before == .unsure { return nil }
            if !isRight, before.mayStandBeforeOpening { return beginning(at: place + byteCount) == .word ? false : nil }
            if isLeft { continue }
            switch closing(place, byteCount, before) {
            case .yes: return true
            case .no, .possessive: continue
            case .unsure: return nil
            }
        }
        return false
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

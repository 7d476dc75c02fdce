import Words

/// The quotations of passages in which all marks are double ones that the byte on each side decides, or apostrophes: most of news text that has any.
///
/// A state machine over the marks: what a mark does by what stands beside it comes from a table, and so does what follows from that.
struct DoubleMarks: ~Copyable {
    /// What a mark does.
    private enum Event {
        case nothing, opens, closes
        /// An inch mark where none is open.
        case closesIfOpen
        /// Closes an open mark, opens where none is.
        case turns
        case unsure
    }

    /// What follows.
    private enum Step {
        static let pass: UInt8 = 0
        static let open: UInt8 = 1
        static let close: UInt8 = 2
        static let leave: UInt8 = 3
    }

    /// Where in `tables` which one begins; of two that stand side by side the second is for an open mark.
    private enum Table {
        /// `MarkNeighbour` of a byte before a straight mark, as a number, and of one behind.
        static let before = 0
        static let behind = 256
        /// Steps by the neighbours of a straight mark: 8 times the one before, and the one behind; twice.
        static let straight = 512
        /// Steps by the last byte of a character from U+2000 to U+203F; twice.
        static let general = 640
        static let count = 1152
    }

    private let tables = FlatBuffer<UInt8>(room: Table.count)

    init() {
        let tables = tables.base
        for byte in 0..<256 {
            let neighbour = MarkNeighbour.ofBytes[byte]
            tables[Table.before + byte] = (byte == 0x2F ? .opening : neighbour).rawValue
            tables[Table.behind + byte] = MarkNeighbour(behind: UInt8(byte), neighbour).rawValue
            let event = Self.event(ofGeneral: UInt8(byte))
            for isOpen in 0...1 { tables[Table.general + isOpen << 8 + byte] = Self.step(event, isOpen: isOpen > 0) }
        }
        for number in 0..<64 {
            let event = Self.event(MarkNeighbour(rawValue: UInt8(number >> 3)), MarkNeighbour(rawValue: UInt8(number & 7)))
            for isOpen in 0...1 { tables[Table.straight + isOpen << 6 + number] = Self.step(event, isOpen: isOpen > 0) }
        }
    }

    private static func event(_ before: MarkNeighbour?, _ behind: MarkNeighbour?) -> Event {
        switch (before, behind) {
        case (nil, _), (_, nil), (.unsure, _): .unsure
        case (.digit, _): .closesIfOpen
        case (.stop, _), (.letter, _), (.other, _): .closes
        case (.blank, .unsure), (.opening, .unsure): .unsure
        case (.blank, .blank), (.opening, .blank), (.blank, .stop): .turns
        case (.blank, _), (.opening, _): .opens
        }
    }

    private static func event(ofGeneral last: UInt8) -> Event {
        switch last {
        case 0x9C: .opens
        case 0x9D: .closes
        case 0x98, 0x9A, 0x9B, 0x9E, 0x9F, 0xB9, 0xBA: .unsure
        default: .nothing
        }
    }

    private static func step(_ event: Event, isOpen: Bool) -> UInt8 {
        switch event {
        case .nothing: Step.pass
        case .opens: isOpen ? Step.leave : Step.open
        case .closes: isOpen ? Step.close : Step.leave
        case .closesIfOpen: isOpen ? Step.close : Step.pass
        case .turns: isOpen ? Step.close : Step.open
        case .unsure: Step.leave
        }
    }

    /// Adds the quotations of a passage, in order, and gives how many marks it has; nil, with nothing added, where it has others.
    ///
    /// - Parameters:
    ///   - base: the passage's text.
    ///   - places: where marks may begin, ascending, from the first in the passage on, at least one behind it.
    @inline(__always)
    func read(
        _ passage: ByteSpan, of base: UnsafePointer<UInt8>, at places: UnsafePointer<UInt32>, into stretches: inout FlatList<VoiceStretch>
    ) -> Int? {
        let before = stretches.count
        var next = places
        // 1 where a mark is open.
        var open = 0
        var (start, inside) = (0, 0)
        while Int(next.pointee) < passage.end {
            let place = Int(next.pointee)
            next += 1
            let byteCount = base[place] == 0xE2 ? 3 : 1
            switch step(at: place, in: passage, of: base, open: open) {
            case Step.pass: continue
            case Step.open: (start, inside, open) = (place, place &+ byteCount, 1)
            case Step.close where inside < place && Self.isInk(base[inside]):
                stretches.append(VoiceStretch(markFrom: start, to: place &+ byteCount, isUnbalanced: false))
                open = 0
            default: return leave(&stretches, before)
            }
        }
        if open > 0 {
            guard inside < passage.end, Self.isInk(base[passage.end &- 1]) else { return leave(&stretches, before) }
            stretches.append(VoiceStretch(markFrom: start, to: passage.end, isUnbalanced: true))
        }
        return next - places
    }

    @inline(never)
    private func leave(_ stretches: inout FlatList<VoiceStretch>, _ count: Int) -> Int? {
        stretches.keepFirst(count)
        return nil
    }

    /// Whether a character of ASCII that is no blank.
    @inline(__always)
    private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

    @inline(__always)
    private func step(at place: Int, in passage: ByteSpan, of base: UnsafePointer<UInt8>, open: Int) -> UInt8 {
        let byte = base[place]
        if byte == 0x22 {
            let behind = place &+ 1 < passage.end ? tables.base[Table.behind &+ Int(base[place &+ 1])] : MarkNeighbour.blank.rawValue
            let both = Int(before(place, in: passage, of: base)) << 3 | Int(behind)
            return tables.base[Table.straight &+ open << 6 &+ both]
        }
        if byte == 0xE2 {
            guard place &+ 2 < passage.end, base[place &+ 1] == 0x80 else { return Step.pass }
            let last = base[place &+ 2]
            if last == 0x99, isTwice(place, in: passage, of: base) { return Step.leave }
            return tables.base[Table.general &+ open << 8 &+ Int(last)]
        }
        if byte == 0xC2 { return place &+ 1 < passage.end && base[place &+ 1] & 0xEF == 0xAB ? Step.leave : Step.pass }
        return byte == 0x27 && isApostrophe(place, in: passage, of: base) ? Step.pass : Step.leave
    }

    /// Whether a straight single mark cannot open, by what stands before it.
    @inline(__always)
    private func isApostrophe(_ place: Int, in passage: ByteSpan, of base: UnsafePointer<UInt8>) -> Bool {
        let before = before(place, in: passage, of: base)
        guard before >= MarkNeighbour.stop.rawValue, before < MarkNeighbour.unsure.rawValue else { return false }
        return place &+ 1 == passage.end || base[place &+ 1] != 0x27
    }

    @inline(__always)
    private func before(_ place: Int, in passage: ByteSpan, of base: UnsafePointer<UInt8>) -> UInt8 {
        place > passage.start ? tables.base[Table.before &+ Int(base[place &- 1])] : MarkNeighbour.blank.rawValue
    }

    @inline(__always)
    private func isTwice(_ place: Int, in passage: ByteSpan, of base: UnsafePointer<UInt8>) -> Bool {
        place &+ 5 < passage.end && base[place &+ 3] == 0xE2 && base[place &+ 4] == 0x80 && base[place &+ 5] == 0x99
    }
}

extension MarkNeighbour {
    /// What a byte behind a straight mark is to it; another mark there is read in its turn.
    fileprivate init(behind byte: UInt8, _ neighbour: MarkNeighbour) {
        switch byte {
        // Letters of two bytes, without the Arabic comma.
        case 0xC3..<0xD8, 0x22, 0x27, 0x60, 0x2D: self = .other
        default: self = neighbour
        }
    }
}

import Words

/// The quotations of passages in which all marks are double ones that the byte on each side decides, or apostrophes: most of news text that has any.
///
/// A state machine over the marks: what a mark does by what stands beside it comes from a table, and so does what follows from that.
struct DoubleMarks: ~Copyable {
    /// What a mark does. Not private, since tables of it are read in another file by what is inlined there.
    enum Event: UInt8 {
        case nothing, opens, closes
        /// An inch mark where none is open.
        case closesIfOpen
        /// Closes an open mark, opens where none is.
        case turns
        case unsure
    }

    enum Step: UInt8 { case pass, open, close, leave }

    /// By the bytes before and behind a straight mark, `MarkNeighbour` as a number.
    private let neighbours = FlatBuffer<UInt8>(room: 256)
    private let neighboursBehind = FlatBuffer<UInt8>(room: 256)
    /// By the neighbours: 8 times the one before, and the one behind.
    private let straight = FlatBuffer<Event>(room: 64)
    /// By the last byte of a character from U+2000 to U+203F.
    private let general = FlatBuffer<Event>(room: 256)
    /// By the event, and 8 more where a mark is open.
    private let steps = FlatBuffer<Step>(room: 16)

    init() {
        for byte in UInt8.min...UInt8.max {
            let neighbour = MarkNeighbour.ofBytes[Int(byte)]
            neighbours.base[Int(byte)] = (byte == 0x2F ? .opening : neighbour).rawValue
            neighboursBehind.base[Int(byte)] = MarkNeighbour(behind: byte, neighbour).rawValue
            general.base[Int(byte)] = Self.event(ofGeneral: byte)
        }
        for number in 0..<UInt8(64) {
            straight.base[Int(number)] = Self.event(MarkNeighbour(rawValue: number >> 3), MarkNeighbour(rawValue: number & 7))
        }
        for number in 0..<UInt8(16) { steps.base[Int(number)] = Self.step(Event(rawValue: number & 7) ?? .unsure, isOpen: number > 7) }
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

    private static func step(_ event: Event, isOpen: Bool) -> Step {
        switch event {
        case .nothing: .pass
        case .opens: isOpen ? .leave : .open
        case .closes: isOpen ? .close : .leave
        case .closesIfOpen: isOpen ? .close : .pass
        case .turns: isOpen ? .close : .open
        case .unsure: .leave
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
        var number = 0
        var isOpen = false
        var (start, inside) = (0, 0)
        while Int(places[number]) < passage.end {
            let place = Int(places[number])
            number &+= 1
            let (event, byteCount) = event(at: place, in: passage, of: base)
            switch steps.base[Int(event.rawValue) &+ (isOpen ? 8 : 0)] {
            case .pass: continue
            case .open: (start, inside, isOpen) = (place, place &+ byteCount, true)
            case .close:
                guard inside < place, Self.isInk(base[inside]) else { return leave(&stretches, before) }
                stretches.append(VoiceStretch(mark: ByteSpan(start, place &+ byteCount), isUnbalanced: false))
                isOpen = false
            case .leave: return leave(&stretches, before)
            }
        }
        guard isOpen else { return number }
        guard inside < passage.end, Self.isInk(base[passage.end &- 1]) else { return leave(&stretches, before) }
        stretches.append(VoiceStretch(mark: ByteSpan(start, passage.end), isUnbalanced: true))
        return number
    }

    private func leave(_ stretches: inout FlatList<VoiceStretch>, _ count: Int) -> Int? {
        stretches.keepFirst(count)
        return nil
    }

    /// Whether a character of ASCII that is no blank.
    @inline(__always)
    private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

    @inline(__always)
    private func event(at place: Int, in passage: ByteSpan, of base: UnsafePointer<UInt8>) -> (Event, byteCount: Int) {
        switch base[place] {
        case 0x22:
            let behind = place &+ 1 < passage.end ? neighboursBehind.base[Int(base[place &+ 1])] : MarkNeighbour.blank.rawValue
            return (straight.base[Int(before(place, in: passage, of: base) << 3 | behind)], 1)
        case 0xE2:
            guard place &+ 2 < passage.end, base[place &+ 1] == 0x80 else { return (.nothing, 3) }
            if base[place &+ 2] == 0x99 { return (isTwice(place, in: passage, of: base) ? .unsure : .nothing, 3) }
            return (general.base[Int(base[place &+ 2])], 3)
        case 0x27:
            let cannotOpen =
                before(place, in: passage, of: base) &- MarkNeighbour.stop.rawValue < MarkNeighbour.unsure.rawValue
                - MarkNeighbour.stop.rawValue
            let isTwice = place &+ 1 < passage.end && base[place &+ 1] == 0x27
            return (cannotOpen && !isTwice ? .nothing : .unsure, 1)
        case 0xC2: return (place &+ 1 < passage.end && base[place &+ 1] & 0xEF == 0xAB ? .unsure : .nothing, 2)
        default: return (.unsure, 1)
        }
    }

    @inline(__always)
    private func before(_ place: Int, in passage: ByteSpan, of base: UnsafePointer<UInt8>) -> UInt8 {
        place > passage.start ? neighbours.base[Int(base[place &- 1])] : MarkNeighbour.blank.rawValue
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

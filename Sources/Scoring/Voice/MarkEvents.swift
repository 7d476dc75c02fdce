import CVectors
import Words

/// What each mark of a text does, by the bytes beside it: `MarkNeighbour` and the rules of `QuotationMarks` as tables.
///
/// The text's ends count as blanks.
struct MarkEvents: ~Copyable {
    private let rules = FlatBuffer<cv_quote_rules>(room: 1)
    private var found = FlatBuffer<MarkEvent>()
    private let path: InstructionPath

    /// Behind a mark, an apostrophe.
    private static let apostrophe: UInt8 = 7

    init(path: InstructionPath) {
        self.path = path
        var rules = cv_quote_rules()
        Self.fill(&rules.classes) { Self.sides(UInt8($0)) | (Self.isInk(UInt8($0)) ? UInt8(cv_quote_ink) : 0) }
        Self.fill(&rules.doubles) { Self.double(MarkNeighbour(rawValue: UInt8($0 >> 3)), behind: UInt8($0 & 7)).bits }
        Self.fill(&rules.singles) { Self.single(MarkNeighbour(rawValue: UInt8($0 >> 3)), behind: UInt8($0 & 7)).bits }
        Self.fill(&rules.general) { Self.general(UInt8(0x80 | $0)).bits }
        rules.unsure = MarkEvent.unsure.bits
        self.rules.base.initialize(to: rules)
    }

    /// Fills a table of C, which Swift sees as a tuple.
    private static func fill<Table>(_ table: inout Table, _ value: (Int) -> UInt8) {
        withUnsafeMutableBytes(of: &table) { bytes in
            for place in bytes.indices { bytes[place] = value(place) }
        }
    }

    private static func sides(_ byte: UInt8) -> UInt8 {
        let neighbour = MarkNeighbour.ofBytes[Int(byte)]
        let before: MarkNeighbour = byte == 0x2F ? .opening : neighbour
        return before.rawValue << 3 | (byte == 0x27 ? apostrophe : behind(byte, neighbour).rawValue)
    }

    /// Another mark behind is read in its turn.
    private static func behind(_ byte: UInt8, _ neighbour: MarkNeighbour) -> MarkNeighbour {
        switch byte {
        case 0x22, 0x60, 0x2D: .other
        default: neighbour == .other && !isInk(byte) ? .unsure : neighbour
        }
    }

    /// Whether a character of ASCII that is no blank.
    static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

    /// A straight double mark. With a blank behind, or what may be one, none opens: it may have nothing inside.
    private static func double(_ before: MarkNeighbour?, behind: UInt8) -> MarkEvent {
        switch (before, behind == apostrophe ? .other : MarkNeighbour(rawValue: behind)) {
        case (nil, _), (_, nil), (.unsure, _): .unsure
        case (.digit, _): .closesIfOpen
        case (.stop, _), (.letter, _), (.other, _): .closes(byteCount: 1)
        case (.blank, .unsure), (.opening, .unsure): .unsure
        case (.blank, .blank), (.opening, .blank): .closes(byteCount: 1)
        case (.blank, .stop): .turns
        case (.blank, _), (.opening, _): .opens(byteCount: 1)
        }
    }

    /// A straight single mark: nothing where it cannot open.
    private static func single(_ before: MarkNeighbour?, behind: UInt8) -> MarkEvent {
        switch before {
        case .stop, .digit, .letter, .other: behind == apostrophe ? .unsure : .nothing
        case nil, .blank, .opening, .unsure: .unsure
        }
    }

    /// A character from U+2000 to U+203F by its last byte.
    private static func general(_ last: UInt8) -> MarkEvent {
        switch last {
        case 0x9C: .opens(byteCount: 3)
        case 0x9D: .closes(byteCount: 3)
        case 0x98, 0x9A, 0x9B, 0x9E, 0x9F, 0xB9, 0xBA: .unsure
        default: .nothing
        }
    }

    /// Finds the events of some places in a text, ascending; they stand in memory that the next text uses again.
    ///
    /// - Complexity: O(places).
    mutating func find(at places: UnsafeBufferPointer<UInt32>, in text: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<MarkEvent> {
        found.reserve(places.count + 8)
        var quoted = cv_quoted(text: text.baseAddress, count: text.count, places: places.baseAddress, place_count: places.count)
        found.base.withMemoryRebound(to: UInt8.self, capacity: places.count + 8) { cv_quote_events(path.kernels, rules.base, &quoted, $0) }
        return found.base
    }
}

/// What stands beside a quotation mark, by one byte of ASCII.
enum MarkNeighbour: UInt8 {
    case blank, opening, stop, digit, letter, other
    /// Its byte does not tell at once.
    case unsure

    /// For each byte.
    static let ofBytes: [MarkNeighbour] = (0...UInt8.max).map(MarkNeighbour.init(of:))

    private init(of byte: UInt8) {
        switch byte {
        case 0x20, 0x09...0x0D: self = .blank
        case 0x28, 0x5B, 0x7B: self = .opening
        case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: self = .stop
        case 0x30...0x39: self = .digit
        case 0x41...0x5A, 0x61...0x7A: self = .letter
        case 0x22, 0x27, 0x2D, 0x60, 0x80...: self = .unsure
        default: self = .other
        }
    }

    /// Whether a mark behind it may be an opening one.
    var mayStandBeforeOpening: Bool {
        switch self {
        case .blank, .opening, .unsure: true
        case .stop, .digit, .letter, .other: false
        }
    }
}

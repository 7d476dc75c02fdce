/// What stands where a quotation mark may begin, as far as the bytes beside it tell: what it does where no mark is open, and where a double one is.
struct MarkEvent: BitwiseCopyable {
    /// Bit 0: opens where none is open; bit 1: closes the one that is; bits 2 and 3, where none and where one is open: the pairing stops; from bit 4 on: its
    /// bytes.
    let bits: UInt8

    /// No mark, or an apostrophe.
    static let nothing = MarkEvent(bits: 0)
    /// What the bytes do not decide, or what is no double mark.
    static let unsure = MarkEvent(bits: 0b1100)
    /// An inch mark where none is open.
    static let closesIfOpen = MarkEvent(bits: 1 << 4 | 0b0010)
    /// A straight mark that closes an open one, else opens.
    static let turns = MarkEvent(bits: 1 << 4 | 0b0011)

    private init(bits: UInt8) { self.bits = bits }

    static func opens(byteCount: UInt8) -> MarkEvent { MarkEvent(bits: byteCount << 4 | 0b1001) }

    static func closes(byteCount: UInt8) -> MarkEvent { MarkEvent(bits: byteCount << 4 | 0b0110) }

    /// The same as the last of its passage: the pairing stops where a mark is open behind it, too.
    @inline(__always) var atEnd: MarkEvent { MarkEvent(bits: bits | ((bits ^ 0b10) & 0b11) &<< 2) }

    @inline(__always) var byteCount: Int { Int(bits &>> 4) }

    /// What it does with so many marks open, 0 or 1: bit 0 says whether it opens or closes, `stops` whether the pairing stops.
    @inline(__always)
    func outcome(open: Int) -> Int { Int(bits) &>> open }

    /// Of an outcome.
    static let stops = 0b100

    /// Of one at which the pairing stopped with so many marks open: whether a mark is open behind it, at its passage's end, not undecided.
    func leavesOpen(_ open: Int) -> Bool { open == 0 ? bits & 1 > 0 : bits & 0b1111 == 0b1000 }
}

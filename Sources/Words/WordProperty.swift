/// What word segmentation needs to know of a code point: its Word_Break class and two flags, in one byte.
///
/// Source: WordBreakProperty.txt, emoji-data.txt, DerivedCoreProperties.txt (Unicode 15.0), through `WordPropertyRuns`.
struct WordProperty: Equatable {
    /// The Word_Break classes of UAX #29, table 3; the order is the generator's.
    enum BreakClass: UInt8 {
        case other, carriageReturn, lineFeed, newline, extend, zeroWidthJoiner, format, regionalIndicator, katakana, hebrewLetter
        case letter, singleQuote, doubleQuote, midNumLet, midLetter, midNum, numeric, extendNumLet, segmentSpace
    }

    let bits: UInt8

    var breakClass: BreakClass { BreakClass(rawValue: bits & 0x1F) ?? .other }
    var isPictographic: Bool { bits & 0x20 != 0 }
    /// Alphabetic or a number, and not a mark: what makes a segment a word.
    var isLetterOrDigit: Bool { bits & 0x40 != 0 }

    static func of(_ codePoint: UInt32) -> WordProperty { table[codePoint] }

    /// Looked up once by callers with a loop, since each access to a global checks that it is made.
    static let table = Table()

    /// All code points in two stages: a block number for each 128 code points, then the block's bytes.
    struct Table: Sendable {
        private let blockNumbers: [UInt16]
        private let blocks: [UInt8]

        init() {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(0x110000)
            let starts = WordPropertyRuns.starts
            for (run, value) in WordPropertyRuns.values.enumerated() {
                let end = run + 1 < starts.count ? starts[run + 1] : 0x110000
                bytes.append(contentsOf: repeatElement(value, count: Int(end - starts[run])))
            }
            var numberOfBlock: [ArraySlice<UInt8>: UInt16] = [:]
            var numbers: [UInt16] = []
            var distinct: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: 128) {
                let block = bytes[start..<start + 128]
                if let known = numberOfBlock[block] {
                    numbers.append(known)
                } else {
                    let number = UInt16(numberOfBlock.count)
                    numberOfBlock[block] = number
                    numbers.append(number)
                    distinct += block
                }
            }
            blockNumbers = numbers
            blocks = distinct
        }

        subscript(codePoint: UInt32) -> WordProperty {
            guard codePoint < 0x110000 else { return WordProperty(bits: 0) }
            let block = Int(blockNumbers[Int(codePoint >> 7)])
            return WordProperty(bits: blocks[block << 7 | Int(codePoint & 127)])
        }

        /// The property of an ASCII byte; the first block met is that of ASCII.
        subscript(ascii byte: UInt8) -> WordProperty { WordProperty(bits: blocks[Int(byte & 127)]) }
    }
}

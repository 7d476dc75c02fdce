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
            var building = Building()
            while building.end < 0x110000 { building.addBlocks() }
            blockNumbers = building.blockNumbers
            blocks = building.blocks
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

extension WordProperty.Table {
    /// The table on its way, from the first code point to the last. Nearly all blocks lie within one run and are told by its value alone; the others are
    /// kept as they come, since to find equal ones among them costs a process more than their 60 KB.
    private struct Building {
        var blockNumbers: [UInt16] = []
        var blocks: [UInt8] = []
        /// The code point behind the last block.
        private(set) var end: UInt32 = 0
        private var run = 0
        /// By value.
        private var uniformBlocks = [UInt16?](repeating: nil, count: 256)

        /// The next blocks that lie within one run, or one block that does not.
        mutating func addBlocks() {
            while end(of: run) <= end { run += 1 }
            let value = WordPropertyRuns.values[run]
            let blockCount = (end(of: run) - end) / 128
            if blockCount > 0 {
                let number = uniformBlocks[Int(value)] ?? nextNumber
                if number == nextNumber { blocks.append(contentsOf: repeatElement(value, count: 128)) }
                uniformBlocks[Int(value)] = number
                blockNumbers.append(contentsOf: repeatElement(number, count: Int(blockCount)))
                end += blockCount * 128
            } else {
                blockNumbers.append(nextNumber)
                addMixedBlock()
            }
        }

        private var nextNumber: UInt16 { UInt16(blocks.count / 128) }

        private mutating func addMixedBlock() {
            let blockEnd = end + 128
            while end < blockEnd {
                let next = min(end(of: run), blockEnd)
                blocks.append(contentsOf: repeatElement(WordPropertyRuns.values[run], count: Int(next - end)))
                if next < blockEnd { run += 1 }
                end = next
            }
        }

        private func end(of run: Int) -> UInt32 { run + 1 < WordPropertyRuns.starts.count ? WordPropertyRuns.starts[run + 1] : 0x110000 }
    }
}

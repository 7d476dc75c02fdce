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
            for start in stride(from: UInt32(0), to: 0x110000, by: 128) { building.addBlock(from: start) }
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
    /// The table on its way, from the first code point to the last. Nearly all blocks lie within one run and are told by its value alone.
    private struct Building {
        var blockNumbers: [UInt16] = []
        var blocks: [UInt8] = []
        private var run = 0
        /// By value.
        private var uniformBlocks = [UInt16?](repeating: nil, count: 256)
        private var mixedBlocks: [[UInt8]: UInt16] = [:]

        mutating func addBlock(from start: UInt32) {
            while end(of: run) <= start { run += 1 }
            let value = WordPropertyRuns.values[run]
            if end(of: run) >= start + 128 {
                let number = uniformBlocks[Int(value)] ?? keep(repeatElement(value, count: 128))
                uniformBlocks[Int(value)] = number
                blockNumbers.append(number)
            } else {
                let block = mixedBlock(from: start)
                let number = mixedBlocks[block] ?? keep(block)
                mixedBlocks[block] = number
                blockNumbers.append(number)
            }
        }

        private func end(of run: Int) -> UInt32 { run + 1 < WordPropertyRuns.starts.count ? WordPropertyRuns.starts[run + 1] : 0x110000 }

        private func mixedBlock(from start: UInt32) -> [UInt8] {
            var run = run
            return (start..<start + 128).map { codePoint in
                while end(of: run) <= codePoint { run += 1 }
                return WordPropertyRuns.values[run]
            }
        }

        private mutating func keep(_ block: some Collection<UInt8>) -> UInt16 {
            blocks += block
            return UInt16(blocks.count / 128 - 1)
        }
    }
}

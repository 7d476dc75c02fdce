import CVectors
import TestSupport
import Testing
import Words

@testable import Articles

/// The scans in every instruction path that this processor has, against one byte after the other.
@Suite struct ByteScanTests {
    static let paths = InstructionPath.allCases.filter(\.isAvailable)

    /// Lengths around the blocks of 64 bytes.
    private static func length(_ generator: inout SeededRandom) -> Int {
        [Int.random(in: 0...3, using: &generator), Int.random(in: 60...70, using: &generator), Int.random(in: 0...300, using: &generator)]
            .randomElement(using: &generator) ?? 0
    }

    private static func isSound(_ bytes: [UInt8], _ path: InstructionPath) -> Bool { ByteScan.isSound(bytes.span, path: path) }

    private static func bytes(_ generator: inout SeededRandom, of letters: [UInt8]) -> [UInt8] {
        let isWild = Int.random(in: 0..<4, using: &generator) == 0
        return (0..<length(&generator)).map { _ in
            isWild ? UInt8.random(in: 0...255, using: &generator) : letters.randomElement(using: &generator) ?? 0
        }
    }

    @Test(arguments: paths)
    func `ends of strings and escapes are marked and nothing else`(path: InstructionPath) {
        var generator = SeededRandom(seed: 64)
        let letters = Array("abc \"\\\n\u{1F}\u{7F}!#[]é\u{A2}\\\\\"".utf8) + [0, 0x20, 0x21, 0x9F, 0xA2, 0xDC, 0xFF]
        var blocks: [cv_json_block] = []
        for _ in 0..<3_000 {
            let bytes = Self.bytes(&generator, of: letters)
            ByteScan.markStringEnds(in: bytes.span, into: &blocks, path: path)
            var isEscaped = false
            for place in 0..<(bytes.count + 63) / 64 * 64 {
                let byte = place < bytes.count ? bytes[place] : 0x61
                let isEscape = byte == 0x5C && !isEscaped
                let isEnd = byte < 0x20 || (byte == 0x22 && !isEscaped)
                #expect((blocks[place / 64].ends >> UInt64(place % 64) & 1 != 0) == isEnd, "\(bytes) at \(place)")
                #expect((blocks[place / 64].escapes >> UInt64(place % 64) & 1 != 0) == isEscape, "\(bytes) at \(place)")
                isEscaped = isEscape
            }
        }
    }

    @Test(arguments: paths)
    func `of a run of backslashes each second is escaped, over whole blocks too`(path: InstructionPath) {
        var blocks: [cv_json_block] = []
        for start in [0, 1, 2, 62, 63, 64, 65] {
            for count in 0..<200 {
                let bytes = [UInt8](repeating: 0x61, count: start) + [UInt8](repeating: 0x5C, count: count) + Array("\"\"".utf8)
                ByteScan.markStringEnds(in: bytes.span, into: &blocks, path: path)
                let ends = bytes.indices.filter { blocks[$0 / 64].ends >> UInt64($0 % 64) & 1 != 0 }
                let escapes = bytes.indices.filter { blocks[$0 / 64].escapes >> UInt64($0 % 64) & 1 != 0 }
                #expect(ends == (count % 2 == 0 ? [start + count, start + count + 1] : [start + count + 1]), "\(count) from \(start)")
                #expect(escapes == Array(stride(from: start, to: start + count, by: 2)), "\(count) from \(start)")
            }
        }
    }

    @Test(arguments: paths)
    func `a line ends at the first line feed or carriage return`(path: InstructionPath) {
        var generator = SeededRandom(seed: 13)
        let letters = Array("abcdefghijklmnopqrstuvwxyz\u{B}\u{C}\u{E}\u{9}".utf8) + [0x8A, 0x8D, 0]
        for _ in 0..<3_000 {
            var bytes = Self.bytes(&generator, of: letters)
            if Bool.random(using: &generator), !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = Bool.random(using: &generator) ? 0x0A : 0x0D
            }
            let start = Int.random(in: 0...bytes.count, using: &generator)
            let expected = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let end = ByteScan.lineEnd(in: bytes.span, from: start, path: path)
            #expect(end == expected, "\(bytes) from \(start)")
        }
    }

    @Test(arguments: paths)
    func `lines are what stands between two ends, the empty ones left out`(path: InstructionPath) {
        var generator = SeededRandom(seed: 29)
        let letters = [Array("abcdefgh\n\r\n ".utf8) + [0x8A, 0x8D, 0], Array("\n\n\ra".utf8), Array(repeating: 0x61, count: 80) + [0x0A]]
        for round in 0..<3_000 {
            let bytes = (0..<(round % 50 == 0 ? 20 : 1)).flatMap { _ in Self.bytes(&generator, of: letters[round % letters.count]) }
            let lines = TextLines(of: bytes.span, path: path).spans
            let expected = bytes.indices.split { bytes[$0] == 0x0A || bytes[$0] == 0x0D }.map { ByteSpan($0.startIndex, $0.endIndex) }
            #expect(lines == expected, "\(bytes)")
        }
    }

    @Test(arguments: paths)
    func `the marks of a line are those of its bytes alone, whatever stands before and behind it`(path: InstructionPath) {
        var generator = SeededRandom(seed: 31)
        let letters = Array("abcdefghijklmnopqrstuvwxyz\u{B}\t\"\\\\\"".utf8) + [0x8A, 0x8D, 0]
        for round in 0..<3_000 {
            let lines = (0..<4).map { _ in
                (0..<(round % 500 == 0 ? 900 : 1)).flatMap { _ in Self.bytes(&generator, of: letters) }.filter { $0 != 0x0A && $0 != 0x0D }
            }
            let bytes = Array(lines.joined(separator: [round % 2 == 0 ? 0x0A : 0x0D]))
            var (start, together, alone): (Int, [cv_json_block], [cv_json_block]) = (0, [], [])
            for line in lines {
                let end = ByteScan.markLine(in: bytes.span, from: start, into: &together, path: path)
                ByteScan.markStringEnds(in: line.span, into: &alone, path: path)
                #expect(end == start + line.count, "\(bytes) from \(start)")
                for block in 0..<(line.count + 63) / 64 {
                    #expect(together[block].ends == alone[block].ends && together[block].escapes == alone[block].escapes, "\(line)")
                }
                start = end + 1
            }
        }
    }

    /// Well-formed characters, and sequences that are just not: overlong, surrogates, beyond U+10FFFF, cut, stray.
    private static let sequences: [[UInt8]] =
        ["a", "the ", "é", "ß", "“", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "😀"].map { Array($0.utf8) }
    private static let faults: [[UInt8]] = [
        [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xBF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xFF], [0xFE], [0],
    ]

    @Test(arguments: paths)
    func `bytes are sound where they are UTF-8 without the null character`(path: InstructionPath) {
        var generator = SeededRandom(seed: 3_629)
        var soundCount = 0
        for round in 0..<8_000 {
            var bytes = (0..<Int.random(in: 0...90, using: &generator)).flatMap { _ in Self.sequences.randomElement(using: &generator) ?? []
            }
            if !round.isMultiple(of: 3) {
                let fault = Self.faults.randomElement(using: &generator) ?? []
                bytes.insert(contentsOf: fault, at: Int.random(in: 0...bytes.count, using: &generator))
            }
            let expected = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
            soundCount += expected ? 1 : 0
            #expect(Self.isSound(bytes, path) == expected, "\(bytes)")
        }
        #expect(soundCount > 2_000)
    }

    @Test(arguments: paths)
    func `each fault is seen at each place of two blocks`(path: InstructionPath) {
        for fault in Self.faults {
            for place in 0...128 {
                let bytes = [UInt8](repeating: 0x61, count: place) + fault + [UInt8](repeating: 0x61, count: 128 - place)
                #expect(!Self.isSound(bytes, path), "\(fault) at \(place)")
                #expect(!Self.isSound(Array(bytes[..<(place + fault.count)]), path), "\(fault) at the end, \(place)")
            }
        }
    }
}

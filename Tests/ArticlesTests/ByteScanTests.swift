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
        var lines = TextLines(path: path)
        var passages: [Passage] = []
        let letters = [Array("abcdefgh\n\r\n ".utf8) + [0x8A, 0x8D, 0], Array("\n\n\ra".utf8), Array(repeating: 0x61, count: 80) + [0x0A]]
        for round in 0..<3_000 {
            let bytes = (0..<(round % 50 == 0 ? 20 : 1)).flatMap { _ in Self.bytes(&generator, of: letters[round % letters.count]) }
            lines.read(bytes, into: &passages)
            let expected = bytes.indices.split { bytes[$0] == 0x0A || bytes[$0] == 0x0D }.map { ByteSpan($0.startIndex, $0.endIndex) }
            #expect(passages == expected.map { Passage(field: .text, span: $0, kind: .body) }, "\(bytes)")
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

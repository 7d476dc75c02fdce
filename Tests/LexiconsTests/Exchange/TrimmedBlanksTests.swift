import TestSupport
import Testing

@testable import Lexicons

@Suite struct TrimmedBlanksTests {
    private static let pieces: [[UInt8]] = [
        [0x20], [0x09], [0xC2, 0xA0], [0xEF, 0xBB, 0xBF], [0xC2], [0xA0], [0xEF, 0xBB], [0x61], [0x2D], [0xC3, 0xA9],
    ]

    /// One blank after the other is taken off: its plain definition.
    private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        for blank in Self.pieces.prefix(4) where bytes.starts(with: blank) { return trimmed(Array(bytes.dropFirst(blank.count))) }
        for blank in Self.pieces.prefix(3) where bytes.suffix(blank.count).elementsEqual(blank) {
            return trimmed(Array(bytes.dropLast(blank.count)))
        }
        return bytes
    }

    @Test func `blanks of every kind go at both ends, and nothing else`() {
        var random = SeededRandom(seed: 32)
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...7, using: &random)).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] }
            // A slice whose indices do not begin at 0.
            #expect(Array(([0x20, 0x61] + bytes + [0x62])[2..<2 + bytes.count].trimmingBlanks) == trimmed(bytes), "\(bytes)")
        }
    }
}

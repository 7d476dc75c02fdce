import CVectors
import TestSupport
import Testing

@testable import Words

/// The bit masks of texts against their definition, on every instruction path that this processor has.
@Suite struct TextBlocksTests {
    static let pieces = [
        "a", "B", "word", "s", "S", "don", "1", "23", "'", "\u{2019}", "\u{2018}", "\u{2BC}", ".", ":", ",", ";", "_", "-", " ", "  ", "\n",
        "\r\n",
        "\t", "\u{2014}", "\u{201C}", "\u{201D}", "\u{2026}", "\u{A0}", "\u{AD}", "\u{2010}", "\u{301}", "\u{200D}", "\u{E9}", "\u{436}",
        "\u{58A}",
        "\u{531}", "\u{5D0}", "\"", "\u{30AB}", "\u{4E2D}", "\u{1F1E6}", "\u{1F600}", "\u{FF3F}", "\u{B7}", "\u{2024}", "\u{37E}", "\u{0}",
        "\u{7F}",
        "\u{AB}", "\u{D7}", "\u{3B1}", "\u{3A2}", "\u{561}", "\u{55B}", "\u{130}", "\u{483}", "\u{2011}", "\u{201B}",
        "'s", "\u{2019}s", "\u{2019}S.", "x's.y", "counter-offensive", "Baku\u{2019}s", "U.S.", "3.5", "1,000;2", "\u{200B}", "\u{2028}",
    ]

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `any bytes are classified by their definition`(path: InstructionPath) {
        var generator = SeededRandom(seed: 128)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let blocks = TextBlocks(bytes, path: path).blocks
            #expect(blocks.count == (bytes.count + 63) / 64)
            for (number, block) in blocks.enumerated() {
                for bit in 0..<64 {
                    let byte = number * 64 + bit < bytes.count ? bytes[number * 64 + bit] : 0
                    let masks = [
                        block.letter, block.digit, block.letter_mark, block.number_mark, block.unusual, block.beyond, block.clitic,
                    ]
                    let flags = masks.map { $0 >> UInt64(bit) & 1 == 1 }
                    let next = number * 64 + bit + 1 < bytes.count ? bytes[number * 64 + bit + 1] : 0
                    #expect(flags == Self.flags(of: byte, before: next))
                }
            }
        }
    }

    private static func flags(of byte: UInt8, before next: UInt8) -> [Bool] {
        let scalar = Unicode.Scalar(byte)
        let isASCII = byte < 0x80
        return [
            isASCII && scalar.properties.isAlphabetic, ("0"..."9").contains(scalar), ".:'".unicodeScalars.contains(scalar),
            ".,;'".unicodeScalars.contains(scalar), scalar == "_", !isASCII, scalar == "'" && next | 0x20 == UInt8(ascii: "s"),
        ]
    }
}

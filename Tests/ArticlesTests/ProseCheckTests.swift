import CVectors
import TestSupport
import Testing
import Words

@testable import Articles

/// The test on bytes against the rules on folded text that it saves.
@Suite struct ProseCheckTests {
    private static let plain = [
        "the", "council", "voted", "on", "Monday", "to", "keep", "its", "ferry", "and", "a", "bridge", "that", "engineers", "call", "safe",
        "March", "3", "2021", "more", "than", "said.", "home", "news", "\u{201C}we", "agreed\u{201D}", "caf\u{E9}", "well-known",
        "it\u{2019}s",
        "half\u{A0}built", "Vi", "trivia", "min", "read", "minutes", "readers", "published", "not", "be", "will", "\u{2014}", "-",
    ]
    private static let telling = [
        "via AP", "/ REUTERS", "(Photo by Ann Poole)", "[AFP]", "(AP Photo", "Read more:", "Photo:", "\u{A9} Wire", "REUTERS/Ann Poole",
        "spot_img", "All rights reserved", "Home \u{203A} News", "| photo", "http://example.org", "5 min read", "will not be published",
        "Getty Images", "\u{212A}", "I\u{307}", "15 \u{B0}C", "Sign up for", "by Ann Poole", "  ", "\u{2003}", "vi\u{301}a AP",
        "don\u{2019}t miss:", "\u{201C}Read more:", "By\u{2019}", "either/or", "he (photo", "(reuters)", "a | b |", "one > two", "\u{BB}",
        "a \u{203A} b \u{203A}",
        "\u{A3}13m", "20\u{20AC}", "\u{41C}\u{43E}\u{441}\u{43A}\u{432}\u{430}", "\u{424}\u{41E}\u{422}\u{41E}: ",
        "\u{427}\u{438}\u{442}\u{430}\u{439}\u{442}\u{435} \u{442}\u{430}\u{43A}\u{436}\u{435}: ", "\u{C0} lire aussi:",
        "Ay\u{131}r\u{131}ca okuyun", "\u{130}stanbul",
        "5\u{D7}", "\u{D7}", "\u{440}2020", "/", "Kazan/Reuters", "AP PHOTO/Ann", "via Getty Images.", "\u{85}via\u{85}AP", "\u{3000}",
    ]

    private static func unit(_ bytes: [UInt8]) -> PassageUnit { unit(ByteSpan(0, bytes.count), of: bytes) }

    private static func unit(_ span: ByteSpan, of bytes: [UInt8]) -> PassageUnit {
        var text = PassageText()
        text.read(bytes, body: ByteSpan(0, bytes.count))
        return PassageUnit(PassageUnit.Draft(span: span, opensBlock: true), of: text)
    }

    private func text(_ generator: inout SeededRandom) -> String {
        var words = (0..<Int.random(in: 1...([12, 40, 110].randomElement(using: &generator) ?? 40), using: &generator)).map { _ in
            Self.plain.randomElement(using: &generator) ?? ""
        }
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let phrases = StockPhrases.creditOpenings + StockPhrases.formOpenings + StockPhrases.labelOpenings + StockPhrases.linkOpenings
            let lists = [Self.telling, phrases, StockPhrases.captionOpenings + StockPhrases.captionTails]
            let phrase = lists.randomElement(using: &generator)?.randomElement(using: &generator) ?? ""
            let place =
                [0, words.count, max(0, words.count - 5), Int.random(in: 0...words.count, using: &generator)].randomElement(
                    using: &generator) ?? 0
            words.insert(Bool.random(using: &generator) ? phrase : phrase.uppercased(), at: place)
        }
        return words.joined(separator: " ")
    }

    @Test func `letters and marks beyond ASCII are seen`() {
        func survey(_ text: String) -> ProseSurvey {
            let bytes = Array(text.utf8)
            return ProseSurvey(bytes, blocks: TextBlocks(bytes).blocks, marks: ProseBlocks(bytes).blocks, span: ByteSpan(0, bytes.count))
        }
        let breadcrumb = survey("\u{41C}\u{43E}\u{441}\u{43A}\u{432}\u{430} \u{203A} \u{E9}t\u{E9} \u{BB} news")
        #expect(breadcrumb.pieces == 3)
        #expect(breadcrumb.breadcrumbMarks == 2)
        #expect(breadcrumb.isPlain)
        #expect(!survey("the bridge \u{212A}").isPlain)
    }

    @Test func `what the bytes take for prose no stock phrase claims`() {
        var generator = SeededRandom(seed: 20_220_101)
        var prose = 0
        for _ in 0..<20_000 {
            let text = text(&generator)
            let bytes = Array(text.utf8)
            let unit = Self.unit(bytes)
            guard unit.isProse else { continue }
            prose += 1
            #expect(PassagePattern.ofWords(unit, in: bytes) == nil, "\(text)")
        }
        #expect(prose > 4_000)
    }

    @Test func `two passages that begin unlike are neither equal nor does one begin the other`() {
        var generator = SeededRandom(seed: 7)
        for _ in 0..<4_000 {
            let pieces = [
                "Ann", "ann", " ", "  ", "\t", "\u{201C}", "\u{2019}", "\u{A0}", "\u{2003}", "\u{212A}", "k", "e\u{301}", "\u{E9}", "Poole",
                "said", ".",
            ]
            let texts = (0..<2).map { _ in
                "x" + (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
                    + "y"
            }
            let bytes = Array(texts.joined(separator: "\n").utf8)
            let firstCount = texts[0].utf8.count
            let units = [ByteSpan(0, firstCount), ByteSpan(firstCount + 1, bytes.count)].map { Self.unit($0, of: bytes) }
            guard units[0].beginsUnlike(units[1], in: bytes) else { continue }
            let folded = units.map { $0.text(in: bytes) }
            #expect(!folded[0].hasPrefix(folded[1].bytes), "\(texts)")
            #expect(!folded[1].hasPrefix(folded[0].bytes), "\(texts)")
        }
    }

    @Test func `the words of a passage are those that it has by itself, also where it is cut off`() {
        var generator = SeededRandom(seed: 600)
        let pieces =
            Self.plain + ["Baku\u{2019}s", "it's", "O'Sullivan", "3.5", "a'", "\u{2019}", "\u{E9}\u{301}", "\u{436}", "\u{1F600}", "U.S."]
        for _ in 0..<2_000 {
            let line = (0..<Int.random(in: 1...140, using: &generator)).map { _ in
                (pieces.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
            }
            let bytes = Array(line.joined().utf8)
            let starts = (0..<min(bytes.count, 9)).filter { bytes[$0] & 0xC0 != 0x80 }
            let start = starts.randomElement(using: &generator) ?? 0
            let unit = Self.unit(ByteSpan(start, bytes.count), of: bytes)
            let head = ByteSpan(start, min(bytes.count, start + PassageUnit.shortLimit))
            #expect(unit.wordCount == WordSegmenter.words(in: bytes, span: head).count, "\(line.joined()) from \(start)")
        }
    }

    @Test func `how a passage begins and ends is what its characters say`() {
        var generator = SeededRandom(seed: 11)
        let pieces = [
            "A", "b", "\u{C9}", "\u{E9}", "7", " ", "\u{201C}", "\u{201D}", "\u{2019}", "\u{BB}", "\"", "'", ")", "]", "*", "_", ".", "!",
            "?", "\u{2026}",
            "\u{3002}", "\u{A0}", "\u{2013}", "\u{1F600}", "\u{D7}", "\u{41C}", "\u{BD}", "-",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let unit = Self.unit(Array(text.utf8))
            let opening = text.unicodeScalars.first { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            #expect(unit.startsUpper == opening.map { !$0.properties.isLowercase } ?? false, "\(text)")
            let closing = "\"'\u{201D}\u{2019}\u{BB})]*_ \u{A0}".unicodeScalars
            #expect(unit.lastCharacter == text.unicodeScalars.last { !closing.contains($0) }, "\(text)")
        }
    }

    @Test func `folding bytes gives what folding characters gives`() {
        var generator = SeededRandom(seed: 1_303)
        let blocks: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x80...0xFF, 0x100...0x24F, 0x400...0x4FF, 0x2000...0x20CF, 0x2100...0x214F, 0x300...0x30F, 0x3000...0x3002,
            0xFF21...0xFF5A,
            0x1F600...0x1F64F, 0x09...0x0D,
        ]
        for _ in 0..<20_000 {
            let scalars = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: blocks.randomElement(using: &generator) ?? 0x20...0x7E, using: &generator))
            }
            let text = String(String.UnicodeScalarView(scalars))
            let folded = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let straight = folded.unicodeScalars.map { $0 == "\u{2018}" || $0 == "\u{2019}" ? "'" : $0 }
            let expected = String(String.UnicodeScalarView(straight))
            let bytes = Array(text.utf8)
            #expect(FoldedText(bytes, span: ByteSpan(0, bytes.count)).bytes == Array(expected.utf8), "\(scalars)")
        }
    }

    @Test func `letters and numbers of the common blocks are those of Unicode`() {
        for value in UInt32(0)...0x2FFF {
            guard let properties = Unicode.Scalar(value)?.properties else { continue }
            let character = FoldedCharacter(start: 0, end: 1, value: value)
            #expect(
                character.isLetter == (properties.isAlphabetic || properties.generalCategory == .nonspacingMark),
                "U+\(String(value, radix: 16))")
            #expect(character.isNumber == (properties.numericType != nil), "U+\(String(value, radix: 16))")
        }
    }

    @Test func `long words are counted by their first six letters`() {
        var generator = SeededRandom(seed: 6)
        let pieces = [
            "Armenian", "armenians", "caf\u{E9}s", "caf\u{E9}", "the", "bridge", "bridges", "bridging",
            "\u{41C}\u{43E}\u{441}\u{43A}\u{432}\u{430}", "a1bcd", "-", "long",
        ]
        func naive(_ text: String) -> Set<String> {
            Set(text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map { String($0.prefix(6)) })
        }
        for _ in 0..<2_000 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...8, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined(
                    separator: " ")
            }
            let words = texts.map { LongWords(FoldedText(Array($0.utf8), span: ByteSpan(0, $0.utf8.count))) }
            #expect(words.map(\.count) == texts.map { naive($0).count })
            #expect(words[0].sharedCount(with: words[1]) == naive(texts[0]).intersection(naive(texts[1])).count)
        }
    }

    @Test(arguments: ByteScanTests.paths)
    func `blanks and telling marks are marked on every instruction path`(path: InstructionPath) {
        var generator = SeededRandom(seed: 47)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator) : Array(" /|>([a\t".utf8).randomElement(using: &generator) ?? 0
            }
            let blocks = ProseBlocks(bytes, path: path).blocks
            for place in 0..<(bytes.count + 63) / 64 * 64 {
                let byte = place < bytes.count ? bytes[place] : 0x61
                #expect((blocks[place / 64].blank >> UInt64(place % 64) & 1 != 0) == (byte == 0x20))
                #expect((blocks[place / 64].telling >> UInt64(place % 64) & 1 != 0) == (byte < 0x20 || "/|>([".utf8.contains(byte)))
            }
        }
    }
}

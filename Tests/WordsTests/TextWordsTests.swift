import TestSupport
import Testing

@testable import Words

/// Words in flat buffers against those of the full rules, on every instruction path that this processor has.
@Suite struct TextWordsTests {
    private static let paths = InstructionPath.allCases.filter(\.isAvailable)

    private func spans(_ words: TextWords, from start: Int) -> [ByteSpan] {
        (0..<words.count).map { ByteSpan(words.span($0).start + start, words.span($0).end + start) }
    }

    @Test(arguments: paths) func `words are those of the full rules`(path: InstructionPath) {
        var generator = SeededRandom(seed: 64)
        let words = TextWords(path: path)
        for round in 0..<6_000 {
            let pieces =
                round % 2 == 0 ? TextBlocksTests.pieces : Array(TextBlocksTests.pieces.prefix(28)) + ["letters", "and", "blanks", " ", " "]
            let chosen = (0..<Int.random(in: 0...60, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            // A shift by some bytes, so that every mark meets every border of a block.
            let bytes = Array((String(repeating: "x ", count: round % 40) + chosen.joined()).utf8)
            let span = borders(of: bytes, &generator, whole: round % 3 != 0)
            words.cut(bytes, span: span)
            #expect(
                spans(words, from: span.start) == WordSegmenter.words(in: bytes, span: span),
                "\(String(decoding: bytes, as: UTF8.self).debugDescription) \(span)")
            let marked = (0..<words.count).filter { word in
                bytes[words.span(word).start + span.start..<words.span(word).end + span.start].contains { $0 >= 0x80 }
            }
            #expect(words.marked.map(Int.init) == marked)
        }
    }

    private func borders(of bytes: [UInt8], _ generator: inout SeededRandom, whole: Bool) -> ByteSpan {
        let borders = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
        guard !whole, let one = borders.randomElement(using: &generator), let other = borders.randomElement(using: &generator) else {
            return ByteSpan(0, bytes.count)
        }
        return ByteSpan(min(one, other), max(one, other))
    }

    @Test(arguments: paths) func `every character alone and among letters is cut as the full rules cut it`(path: InstructionPath) {
        let words = TextWords(path: path)
        for value in (0x80...0x30FF).map(UInt32.init) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array("\(scalar) a\(scalar)b \(scalar)\(scalar)s 1\(scalar)2 a\(scalar)s \(scalar)".utf8)
            words.cut(bytes, span: ByteSpan(0, bytes.count))
            #expect(
                spans(words, from: 0) == WordSegmenter.words(in: bytes, span: ByteSpan(0, bytes.count)), "U+\(String(value, radix: 16))")
        }
    }

    @Test func `hashes are alike on every path and blind to the case of letters`() {
        var generator = SeededRandom(seed: 9)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
                String(
                    (0..<Int.random(in: 1...40, using: &generator)).map { _ in "abcxyzABCXYZ059é".randomElement(using: &generator) ?? "a" })
            }
            let bytes = Array(text.joined(separator: " ").utf8)
            let small = bytes.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
            let expected = text.map { TextWords.hash(of: Array($0.utf8)).hash }
            for path in Self.paths {
                let words = TextWords(path: path)
                for text in [bytes, small] {
                    let span = ByteSpan(0, text.count)
                    words.cut(text, span: span)
                    words.hash(text, span: span)
                    #expect(Array(words.hashes.prefix(words.count)) == expected)
                    #expect(words.hashes[words.count] == 0)
                }
            }
        }
    }

    /// A text with many letters beyond ASCII is folded as a whole; a word alone never is where it was taken.
    @Test(arguments: paths) func `a word in a text of any script has the hash that it has alone`(path: InstructionPath) {
        var generator = SeededRandom(seed: 21)
        let scripts = ["абвгдЖЗИЙ", "աբգդԱԲԳ", "çğıöşüÇĞÖŞÜ", "αβγδΣΤς", "aéboÀk"].map { $0.map(String.init) }
        let others = [
            " ", " ", " ", "a", "B", "7", "\u{2019}", "\u{2018}s ", "«", "» ", "\u{2013}", "_", "\u{301}", "\u{5D0}", "\u{130}", ".", "'s ",
        ]
        let (words, alone) = (TextWords(path: path), TextWords(path: path))
        for round in 0..<2_000 {
            let script = scripts[round % scripts.count]
            let pieces = (0..<Int.random(in: 0...150, using: &generator)).map { _ in
                (Int.random(in: 0..<4, using: &generator) == 0 ? others : script).randomElement(using: &generator) ?? "a"
            }
            let text = Array((String(repeating: "y ", count: round % 40) + pieces.joined()).utf8)
            let span = borders(of: text, &generator, whole: round % 3 != 0)
            words.cut(text, span: span)
            let marked = (0..<words.count).filter { word in
                text[words.span(word).start + span.start..<words.span(word).end + span.start].contains { $0 >= 0x80 }
            }
            words.hash(text, span: span)
            #expect(words.marked.map(Int.init) == marked, "\(String(decoding: text, as: UTF8.self).debugDescription) \(span)")
            for word in 0..<words.count where words.span(word).count <= 96 {
                let place = words.span(word).moved(by: span.start)
                alone.take([place], of: text, from: place.start)
                alone.hash(text, span: place)
                #expect(
                    words.hashes[word] == alone.hashes[0] && words.heads[word] == alone.heads[0],
                    "\(String(decoding: text[place.range], as: UTF8.self)) in \(String(decoding: text, as: UTF8.self).debugDescription)")
            }
        }
    }

    @Test(arguments: paths) func `words are counted before every byte, in plain texts, in mended ones and where they were taken`(
        path: InstructionPath
    ) {
        var generator = SeededRandom(seed: 4)
        let pieces = ["word", " ", "é", "a_b", "\u{4E}\u{300}", "'s", ".", "12", "\u{5D0}\u{5D1}", "\n", "  ", "long\u{2019}er"]
        let words = TextWords(path: path)
        for _ in 0..<60 {
            let pieceCount = Int.random(in: 1...90, using: &generator)
            let text = Array((0..<pieceCount).map { _ in pieces.randomElement(using: &generator) ?? "a" }.joined().utf8)
            let span = ByteSpan(0, text.count)
            words.cut(text, span: span)
            let spans = spans(words, from: 0)
            let counts = (0...text.count).map { place in spans.count { $0.start < place } }
            #expect((0...text.count).map { words.count(before: $0) } == counts, "\(String(decoding: text, as: UTF8.self))")
            words.take(spans, of: text, from: 0)
            #expect((0...text.count).map { words.count(before: $0) } == counts)
        }
    }

    @Test func `hashes are those of the folded word, or there is none`() {
        let words = TextWords()
        var known = 0
        for value in (0x80..<0x3000).map(UInt32.init) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["\(scalar)", "aB\(scalar)Cd", "\(scalar)\(scalar)\u{2019}s\(scalar)", "Abcdefghij\(scalar)klmnopqrstuvw"] {
                let bytes = Array(text.utf8)
                let span = ByteSpan(0, bytes.count)
                words.take([span], of: bytes, from: 0)
                words.hash(bytes, span: span)
                guard words.hashes[0] != 0 else { continue }
                known += 1
                let folded = TextWords.hash(of: Array(CaseFolding.folded(bytes).utf8)).hash
                #expect(words.hashes[0] | 1 == folded | 1 && words.hashes[0] & 1 == 1, "U+\(String(value, radix: 16)) in \(text)")
            }
        }
        #expect(known > 3_000)
    }

    @Test func `words of other letters have other hashes`() {
        let words = (0..<200_000).map { "\(String($0, radix: 36))\(String(repeating: "q", count: $0 % 19))" }
        let hashes = Set(words.map { TextWords.hash(of: Array($0.utf8)).hash })
        #expect(hashes.count == Set(words).count)
    }

    @Test func `a word of a megabyte, a run of marks and a run of unknown letters are cut by the full rules`() {
        for unit in ["a", "\u{E9}", "a\u{E9}", "\u{2019}", "\u{301}", "a'", "_", "a\u{2019}", "\u{5D0}\u{5D1} ", "'s"] {
            let bytes = Array(String(repeating: unit, count: 1 << 18).utf8)
            let words = TextWords()
            words.cut(bytes, span: ByteSpan(0, bytes.count))
            #expect(spans(words, from: 0) == WordSegmenter.words(in: bytes, span: ByteSpan(0, bytes.count)))
        }
    }
}

import Articles
import TestSupport
import Testing
import Words

@testable import Scoring

/// All marks of a text are read in one go; reading passage by passage from tokens is the twin.
@Suite struct ArticleMarksTests {
    private static let paths = InstructionPath.allCases.filter(\.isAvailable)

    /// Passages in order: most are lines, some begin or end elsewhere in theirs, or are not read for voices.
    private func passages(of text: [UInt8], _ random: inout SeededRandom) -> [Passage] {
        var passages: [Passage] = []
        var start = 0
        for end in text.indices where text[end] == 0x0A {
            var span = ByteSpan(start, end)
            if Int.random(in: 0..<6, using: &random) == 0 {
                let borders = [start, end].map { _ in border(in: start...end, of: text, &random) }.sorted()
                span = ByteSpan(borders[0], borders[1])
            }
            let kind: PassageKind =
                Int.random(in: 0..<6, using: &random) == 0 ? .credit : [.body, .caption].randomElement(using: &random) ?? .body
            passages.append(Passage(field: .text, span: span, kind: kind))
            start = end + 1
        }
        return passages
    }

    /// Where a character begins.
    private func border(in range: ClosedRange<Int>, of text: [UInt8], _ random: inout SeededRandom) -> Int {
        range.filter { text[$0] & 0xC0 != 0x80 }.randomElement(using: &random) ?? range.lowerBound
    }

    private func article(_ text: [UInt8], _ passages: [Passage]) -> Article {
        Article(
            id: "", source: Source(name: nil), date: nil, dateIsInferred: false, title: nil, text: text, language: "en", url: nil,
            otherKeys: [], sha256: "", passages: passages)
    }

    private func expectQuotationsOfTokens(_ article: Article, from marks: inout ArticleMarks) {
        marks.read(article)
        let expected = article.passages.indices.flatMap { index in
            let (passage, isOpen) = (article.passages[index], article.bodyOpens(from: index + 1))
            guard passage.kind.hasVoices else { return [QuotationSummary]() }
            return QuotationTwin.quotations(in: article.text, passage.span, continues: passage.kind.isBody && isOpen)
        }
        #expect(
            marks.text.elements.map(QuotationSummary.init) == expected,
            "\(article.passages.map(\.span)) \(article.string(ByteSpan(0, article.text.count)))")
    }

    @Test(arguments: 0..<60) func passagesAreReadAsFromTokens(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var marks = ArticleMarks(path: Self.paths[Int(seed) % Self.paths.count])
        for round in 0..<60 {
            // Few kinds of pieces, or hardly any passage would have none that is unsure.
            let kinds =
                (0..<[4, 8, 100][round % 3]).map { _ in QuotationTwin.pieces.randomElement(using: &random) ?? "" } + [
                    "\n", "so it went on ",
                ]
            let text = Array(
                ((0..<Int.random(in: 0...90, using: &random)).map { _ in kinds.randomElement(using: &random) ?? "" }.joined() + "\n").utf8)
            var passages = passages(of: text, &random)
            if round % 10 == 0 { passages.shuffle(using: &random) }
            expectQuotationsOfTokens(article(text, passages), from: &marks)
        }
    }

    /// A quotation that goes on in the next paragraph does not in the next text.
    @Test(arguments: 0..<20) func textsOneBehindAnotherAreReadAsEachByItself(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var marks = ArticleMarks(path: Self.paths[Int(seed) % Self.paths.count])
        var count = 0
        for _ in 0..<40 {
            var texts = JoinedTexts()
            var expected: [String] = []
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let pieces = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                    Bool.random(using: &random) ? "\n\u{201C}" : QuotationTwin.pieces.randomElement(using: &random) ?? ""
                }
                let text = Array((pieces.joined() + "\n").utf8)
                let passages = passages(of: text, &random)
                texts.append(text, passages: passages[...])
                marks.read(article(text, passages))
                let start = texts.starts.last ?? 0
                expected += marks.text.elements.map { "\($0.start + start)..<\($0.end + start) \($0.isUnbalanced)" }
            }
            marks.read(texts)
            #expect(
                marks.text.elements.map { QuotationSummary($0).description } == expected, "\(String(decoding: texts.bytes, as: UTF8.self))")
            count += expected.count
        }
        #expect(count > 100)
    }

    @Test(arguments: ["\u{201C}Go.\u{201D}", "\"", "\"Go", "\"Go.\"", "\u{201C}", "it's", "", " \u{201C}Go", "x\"", "\u{201D}", "(\"so\")"])
    func textsOfAFewBytesAreReadToTheirEnds(text: String) {
        for path in Self.paths {
            var marks = ArticleMarks(path: path)
            let bytes = Array(text.utf8)
            expectQuotationsOfTokens(article(bytes, [Passage(field: .text, span: ByteSpan(0, bytes.count), kind: .body)]), from: &marks)
        }
    }

    @Test func manyMarksAreReadInOneGo() {
        var marks = ArticleMarks()
        let text = Array(String(repeating: "\"Go,\" she said. \u{201C}No.\u{201D}\n", count: 2_000).utf8)
        var random = SeededRandom(seed: 1)
        expectQuotationsOfTokens(article(text, passages(of: text, &random)), from: &marks)
        #expect(marks.text.count > 2_000)
    }

    @Test func aPassageOfPiecesIsReadAmongOthers() {
        var marks = ArticleMarks()
        let line = String(repeating: "\"Go,\" she said. ", count: PassagePieces.longest / 16 + 1)
        let text = Array("\"One.\"\n\(line)\n\"Two.\"\n".utf8)
        var lines = TextLines()
        var passages: [Passage] = []
        lines.read(text, into: &passages)
        marks.read(article(text, passages))
        let starts = marks.text.elements.map(\.start)
        #expect(starts.count == PassagePieces.longest / 16 + 3)
        #expect(starts == starts.sorted())
    }
}

extension Article {
    /// Whether the next body passage from `index` on, a caption before it left out, begins with an opening mark.
    fileprivate func bodyOpens(from index: Int) -> Bool {
        guard let next = passages.body(from: index) else { return false }
        return bytes(of: next.field).withUnsafeBufferPointer { TextBytes($0).opensQuotation(at: next.span) }
    }
}

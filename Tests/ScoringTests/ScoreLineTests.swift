import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

/// Lines of scores against `JSONEncoder`, and word tables against counting in dictionaries.
@Suite struct ScoreLineTests {
    private struct Tagged<Value: Encodable>: Encodable {
        let schema: String
        let value: Value
    }

    /// The closing line's members as a dictionary of dictionaries.
    private struct NaiveClosing: Encodable {
        struct Table: Encodable {
            var sources: [String: SourceWords] = [:]
        }

        struct SourceWords: Encodable {
            var articles = 0
            var words: [String: [Int]] = [:]
        }

        let lexicon: String
        let voices: VoiceMode
        let words: Table

        init(_ articles: [Article]) {
            var table = Table()
            for article in articles {
                var counts: [String: Int] = [:]
                for passage in article.passages where passage.kind.isReaderFacing {
                    let bytes = article.bytes(of: passage.field)
                    for word in WordSegmenter.words(in: bytes, span: passage.span) {
                        counts[CaseFolding.folded(bytes[word.range]), default: 0] += 1
                    }
                }
                let name = article.source.displayName(date: article.date)
                var source = table.sources[name] ?? SourceWords()
                source.articles += 1
                for (word, count) in counts {
                    let known = source.words[word] ?? [0, 0]
                    source.words[word] = [known[0] + 1, known[1] + count]
                }
                table.sources[name] = source
            }
            (lexicon, voices, words) = ("abc/\"", .marks, table)
        }
    }

    private static let words = [
        "occupied", "Occupied", "OCCUPIED", "caf\u{E9}", "cafe\u{301}", "stra\u{DF}e", "STRASSE", "\u{39F}\u{394}\u{39F}\u{3A3}", "a", "0",
        "1,800", "1.3", "ferry's", "\u{43C}\u{438}\u{440}", "\u{1F600}", "said", "He", "\u{201C}we", "go\u{201D}", "Holt", "disputed,",
        String(repeating: "ab", count: 40), "ferryboat", "ferryboats", "in\u{7F}n", "dis\u{202E}puted",
    ]

    private static func articles(seed: UInt64) -> [Article] {
        var random = SeededRandom(seed: seed)
        return (0..<24).map { number in
            let lines = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
                (0..<Int.random(in: 1..<40, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(
                    separator: " ")
            }
            let source = ["S", "T \"x\"", "\u{C9}t\u{E9}"][Int.random(in: 0..<3, using: &random)]
            let date = number.isMultiple(of: 5) ? nil : "2020-01-\(10 + number % 20)"
            return makeArticle("A headline \(number)\n" + lines.joined(separator: "\n"), id: "\(number)/\n", source: source, date: date)
        }
    }

    private static let lexicon = makeLexicon(concepts: [("status", ["occupied": ["occupied"], "disputed": ["disputed", "=He said"]])])

    @Test(arguments: [VoiceMode.full, .marks, .none])
    func aTallyIsWrittenAsTheEncoderWritesIt(_ voices: VoiceMode) throws {
        for seed in 1...8 {
            let scorer = LexiconScorer(lexicon: Self.lexicon, voices: voices, keptContexts: seed % 4)
            for tally in scorer.score(Self.articles(seed: UInt64(seed))) {
                let line = JSONTextTests.written { ScoreLine.article(tally).write(to: &$0) }
                #expect(line == (try JSONTextTests.encoded(Tagged(schema: "parallax-score/2", value: tally))))
            }
        }
    }

    @Test func aClosingLineIsWhatDictionariesAndTheEncoderMakeOfTheWords() throws {
        for seed in 1...20 {
            let articles = Self.articles(seed: UInt64(seed))
            let naive = NaiveClosing(articles)
            let closing = RunClosing(lexicon: naive.lexicon, voices: naive.voices, words: WordTable(articles: articles))
            let line = JSONTextTests.written { ScoreLine.closing(closing).write(to: &$0) }
            #expect(line == (try JSONTextTests.encoded(Tagged(schema: "parallax-words/1", value: naive))))
        }
    }

    @Test func aClosingLineReadsBackAndItsPartsAddUp() throws {
        for seed in 1...10 {
            let articles = Self.articles(seed: UInt64(seed))
            let whole = WordTable(articles: articles)
            var sum = WordTable(articles: Array(articles[..<seed]))
            sum.merge(WordTable(articles: Array(articles[seed...])))
            #expect(sum == whole)
            let closing = RunClosing(lexicon: "l", voices: .full, words: whole)
            guard case .closing(let read) = try ScoreLine(json: Data(ScoreLine.closing(closing).json)) else {
                Issue.record("not a closing line")
                continue
            }
            #expect(read == closing)
        }
    }
}

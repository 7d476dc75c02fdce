import Articles
import Comparing
import Foundation
import Lexicons
import Scoring
import TestSupport
import Words

/// The time of a comparison of 60 sources by 40 framings, from tallies that are in memory already, in seconds of one core.
struct ComparisonTimes {
    private static let sources = 60
    private static let framings = 40

    /// Bars: 100 000 articles in 2 s and 500 MB; twice the articles take at most twice the time and a little.
    func printTable() {
        print("comparison, \(Self.sources) sources, \(Self.framings) framings   CPU s     us an article   peak MB")
        var times: [Double] = []
        for articles in [12_500, 25_000, 50_000, 100_000] {
            let (seconds, pairs) = time(articles)
            times.append(seconds)
            let each = seconds / Double(articles) * 1e6
            print(
                "\(articles) articles, \(pairs) pairs".padding(to: 42), "\(rounded(seconds))".padding(to: 9),
                "\(rounded(each))".padding(to: 15), Self.peakMegabytes.map(String.init) ?? "unknown")
        }
        let growth = zip(times.dropFirst(), times).map { rounded($0 / $1) }
        print("linear: twice the articles take \(growth.map { "\($0)" }.joined(separator: ", ")) times as long")
    }

    private func time(_ articles: Int) -> (seconds: Double, pairs: Int) {
        let settled = SettledTally(tally(articles))
        let comparator = Comparator(lexicon: lexicon, voiceMode: .full)
        _ = Self.vocabulary
        let start = clock()
        let comparison = comparator.compare(settled) { Self.vocabulary }
        return (Double(clock() - start) / Double(CLOCKS_PER_SEC), comparison.concepts[0].differences?.comparable.count ?? 0)
    }

    private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

    private static let words = (0..<50_000).map { "word\($0)" }
    private static let hashes = words.map { WordSignature.hash(ofFolded: $0) }

    /// So that word lists are made too.
    private static let vocabulary = Vocabulary(articles: [makeArticle(words.joined(separator: " "))])

    private var lexicon: Lexicon {
        let framings = (0..<Self.framings).map { number in
            Framing(id: "f\(number)", label: "Framing \(number)", note: nil, opposite: nil, terms: [])
        }
        let concept = Concept(id: "c", label: "Concept", question: nil, framings: framings)
        return Lexicon(name: "Bench", version: "1", language: nil, concepts: [concept], speakers: [])
    }

    /// Articles of three own-voice mentions that lean to one framing; half of the sources have a leaning of their own.
    private func tally(_ articles: Int) -> Tally {
        var generator = SeededRandom(seed: 40)
        return Tally(
            (0..<articles).map { number in
                let source = number % Self.sources
                let leaning = source % 2 == 0 && Bool.random(using: &generator) ? source % Self.framings : nil
                let main = leaning ?? Int.random(in: 0..<Self.framings, using: &generator)
                let hits = (0..<3).map { place in
                    hit(place < 2 ? main : Int.random(in: 0..<Self.framings, using: &generator), place)
                }
                return article(number, source: source, hits: hits)
            })
    }

    private func article(_ number: Int, source: Int, hits: [Hit]) -> ArticleTally {
        let signature = WordSignature(words: (0..<20).map { Self.hashes[(number * 7919 + $0 * $0 * 104_729) % Self.hashes.count] })
        let passage = PassageTally(field: .text, kind: .body, span: ByteSpan(0, 120), signature: signature, voiceRuns: [])
        return ArticleTally(
            doc: "a\(number)", source: Source(name: "Source \(source)"),
            date: ArticleDate("2020-\(10 + number % 3)-\(10 + number % 18)"), dateIsInferred: false, language: nil, headline: nil,
            sha256: "", passages: [passage], speakers: [], unbalancedQuotations: 0, hits: hits
        )
    }

    private func hit(_ framing: Int, _ place: Int) -> Hit {
        Hit(
            field: .text, span: ByteSpan(place * 10, place * 10 + 5), surface: "word", concept: "c", framing: "f\(framing)",
            term: "word\(place)", passage: .body, passageIndex: 0, firstWord: place, endWord: place + 1, voice: .own, speaker: nil,
            side: nil,
            rule: nil, context: nil, status: .counted
        )
    }

    /// The largest resident set so far, where the system tells.
    private static var peakMegabytes: Int? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 / 1024 }
    }
}

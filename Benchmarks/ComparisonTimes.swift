import Articles
import Comparing
import Foundation
import Lexicons
import Scoring
import TestSupport
import Words

/// The time of a comparison of 60 sources by 40 framings, from tallies that are in memory already, on one core.
struct ComparisonTimes {
    private static let sources = 60
    private static let framings = 40

    func printTable() {
        print("comparison, \(Self.sources) sources, \(Self.framings) framings   seconds")
        for articles in [6_000, 25_000, 50_000, 100_000] {
            let settled = SettledTally(tally(articles))
            let comparator = Comparator(lexicon: lexicon, voiceMode: .full)
            let clock = ContinuousClock()
            let start = clock.now
            let comparison = comparator.compare(settled)
            let seconds = (clock.now - start) / .seconds(1)
            let compared = comparison.concepts[0].differences?.comparable.count ?? 0
            print("\(articles) articles, \(compared) pairs".padding(to: 42), Double(Int(seconds * 1000)) / 1000)
        }
        if let peak = Self.peakMegabytes { print("peak memory, tallies included: \(peak) MB") }
    }

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
        let signature = WordSignature(words: (0..<20).map { UInt32(truncatingIfNeeded: number * 31 + $0) })
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

import Articles
import Foundation
import Lexicons
import Scoring
import Words

/// The time of each stage on the same articles, one thread unless said, as the median of five rounds.
struct StageTimes {
    private static let rounds = 5

    let corpus: BenchmarkCorpus
    let lexicon: Lexicon

    func printTable() {
        let terms = lexicon.concepts.flatMap(\.framings).reduce(0) { $0 + $1.terms.count }
        let expected = LexiconScorer(lexicon: lexicon, voices: .full).score(corpus.articles).reduce(0) { $0 + $1.hits.count }
        print("lexicon: \(lexicon.name), \(terms) terms; \(expected) hits in \(corpus.byteCount) bytes")
        print("stage                              MB/s")
        row("words", count: wordCount)
        row("sentences", count: sentenceCount)
        printVoices()
        row("terms", count: matchCount)
        let one = row("scoring, one thread", count: { hitCount(threads: 1) }, expected: expected)
        let two = row("scoring, two threads", count: { hitCount(threads: 2) }, expected: expected)
        print("two threads against one: \(Self.shown(one / two))")
    }

    func printVoices() {
        row("voices, all rules", count: { voiceCount(.full) }, clock: .processor)
        row("voices, marks only", count: { voiceCount(.marks) }, clock: .processor)
    }

    /// What the time of a stage is counted by.
    private enum Clock {
        case wall
        /// Of the calling thread, so that other work on the machine tells less.
        case processor

        var seconds: Double {
            switch self {
            case .wall: Date.timeIntervalSinceReferenceDate
            case .processor: ProcessorTime.now
            }
        }
    }

    /// Prints the stage's speed; gives its seconds.
    @discardableResult
    private func row(_ name: String, count: () -> Int, expected: Int? = nil, clock: Clock = .wall) -> Double {
        let first = count()
        var seconds: [Double] = []
        for _ in 0..<Self.rounds {
            let before = clock.seconds
            let found = count()
            seconds.append(clock.seconds - before)
            guard found == first, found == expected ?? found else {
                print("\(name): the answer changed between rounds, no time printed")
                return .nan
            }
        }
        let median = seconds.sorted()[Self.rounds / 2]
        print(name.padding(to: 34), Self.shown(Double(corpus.byteCount) / 1e6 / median))
        return median
    }

    private func wordCount() -> Int {
        total { article, passage in WordSegmenter.words(in: article.bytes(of: passage.field), span: passage.span).count }
    }

    private func sentenceCount() -> Int {
        total { article, passage in SentenceSegmenter.sentences(in: article.bytes(of: passage.field), span: passage.span).count }
    }

    private func voiceCount(_ mode: VoiceMode) -> Int {
        var session = VoiceSession(VoiceReader(lexicon, mode: mode))
        var count = 0
        for article in corpus.articles { count += session.spans(in: article).count }
        return count
    }

    /// Words and sentences included.
    private func matchCount() -> Int {
        var session = MatchingSession(lexicon)
        return total { article, passage in
            session.matches(in: PassageWords(bytes: article.bytes(of: passage.field), span: passage.span), language: article.language).count
        }
    }

    private func hitCount(threads: Int) -> Int {
        LexiconScorer(lexicon: lexicon, voices: .full).score(corpus.articles, threads: threads).reduce(0) { $0 + $1.hits.count }
    }

    private func total(_ count: (Article, Passage) -> Int) -> Int {
        corpus.articles.reduce(0) { sum, article in sum + article.passages.reduce(0) { $0 + count(article, $1) } }
    }

    private static func shown(_ number: Double) -> String { String(Double(Int(number * 100)) / 100) }
}

extension String {
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

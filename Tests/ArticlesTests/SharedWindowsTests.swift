import TestSupport
import Testing
import Words

@testable import Articles

@Suite struct SharedWindowsTests {
    private static func text(_ passages: [[UInt32]]) -> RepeatFinder.Text {
        RepeatFinder.Text(doc: "d", sourceKey: "S", date: nil, passages: passages.map(WordSignature.init))
    }

    /// Texts cut from one pool, of few words or many, whole or with some words changed.
    private static func texts(_ generator: inout SeededRandom) -> [RepeatFinder.Text] {
        let words: UInt32 = [2, 5, 1 << 24].randomElement(using: &generator) ?? 2
        let pool = (0..<300).map { _ in UInt32.random(in: 0..<words, using: &generator) }
        return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            let passages = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                let start = Int.random(in: 0..<200, using: &generator)
                var part = Array(pool[start..<start + Int.random(in: 0...100, using: &generator)])
                if Bool.random(using: &generator), !part.isEmpty { part[Int.random(in: 0..<part.count, using: &generator)] = 1 << 23 }
                return part
            }
            return text(passages)
        }
    }

    @Test func `each window that another text has is given, on any number of threads`() {
        var generator = SeededRandom(seed: 2_003)
        var sharedCount = 0
        for _ in 0..<150 {
            let texts = Self.texts(&generator)
            let windows = SharedWindows(of: texts)
            let all = texts.map { text in
                let words = text.words
                return words.indices.dropLast(24).map { Array(words[$0..<$0 + 25]) }
            }
            let sets = all.map(Set.init)
            for text in texts.indices {
                let given = Set(windows[text].joined())
                for (start, window) in all[text].enumerated() {
                    let isShared = sets.indices.contains { $0 != text && sets[$0].contains(window) }
                    sharedCount += isShared ? 1 : 0
                    #expect(!isShared || given.contains(start))
                }
                #expect(given.allSatisfy { $0 < all[text].count })
                #expect(zip(windows[text], windows[text].dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
                for threads in [2, 7] { #expect(SharedWindows(of: texts, threads: threads)[text] == windows[text]) }
            }
        }
        #expect(sharedCount > 1_000)
    }

    @Test func `texts that share nothing have no windows to look at`() {
        let texts = (0..<20).map { number in Self.text([(0..<400).map { UInt32(number * 400 + $0) }]) }
        let windows = SharedWindows(of: texts)
        #expect(texts.indices.allSatisfy { windows[$0].isEmpty })
    }

    @Test func `the first of equal passages is known, also among such that only begin and end alike`() {
        var generator = SeededRandom(seed: 40)
        var first = FirstPassages()
        for _ in 0..<500 {
            let passages = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                (0..<Int.random(in: 1...4, using: &generator)).map { _ in UInt32.random(in: 0...1, using: &generator) }
            }
            let text = Self.text(passages)
            first.removeAll()
            for index in passages.indices {
                #expect(first.first(equalTo: index, of: text) == passages[..<index].firstIndex(of: passages[index]))
            }
        }
    }
}

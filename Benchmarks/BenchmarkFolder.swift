import Foundation
import TestSupport

/// Writes an invented corpus and lexicons in the forms that `Scripts/bench-rivals.py` gives to the program and its rivals.
struct BenchmarkFolder {
    private static let articles = 8_000
    private static let articleBytes = 5_000

    let url: URL

    /// - Throws: where the folder cannot be written.
    func write() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        var generator = NewsGenerator(seed: 20_201_007)
        let texts = (0..<Self.articles).map { _ in generator.article(bytes: Self.articleBytes) }
        let records = try texts.enumerated().map { number, text in
            let record = ["id": "a\(number)", "outlet": "Outlet \(number % 40)", "date": "2020-10-\(10 + number % 20)", "text": text]
            return String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
        }
        try write(records.joined(separator: "\n") + "\n", "corpus.jsonl")
        try write(texts.joined(separator: "\n\n"), "corpus.txt")
        for count in [500, 5_000] { try writeLexicon(terms(count, from: texts, seed: UInt64(count)), "lex\(count)") }
    }

    /// Six words, three phrases and one prefix in ten, as they stand in the texts.
    private func terms(_ count: Int, from texts: [String], seed: UInt64) -> [String] {
        var generator = SeededRandom(seed: seed)
        var terms: Set<String> = []
        let words = texts.prefix(400).flatMap { $0.lowercased().split { !$0.isLetter }.map(String.init) }.filter { $0.count > 3 }
        while terms.count < count {
            let place = Int.random(in: 0..<words.count - 1, using: &generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<6: terms.insert(words[place])
            case 6..<9: terms.insert(words[place] + " " + words[place + 1])
            default: terms.insert(words[place].prefix(5) + "*")
            }
        }
        return terms.sorted()
    }

    private func writeLexicon(_ terms: [String], _ name: String) throws {
        try write(terms.joined(separator: "\n") + "\n", name + ".txt")
        try write(terms.map { $0.replacing("*", with: "") }.joined(separator: "\n") + "\n", name + ".plain")
        try write(terms.map { $0.replacing("*", with: "\\w*") }.joined(separator: "\n") + "\n", name + ".rx")
        let head = """
            lexicon: \(name)
            format: 1
            version: 1
            language: en
            concepts:
              - concept: all
                label: All
                question: Which of them?
                framings:
                  - framing: one
                    label: One
                    terms:

            """
        try write(head + terms.map { "          - \"\($0)\"\n" }.joined(), name + ".yaml")
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }
}

import Foundation
import TestSupport

/// Invents news-like text: paragraphs of sentences with names, quotations and reporting verbs, word frequencies falling as in prose.
///
/// About 1.5 % of the bytes are not ASCII and one word in fifty is a lexicon term, like English news.
struct NewsGenerator {
    private var generator: SeededRandom
    private let vocabulary: [String]
    private static let functionWords = [
        "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "was", "by", "as", "at", "from", "had", "were", "its", "which",
        "over",
    ]
    private static let names = ["Ana Holt", "Ivo Brandt", "Maren Sund", "the ministry", "President Olsen", "Foreign Minister Lia Roth"]
    private static let verbs = ["said", "told reporters", "claimed", "insisted", "added", "stated"]
    private static let terms = [
        "occupied", "disputed", "ceasefire", "clashes", "counter-terrorism operation", "territorial integrity", "hostilities", "liberated",
    ]

    init(seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        let syllables = [
            "ba", "con", "der", "fi", "ga", "han", "ing", "jo", "kel", "lo", "mi", "nor", "pre", "ra", "sol", "ter", "un", "ver", "wal",
            "ze",
        ]
        vocabulary = (0..<20_000).map { _ in
            (0..<Int.random(in: 1...4, using: &generator)).map { _ in syllables.randomElement(using: &generator) ?? "a" }.joined()
        }
        self.generator = generator
    }

    /// A text of at least `bytes` bytes: a headline, then paragraphs.
    mutating func article(bytes: Int) -> String {
        var text = clause(words: 8).capitalized + "\n"
        while text.utf8.count < bytes { text += "\n" + paragraph() + "\n" }
        return text
    }

    private mutating func paragraph() -> String {
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in sentence() }.joined(separator: " ")
    }

    private mutating func sentence() -> String {
        let clause = clause(words: Int.random(in: 6...24, using: &generator))
        let name = Self.names.randomElement(using: &generator) ?? ""
        let verb = Self.verbs.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return "“\(capitalised(clause)),” \(name) \(verb)."
        case 1: return "\"\(capitalised(clause)),\" \(name) \(verb)."
        case 2: return "\(capitalised(name)) \(verb) that \(clause)."
        default: return "\(capitalised(clause))."
        }
    }

    private mutating func clause(words: Int) -> String {
        (0..<words).map { _ in word() }.joined(separator: " ")
    }

    private mutating func word() -> String {
        let draw = Double.random(in: 0..<1, using: &generator)
        if draw < 0.02 { return Self.terms.randomElement(using: &generator) ?? "" }
        if draw < 0.45 { return Self.functionWords.randomElement(using: &generator) ?? "" }
        // Rank by inverse powers: the frequencies of Zipf's law, roughly.
        let rank = Int(pow(Double(vocabulary.count), Double.random(in: 0..<1, using: &generator)))
        return vocabulary[min(rank, vocabulary.count - 1)]
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

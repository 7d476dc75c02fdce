import Foundation

/// Articles about a harbour wall that nobody built, in any number.
enum InventedCorpus {
    /// The bodies differ from article to article, so that nothing is set aside as repeated.
    static func articles(sources: Int, each count: Int) -> String {
        let articles = (0..<sources).flatMap { source in (0..<count).map { article(source: source, number: $0) } }
        return lines(articles)
    }

    static func lines(_ articles: [InventedArticle]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return articles.compactMap { try? encoder.encode($0) }.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    }

    private static func article(source: Int, number: Int) -> InventedArticle {
        let words = ["barrier", "rampart", "sea gate", "folly"]
        let sentences = (0..<6).map { index in
            let word = words[(source * 5 + number * 3 + index * index) % words.count]
            return [
                "On day \(source + index) the \(word) kept out a tide of \(number + 3) feet.",
                "The harbour master of quay \(source) said the \(word) had cost \(number + index) times its estimate.",
                "\u{201C}Your \(word) is no friend of the \(index + 2) trawlers,\u{201D} skipper Ines Orme told a meeting on pier \(number).",
            ][(source + number + index) % 3]
        }
        return InventedArticle(
            id: "s\(source)-\(number)", source: "Quay Gazette \(source)", date: "2031-0\(number % 9 + 1)-1\(source % 9)",
            title: "Gale \(number) at pier \(source)", text: sentences.joined(separator: "\n\n")
        )
    }

    static let lexicon = """
        lexicon: Harbour wall
        format: 1
        version: 1
        language: en
        concepts:
          - concept: wall
            label: The wall
            question: What is the wall called?
            framings:
              - framing: barrier
                label: Barrier
                terms: [barrier]
              - framing: rampart
                label: Rampart
                terms: [rampart]
              - framing: sea-gate
                label: Sea gate
                terms: [sea gate]
          - concept: purpose
            label: Its worth
            question: What is the wall said to be good for?
            framings:
              - framing: waste
                label: Waste
                terms: [folly, cost]
              - framing: safety
                label: Safety
                terms: [kept out]

        """

    static let unmatchedLexicon = """
        lexicon: Weather
        format: 1
        version: 1
        language: en
        concepts:
          - concept: sky
            label: The sky
            framings:
              - framing: snow
                label: Snow
                terms: [snow, sleet]

        """
}

/// One line of the JSON lines that the program reads.
struct InventedArticle: Encodable, Sendable {
    var id: String
    var source: String
    var date: String
    var title: String
    var text: String
}

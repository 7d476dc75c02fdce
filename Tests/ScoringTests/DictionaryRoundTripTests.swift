import Articles
import Diagnostics
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

/// What a format can express is written and read back to the same hits, in our seeds and in those of the shared folder.
@Suite struct DictionaryRoundTripTests {
    private static let formats: [LexiconFormat] = [.yaml, .quanteda, .dic, .ykd, .csv]
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Where each hit stands, and of what it is.
    private struct Place: Hashable {
        let article: Int
        let span: ByteSpan
        let concept: String
        let framing: String
    }

    private static func places(_ lexicon: Lexicon, in articles: [Article]) -> Set<Place> {
        let tallies = LexiconScorer(lexicon: lexicon, voices: .none).score(articles)
        return Set(
            tallies.enumerated().flatMap { index, tally in
                tally.hits.map { Place(article: index, span: $0.span, concept: $0.concept, framing: $0.framing) }
            })
    }

    private static func articles(_ folder: URL) throws -> [Article] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
        return try names.map { makeArticle(String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self), id: $0) }
    }

    private static func karabakh() throws -> Lexicon {
        let text = String(decoding: try Data(contentsOf: root.appending(path: "lexicons/karabakh.yaml")), as: UTF8.self)
        return try #require(LexiconFile.read(text, file: "karabakh.yaml").lexicon)
    }

    private static func write(_ lexicon: Lexicon, as format: LexiconFormat) -> DictionaryWriting {
        DictionaryWriting(CategoryDictionary(lexicon), lexicon: lexicon, as: format, file: "l.yaml")
    }

    /// The lexicon without the terms that the format cannot say, which the writing names by their lines, and without what no dictionary has.
    private static func expressible(_ lexicon: Lexicon, in format: LexiconFormat) -> Lexicon {
        var kept = lexicon
        kept.speakers = []
        for concept in kept.concepts.indices {
            kept.concepts[concept].question = nil
            for framing in kept.concepts[concept].framings.indices { kept.concepts[concept].framings[framing].opposite = nil }
        }
        // Only the first faults of a kind are listed.
        while case let unsaid = Set(write(kept, as: format).diagnostics.compactMap(\.line)), !unsaid.isEmpty { remove(unsaid, from: &kept) }
        return kept
    }

    private static func remove(_ lines: Set<Int>, from lexicon: inout Lexicon) {
        for concept in lexicon.concepts.indices {
            for framing in lexicon.concepts[concept].framings.indices {
                lexicon.concepts[concept].framings[framing].terms.removeAll { lines.contains($0.line) }
            }
            lexicon.concepts[concept].framings.removeAll(where: \.terms.isEmpty)
        }
        lexicon.concepts.removeAll(where: \.framings.isEmpty)
    }

    private static func expectTheSame(_ lexicon: Lexicon, as format: LexiconFormat, in articles: [Article]) throws {
        let written = write(lexicon, as: format)
        #expect(written.diagnostics.isEmpty, "\(written.diagnostics)")
        let again = DictionaryReading(Array(written.text.utf8), file: "l.\(format.rawValue)")
        #expect(!again.diagnostics.contains { $0.severity != .note }, "\(again.diagnostics)")
        let found = places(lexicon, in: articles)
        #expect(!found.isEmpty)
        #expect(places(try #require(again.lexicon), in: articles) == found)
    }

    @Test(arguments: formats) func ourLexiconFindsTheSameInOurSeeds(format: LexiconFormat) throws {
        let lexicon = Self.expressible(try Self.karabakh(), in: format)
        try Self.expectTheSame(lexicon, as: format, in: Self.articles(Self.root.appending(path: "seeds")))
    }

    @Test(.enabled(if: hasSharedData("seeds")), arguments: formats)
    func ourLexiconFindsTheSameInTheSharedSeeds(format: LexiconFormat) throws {
        let lexicon = Self.expressible(try Self.karabakh(), in: format)
        try Self.expectTheSame(lexicon, as: format, in: Self.articles(try #require(sharedFolder()).appending(path: "seeds")))
    }

    /// The table of LIWC-22 has no levels: one framing a concept is what it can say.
    @Test func aFlatLexiconFindsTheSameThroughTheTableOfLIWC() throws {
        var lexicon = Self.expressible(try Self.karabakh(), in: .dicx)
        lexicon.concepts = lexicon.concepts.map { concept in
            var flat = concept
            flat.framings = [concept.framings[0]]
            flat.framings[0].id = concept.id
            return flat
        }
        try Self.expectTheSame(lexicon, as: .dicx, in: Self.articles(Self.root.appending(path: "seeds")))
    }

    @Test(arguments: formats + [.dicx]) func randomLexiconsFindTheSame(format: LexiconFormat) throws {
        var random = SeededRandom(seed: 31)
        let words = ["dam", "river", "flood", "gate", "wall", "bank", "mill", "weir", "lock", "ferry", "quay", "tide"]
        let article = makeArticle((0..<8_000).map { _ in words.randomElement(using: &random) ?? "dam" }.joined(separator: " ") + ".")
        for round in 0..<20 {
            var framings: [String: [String]] = [:]
            for index in 0..<(format == .dicx ? 1 : 3) {
                let terms = (0..<4).map { _ in
                    let length = Int.random(in: 1...3, using: &random)
                    let term = (0..<length).map { _ in words.randomElement(using: &random) ?? "dam" }.joined(separator: " ")
                    return Bool.random(using: &random) ? term : String(term.dropLast()) + "*"
                }
                // The last letter tells the framings apart, so that none has a term of another.
                framings[format == .dicx ? "c\(round)" : "f\(index)"] =
                    Array(Set(terms.filter { $0.utf8.count % 3 == index || format == .dicx })).sorted() + ["only\(index)"]
            }
            let lexicon = makeLexicon(concepts: [("c\(round)", framings)])
            try Self.expectTheSame(lexicon, as: format, in: [article])
        }
    }
}

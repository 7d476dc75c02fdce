import Articles
import Diagnostics
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing

/// The shared dictionaries in foreign formats hold and find what was counted independently of us.
@Suite(.enabled(if: hasSharedData("interop/own/expected.json"))) struct ForeignDictionaryTests {
    struct Expected: Decodable {
        var category_nodes: Int?
        var memberships: Int?
        var distinct_terms: Int?
        var wildcard_terms: Int?
        var multiword_terms: Int?
        var hits: [String: Int]?
        var hits_unconditional_only: [String: Int]?
    }

    static let files = [
        "liwc-plain.dic", "liwc-messy-crlf.dic", "liwc-cr-only.dic", "liwc-conditional-nested.dic", "liwc22.dicx", "wordstat-nested.cat",
        "yoshikoder-mixed.ykd", "lexicoder-colours.lc3", "vbpro.vbpro", "quanteda.yml", "terms.csv", "nrc-style.txt",
    ]

    static func expected(_ file: String) throws -> Expected {
        let all = try #require(try JSONSerialization.jsonObject(with: sharedData("interop/own/expected.json")) as? [String: Any])
        return try JSONDecoder().decode(Expected.self, from: JSONSerialization.data(withJSONObject: try #require(all[file])))
    }

    /// Hits by the names of concept and framing, dots between; those of a concept's own list under its name alone.
    static func hits(_ lexicon: Lexicon, in text: String) -> [String: Int] {
        let article = makeArticle(text)
        let tally = LexiconScorer(lexicon: lexicon, voices: .none).score([article])[0]
        var counts: [String: Int] = [:]
        for hit in tally.hits { counts[hit.concept == hit.framing ? hit.concept : "\(hit.concept).\(hit.framing)", default: 0] += 1 }
        return counts
    }

    @Test(arguments: files)
    func sizesAndHitsAreTheExpectedOnes(file: String) throws {
        let expected = try Self.expected(file)
        let reading = DictionaryReading(Array(try sharedData("interop/own/\(file)")), file: file)
        let lexicon = try #require(reading.lexicon)
        let size = try #require(reading.dictionary).size
        if let count = expected.category_nodes { #expect(size.categories == count) }
        if let count = expected.memberships { #expect(size.memberships == count) }
        if let count = expected.distinct_terms { #expect(size.terms == count) }
        if let count = expected.wildcard_terms { #expect(size.termsWithWildcards == count) }
        if let count = expected.multiword_terms { #expect(size.termsOfSeveralWords == count) }
        let tokens = String(decoding: try sharedData("interop/own/fixed.tokens.txt"), as: UTF8.self)
        let found = Self.hits(lexicon, in: tokens)
        // The root of a Yoshikoder file is the dictionary, not a category of ours.
        let root = file.hasSuffix(".ykd") ? "frames." : ""
        for (name, count) in try #require(expected.hits ?? expected.hits_unconditional_only) where name != "Frames" {
            #expect(found[name.lowercased().replacing(root, with: ""), default: 0] == count, "\(name)")
        }
    }

    @Test func spacyPatternsFindWhatSpacyFinds() throws {
        let reading = DictionaryReading(Array(try sharedData("interop/own/patterns.jsonl")), file: "patterns.jsonl")
        #expect(reading.diagnostics.isEmpty)
        let text = String(decoding: try sharedData("interop/own/fixed.txt"), as: UTF8.self).replacing("\n", with: " ")
        #expect(Self.hits(try #require(reading.lexicon), in: text) == ["armed": 3, "peace": 3, "org": 1])
    }

    @Test(arguments: ["liwca-toy.dic", "liwca-toy.dicx", "liwc-python-alpha.dic", "newsmap-english.yml", "AFINN-111.txt"])
    func filesOfOthersLoad(file: String) throws {
        let reading = DictionaryReading(Array(try sharedData("interop/third-party/\(file)")), file: file)
        #expect(!reading.diagnostics.contains { $0.severity == .error }, "\(reading.diagnostics)")
        let size = try #require(reading.dictionary).size
        if file.hasPrefix("newsmap") {
            #expect(size.terms == 819)
            #expect(size.termsWithWildcards == 236)
            #expect(size.termsOfSeveralWords == 177)
            #expect(reading.lexicon?.concepts.count == 5)
            #expect(reading.lexicon?.concepts.reduce(0) { $0 + $1.framings.count } == 241)
        }
        if file.hasPrefix("AFINN") { #expect(size.terms == 2_477) }
    }

    @Test func aMalformedTableFailsWithItsLine() throws {
        let reading = DictionaryReading(Array(try sharedData("interop/third-party/liwca-toybad.dicx")), file: "liwca-toybad.dicx")
        #expect(reading.diagnostics.contains { $0.severity == .error && $0.line == 2 })
    }

    /// Written in a format and read back, a dictionary that the format can express finds the same in the seed articles.
    @Test(.enabled(if: hasSharedData("seeds")), arguments: files, [LexiconFormat.yaml, .quanteda, .ykd, .csv])
    func writtenAndReadBackTheHitsAreTheSame(file: String, format: LexiconFormat) throws {
        let reading = DictionaryReading(Array(try sharedData("interop/own/\(file)")), file: file)
        let lexicon = try #require(reading.lexicon)
        let written = DictionaryWriting(try #require(reading.dictionary), lexicon: lexicon, as: format, file: file)
        let again = DictionaryReading(Array(written.text.utf8), file: "again.\(format.rawValue)")
        let seeds = try #require(sharedFolder()).appending(path: "seeds")
        for name in try FileManager.default.contentsOfDirectory(atPath: seeds.path) where name.hasSuffix(".txt") {
            let text = String(decoding: try Data(contentsOf: seeds.appending(path: name)), as: UTF8.self)
            #expect(Self.hits(try #require(again.lexicon), in: text) == Self.hits(lexicon, in: text))
        }
    }
}

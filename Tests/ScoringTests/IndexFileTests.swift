import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing

/// Files that are no index, no longer one, or one of something else are refused; none ends the program.
@Suite struct IndexFileTests {
    private static let articles = [
        makeArticle("Ana Holt said the clashes went on.\nThe clashes, \u{201C}at last\u{201D}, are over; the U.S. left.", id: "a"),
        makeArticle("Clashes in Kad\u{131}k\u{F6}y.\nREAD MORE", id: "b", kinds: [.body, .link], language: "tr"),
        makeArticle("", id: "c", source: nil),
    ]
    private static let lexicon = makeLexicon(concepts: [("c", ["f": ["clash*", "the U.S.", "(are|is) <0-2> left"]])])

    private func bytes() throws -> Data { try indexData(of: Self.articles, in: TemporaryFolder()) }

    /// What opening and using the bytes comes to; the tallies where nothing was wrong with them.
    private func use(_ data: Data) -> [ArticleTally]? {
        do {
            let index = try CorpusIndex(data)
            let scorer = IndexScorer(index: index, lexicon: Self.lexicon, voices: .full)
            _ = scorer.search().countsByArticle()
            _ = try scorer.search().all()
            return try scorer.tallies()
        } catch {
            return nil
        }
    }

    @Test func aFlippedBitAnywhereIsNoticed() throws {
        let whole = try bytes()
        #expect(use(whole) != nil)
        for byte in whole.indices {
            var changed = whole
            changed[byte] ^= 1 << UInt8(byte % 8)
            #expect(use(changed) == nil, "byte \(byte)")
        }
    }

    @Test func aFileCutOrLengthenedAnywhereIsRefused() throws {
        let whole = try bytes()
        for count in stride(from: 0, to: whole.count, by: 7) { #expect(use(whole.prefix(count)) == nil) }
        #expect(use(whole + Data(count: 32)) == nil)
        #expect(use(Data("no index at all".utf8)) == nil)
        #expect(use(Data(count: 4096)) == nil)
    }

    /// Bytes changed at random, the checksum then set right: whoever does so gets wrong hits or a refusal, never more.
    @Test(arguments: 0..<8) func aForgedFileEndsNothing(seed: UInt64) throws {
        let whole = try bytes()
        var random = SeededRandom(seed: 300 + seed)
        for _ in 0..<400 {
            var forged = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 16..<forged.count, using: &random)
                forged[place] =
                    Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : [0, 1, 0x7F, 0x80, 0xFF][place % 5]
            }
            _ = use(IndexForgery.withChecksum(forged))
        }
    }

    @Test func theForgeryOfAnUnchangedFileIsTheFile() throws {
        let whole = try bytes()
        #expect(IndexForgery.withChecksum(whole) == whole)
    }

    @Test func equalArticlesHaveEqualBytes() throws { #expect(try bytes() == bytes()) }

    @Test func nothingIsLeftBehindWhereTheIndexCannotBePut() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.url.appendingPathComponent("taken/x"), withIntermediateDirectories: true)
        var builder = try IndexBuilder(
            path: folder.url.appendingPathComponent("taken").path, voices: VoiceReader(speakers: [], mode: .none))
        try builder.add(Self.articles[0])
        #expect(throws: IndexFault.self) { _ = try builder.finish(Corpus(), options: ReadingOptions()) }
        #expect(throws: IndexFault.self) {
            _ = try IndexBuilder(path: "/no/such/folder/index", voices: VoiceReader(speakers: [], mode: .none))
        }
    }

    @Test func theArticlesComeBackWithTheirPassages() throws {
        let found = try makeIndex(of: Self.articles).articles()
        #expect(found.map(\.id) == ["a", "b", "c"])
        #expect(found.map(\.passages) == Self.articles.map(\.passages))
        #expect(found.map(\.text) == Self.articles.map(\.text))
    }

    @Test func anIndexFitsOnlyTheFilesItWasMadeOf() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("The clashes went on.\n", to: "texts/one.txt")
        try folder.write("articles:\n  - file: one.txt\n    source: A\n", to: "texts/corpus.yaml")
        let paths = [folder.url.appendingPathComponent("texts").path]
        let path = try #require(IndexStore.path(for: paths))
        func make() throws {
            var builder = try IndexBuilder(path: path, voices: VoiceReader(speakers: []))
            let corpus = CorpusReader.read(paths: paths, options: ReadingOptions())
            for article in corpus.articles { try builder.add(article) }
            _ = try builder.finish(corpus, options: ReadingOptions())
        }
        func fits(_ options: ReadingOptions = ReadingOptions()) -> Bool {
            if case .fits = IndexStore.index(of: paths, options: options) { true } else { false }
        }
        if case .none = IndexStore.index(of: paths, options: ReadingOptions()) {} else { Issue.record("there is no index yet") }
        try make()
        #expect(fits())
        var options = ReadingOptions()
        options.source = "B"
        #expect(!fits(options))
        try Data("The clashes ended.\n".utf8).write(to: file)
        #expect(!fits())
        try make()
        #expect(fits())
        try folder.write("articles:\n  - file: one.txt\n    source: B\n", to: "texts/corpus.yaml")
        #expect(!fits())
        try Data("PRLXINDX".utf8).write(to: URL(fileURLWithPath: path))
        #expect(!fits())
    }

    @Test func standardInputHasNoIndex() { #expect(IndexStore.path(for: ["a", "-"]) == nil) }
}

/// Sets the checksum of an index right after its bytes were changed, by the definition in `IndexChecksum`.
enum IndexForgery {
    static func withChecksum(_ data: Data) -> Data {
        var words = data.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count - 7, by: 8).map { bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self) }
        }
        words[3] = 0
        var lanes: [UInt64] = [0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93]
        for (place, word) in (words[8...] + words[..<8]).enumerated() { lanes[place % 4] = step(lanes[place % 4], word) }
        words[3] = lanes.dropFirst().reduce(lanes[0]) { step($0, $1) }
        return words.withUnsafeBytes { Data($0) }
    }

    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (lane ^ word) &* 0xA076_1D64_78BD_642F
        return mixed << 29 | mixed >> 35
    }
}

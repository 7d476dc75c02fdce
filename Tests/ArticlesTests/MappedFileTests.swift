import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Articles

/// Files are mapped and repaired line by line; what comes of them is what comes of their text repaired as a whole.
@Suite struct MappedFileTests {
    private func read(_ bytes: [UInt8], options: ReadingOptions = ReadingOptions()) throws -> Corpus {
        let folder = try TemporaryFolder(["a.jsonl": bytes])
        return CorpusReader.read(paths: [folder.path("a.jsonl")], options: options)
    }

    /// A line of JSON with stray bytes in it, whole or cut.
    private func line(_ generator: inout SeededRandom, id: Int) -> [UInt8] {
        let pieces: [[UInt8]] =
            [[0xFF], [0xE2, 0x80], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0]]
            + ["plain words of a text ", "caf\u{E9} ", "\\n\\n", "\\u201c", "\u{201D}", "\\\"", "\t"].map { Array($0.utf8) }
        let text = (0..<Int.random(in: 0...8, using: &generator)).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
        let whole = Array("{\"id\":\"\(id)\",\"text\":\"A text ".utf8) + text + Array("\"}".utf8)
        return Int.random(in: 0..<12, using: &generator) == 0
            ? Array(whole.prefix(Int.random(in: 0...whole.count, using: &generator))) : whole
    }

    private static func shown(_ diagnostic: Diagnostic) -> String {
        "\(diagnostic.line ?? 0) \(diagnostic.message) \(diagnostic.text ?? "")"
    }

    @Test func `stray bytes, null characters, line ends and cut lines are read as in the repaired whole`() throws {
        var generator = SeededRandom(seed: 23)
        let ends: [[UInt8]] = [[0x0A], [0x0D, 0x0A], [0x0D], [0x0A, 0x0A]]
        for round in 0..<200 {
            let mark: [UInt8] = round.isMultiple(of: 3) ? [0xEF, 0xBB, 0xBF] : []
            let lines = (0..<Int.random(in: 1...12, using: &generator)).flatMap { id in
                line(&generator, id: id) + (ends.randomElement(using: &generator) ?? [])
            }
            let padding = Array("{\"id\":\"long\",\"text\":\"\(String(repeating: "word ", count: 2_000))\"}\n".utf8)
            let content = padding + lines.dropLast(round.isMultiple(of: 5) ? 1 : 0)
            let (mapped, whole) = (try read(mark + content), try read(UTF8Repair(content.span).text))
            #expect(mapped.articles.map(\.id) == whole.articles.map(\.id))
            #expect(mapped.articles.map(\.text) == whole.articles.map(\.text))
            #expect(mapped.articles.map(\.sha256) == whole.articles.map(\.sha256))
            let ofFile = mapped.diagnostics.prefix { $0.message.contains("replaced by U+FFFD") }
            #expect(mapped.diagnostics.dropFirst(ofFile.count).map(Self.shown) == whole.diagnostics.map(Self.shown))
            let faults = UTF8Faults(of: content.span)
            #expect(ofFile.contains { $0.message.contains("invalid sequence") } == (faults.replacedSequenceCount > 0))
            #expect(ofFile.contains { $0.message.contains("null character") } == (faults.nullCount > 0))
        }
    }

    @Test func `the first invalid byte is told by line, column and offset`() throws {
        let content = Array("{\"text\":\"one\"}\r\n{\"text\":\"tw\u{F6} ".utf8) + [0xFF] + Array("\"}\n".utf8)
        let diagnostic = try #require(try read(content).diagnostics.first)
        #expect((diagnostic.line, diagnostic.column) == (2, 14))
        #expect(diagnostic.message.contains("1 invalid sequence of bytes was replaced by U+FFFD, the first at byte 30"))
    }

    @Test func `a record beyond the limit is refused with its line and size, counted, and the others are read`() throws {
        var options = ReadingOptions()
        options.articleSizeLimit = 2 << 20
        let large = "{\"text\":\"\(String(repeating: "word ", count: 600_000))\",\"id\":\"large\"}\n"
        let small = (1...3).map { "{\"text\":\"word\",\"id\":\"\($0)\"}\n" }
        let corpus = try read(Array((small[0] + large + small[1] + large + small[2]).utf8), options: options)
        #expect(corpus.articles.map(\.id) == ["1", "2", "3"])
        #expect(corpus.diagnostics.map(\.line) == [2, 4])
        for diagnostic in corpus.diagnostics {
            #expect(diagnostic.severity == .error)
            #expect(diagnostic.message == "an article of more than 2 MB was left out")
            #expect(diagnostic.text == "2.8 MB")
            #expect(diagnostic.remedy?.contains("--largest-article") == true)
        }
    }

    @Test func `of many records beyond the limit twenty are listed and the others counted`() throws {
        var options = ReadingOptions()
        options.articleSizeLimit = 1 << 20
        let large = "{\"text\":\"\(String(repeating: "word ", count: 210_000))\"}\n"
        let corpus = try read(Array((String(repeating: large, count: 23) + "{\"text\":\"word\"}").utf8), options: options)
        #expect(corpus.articles.map(\.id) == ["a.jsonl:24"])
        #expect(corpus.diagnostics.count == 21)
        #expect(corpus.diagnostics.last?.message == "3 more: an article of more than 1 MB was left out")
    }

    @Test func `a text file beyond the limit is refused before it is read`() throws {
        let folder = try TemporaryFolder(texts: ["a.txt": String(repeating: "word ", count: 300_000), "b.txt": "A word."])
        var options = ReadingOptions()
        options.articleSizeLimit = 1 << 20
        let corpus = CorpusReader.read(paths: [folder.path], options: options)
        #expect(corpus.articles.map(\.id) == ["b.txt"])
        #expect(corpus.diagnostics.map(\.text) == ["1.4 MB"])
        #expect(corpus.inputs.map(\.name) == [folder.path("b.txt")])
    }

    @Test func `records are read in batches whose order is that of the file`() throws {
        let lines = (0..<9_000).map { "{\"text\":\"word\",\"id\":\"\($0)\"}" }.joined(separator: "\n")
        let folder = try TemporaryFolder(texts: ["a.jsonl": lines])
        for threads in [1, 2, 7] {
            var options = ReadingOptions()
            options.threads = threads
            var ids: [String] = []
            let corpus = CorpusReader.forEachArticle(paths: [folder.path], options: options) { ids.append($0.id) }
            #expect(ids == (0..<9_000).map(String.init))
            #expect(corpus.diagnostics.isEmpty)
        }
    }

    @Test func `an empty file has no records`() throws {
        #expect(try read([]).diagnostics.map(\.message) == ["no records"])
    }

    /// Windows shorter than a character, a line and a page, and longer.
    @Test(arguments: [4, 5, 63, 64, 1_000, 4_096, 10_000])
    func `a file looked at by windows is what it is as a whole, also when its memory was given back`(window: Int) throws {
        var generator = SeededRandom(seed: UInt64(window))
        for round in 0..<12 {
            var bytes = (0..<400).flatMap { _ in
                Array((["word ", "\u{E9}", "\u{201C}", "\u{1F600}", "\n", "{}\r\n"].randomElement(using: &generator) ?? "").utf8)
            }
            bytes += bytes + bytes + bytes + bytes + bytes
            if round.isMultiple(of: 2) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = [0x80, 0xE2, 0xFF, 0].randomElement(using: &generator) ?? 0
            }
            let folder = try TemporaryFolder(["a.jsonl": bytes])
            let (mapped, held) = (try InputBytes(mapping: folder.path("a.jsonl")), InputBytes.held(bytes))
            let isMapped = if case .mapped = mapped { true } else { false }
            #expect(isMapped)
            for _ in 0..<2 {
                #expect(mapped.isSound(from: 0, window: window) == held.isSound(from: 0, window: bytes.count))
                let digests = (try mapped.sha256(window: window), try held.sha256(window: bytes.count))
                #expect(digests.0 == digests.1)
            }
            #expect(records(of: mapped, window: window) == records(of: held, window: bytes.count))
            #expect(mapped.array == bytes)
        }
    }

    private func records(of input: InputBytes, window: Int) -> [String] {
        input.withSpan { text in
            var records = JSONRecords(text, isDocument: false, window: window)
            var found: [String] = []
            while let record = records.next(in: text, release: input.release) { found.append("\(record.line) \(record.bytes)") }
            return found
        }
    }
}

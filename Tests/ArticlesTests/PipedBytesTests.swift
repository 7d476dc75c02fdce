import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Articles

/// What comes through a pipe is the same whether it is held or kept in a file.
@Suite struct PipedBytesTests {
    private static func bytes(_ count: Int) -> [UInt8] {
        var random = SeededRandom(seed: UInt64(count))
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    @Test(arguments: [0, 1, 999, 1_000, 1_001, 65_536, 3_000_000], [0, 1_000, 2_000_000, 4_000_000])
    func allBytesComeInOrder(count: Int, mostHeld: Int) throws {
        let bytes = Self.bytes(count)
        let input = try Piping.read(bytes) { try PipedBytes.all(from: $0, mostHeld: mostHeld) }
        #expect(input.array == bytes)
        switch input {
        case .held: #expect(count <= mostHeld)
        case .mapped: #expect(count > mostHeld)
        }
    }

    @Test func aFileInThePipesPlaceIsMappedOnce() throws {
        let folder = try TemporaryFolder(["a.jsonl": Self.bytes(5_000)])
        let file = try #require(FileHandle(forReadingAtPath: folder.path("a.jsonl")))
        guard case .mapped(let whole) = try PipedBytes.all(from: file.fileDescriptor) else { throw PipeError.notRead }
        #expect(whole.count == 5_000)
        #expect(try PipedBytes.all(from: file.fileDescriptor).array.isEmpty)
    }

    @Test func aFileThatWasReadInPartGoesOnWhereItStands() throws {
        let bytes = Self.bytes(5_000)
        let folder = try TemporaryFolder(["a.jsonl": bytes])
        let file = try #require(FileHandle(forReadingAtPath: folder.path("a.jsonl")))
        try file.seek(toOffset: 100)
        #expect(try PipedBytes.all(from: file.fileDescriptor).array == Array(bytes[100...]))
    }

    @Test func whatCannotBeKeptIsTold() throws {
        let missing = FileManager.default.temporaryDirectory.appending(path: "none-\(UUID().uuidString)").path
        let bytes = Self.bytes(2_000)
        #expect(throws: PipeError.self) {
            try Piping.read(bytes) { _ = try PipedBytes.all(from: $0, mostHeld: 1_000, folder: missing) }
        }
        #expect(throws: PipeError.self) { try PipedBytes.all(from: -1) }
    }

    @Test func recordsFromAPipeAreThoseOfTheFile() throws {
        let lines = "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n"
        let corpus = Piping.corpus(of: lines)
        #expect(corpus.articles.map(\.id) == ["1", "2"])
        #expect(corpus.diagnostics.isEmpty)
        let closed = CorpusReader.read(paths: ["-"], options: ReadingOptions(), standardInput: -1)
        #expect(closed.diagnostics.map(\.message) == ["cannot be read"])
    }
}

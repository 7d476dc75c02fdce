import Articles
import CVectors
import Foundation
import Lexicons
import TestSupport
import Testing

@testable import Scoring

/// The memory that a segment grows in, and the loops that write into it.
@Suite struct ColumnMemoryTests {
    @Test(arguments: [0, 3_000_000]) func `values stay as they were written while the buffer grows`(expected: Int) {
        var generator = SeededRandom(seed: 51)
        let buffer = GrowingBuffer<UInt32>(expecting: expected)
        for round in 0..<2 {
            buffer.removeAll()
            var values: [UInt32] = []
            while values.count < 1_500_000 {
                let part = (0..<Int.random(in: 0...90_000, using: &generator)).map { UInt32(values.count + $0) ^ UInt32(round) }
                _ = buffer.extend(by: part.count).update(fromContentsOf: part)
                values += part
            }
            #expect(buffer.count == values.count && buffer.values.elementsEqual(values))
        }
    }

    @Test func `a segment that follows another has the bytes of one that stands alone`() throws {
        let first = (0..<300).map { makeArticle("Word\($0) and more; \($0 * 7) words\n\nREAD MORE", id: "\($0)", kinds: [.body, .link]) }
        let second = (0..<90).map { makeArticle("Other\($0)  words \u{2014} and more\u{2026}", id: "\($0)") }
        var reused = SegmentBuilder(folding: nil)
        _ = try bytes(of: first, by: &reused)
        reused.removeAll()
        var fresh = SegmentBuilder(folding: nil)
        #expect(try bytes(of: second, by: &reused) == bytes(of: second, by: &fresh))
    }

    private func bytes(of articles: [Article], by segment: inout SegmentBuilder) throws -> Data {
        let folder = try TemporaryFolder()
        let path = folder.url.appendingPathComponent("index").path
        var file = try IndexFileWriter(path: path)
        for (number, article) in articles.enumerated() { try segment.add(article, number: number, spans: []) }
        let entry = try segment.write(to: &file)
        _ = try file.finish(segments: [entry], key: [])
        return try Data(contentsOf: URL(filePath: path))
    }

    /// Distances of one to five bytes, rows of one posting and of hundreds beside each other.
    @Test(arguments: 0..<20 as Range<UInt64>) func `postings are the distances in bytes of seven bits, row by row`(seed: UInt64) {
        var generator = SeededRandom(seed: 500 + seed)
        var end: UInt32 = 0
        let stretches = (0..<12).map { _ in
            let words = (0..<Int.random(in: 0...400, using: &generator)).map { _ in spelling(&generator) }
            let first = end + (Bool.random(using: &generator) ? 0 : UInt32.random(in: 1...300_000_000, using: &generator))
            end = first + UInt32(words.count)
            return (first: first, words: words)
        }
        var rows = [[UInt8]](repeating: [], count: 60)
        var last = [UInt32](repeating: 0, count: 60)
        for stretch in stretches {
            for (offset, word) in stretch.words.enumerated() {
                let here = stretch.first + UInt32(offset) + 1
                Varint.append(Int(here - last[Int(word)]), to: &rows[Int(word)])
                last[Int(word)] = here
            }
        }
        end = 0
        var spellings = rows.enumerated().map { number, row in
            defer { end += UInt32(row.count) }
            return cv_ranked(rank: UInt32(number) * 3, next: end, end: end + UInt32(row.count), last: 0)
        }
        var postings = [UInt8](repeating: 0xEE, count: Int(end) + 1)
        let bits = (0..<256).map { UInt32($0) << 24 }
        for stretch in stretches {
            var words = stretch.words
            let joints = words.map { UInt8(truncatingIfNeeded: $0 * 5) }
            cv_rank_words(&words, joints, words.count, bits, &spellings, &postings, stretch.first)
            #expect(words == stretch.words.map { $0 * 3 | UInt32(UInt8(truncatingIfNeeded: $0 * 5)) << 24 })
        }
        #expect(postings == rows.flatMap(\.self) + [0xEE])
    }

    /// A few frequent spellings and many rare ones.
    private func spelling(_ generator: inout SeededRandom) -> UInt32 {
        UInt32.random(in: 0..<(Bool.random(using: &generator) ? 3 : 60), using: &generator)
    }
}

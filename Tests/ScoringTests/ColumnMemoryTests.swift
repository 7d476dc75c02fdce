import Articles
import CVectors
import Foundation
import Lexicons
import TestSupport
import Testing
import Words

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
    @Test(arguments: 0..<20 as Range<UInt64>, InstructionPath.allCases.filter(\.isAvailable))
    func `postings are the distances in bytes of seven bits, row by row`(seed: UInt64, path: InstructionPath) {
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
            let growing = stretch.words.map { $0 | ($0 * 5 & 0xFF) << UInt32(cv_joint_shift) }
            var words = growing
            growing.withUnsafeBufferPointer { growing in
                words.withUnsafeMutableBufferPointer { words in
                    var piece = cv_column_piece(
                        growing: growing.baseAddress, written: words.baseAddress, count: words.count, place: stretch.first)
                    cv_rank_words(path.kernels, &piece, bits, &spellings, &postings)
                }
            }
            #expect(words == stretch.words.map { $0 * 3 | UInt32(UInt8(truncatingIfNeeded: $0 * 5)) << 24 })
        }
        #expect(postings == rows.flatMap(\.self) + [0xEE])
    }

    @Test(arguments: 0..<20 as Range<UInt64>, InstructionPath.allCases.filter(\.isAvailable))
    func `postings are read as they were written, up to the last word that there is`(seed: UInt64, path: InstructionPath) {
        var generator = SeededRandom(seed: 900 + seed)
        var row: [UInt8] = []
        var places: [UInt32] = []
        var last = -1
        for _ in 0..<Int.random(in: 0...300, using: &generator) {
            let distance =
                1
                + Int.random(
                    in: 0..<1 << (seed % 4 < 2 ? [3, 7, 14, 21, 28, 29] : [3, 7, 8, 9, 10, 15])[Int.random(in: 0..<6, using: &generator)],
                    using: &generator)
            guard last + distance < Int(UInt32.max) else { break }
            last += distance
            Varint.append(distance, to: &row)
            places.append(UInt32(last))
        }
        let limit = seed % 2 == 0 ? last + 1 : last
        for room in [7, 64] { #expect(read(row, limit: limit, path, room: room) == places.filter { Int($0) < limit }) }
        for distance in [0, 5] where limit < 1 << 22 {
            let marked = places.filter { Int($0) < limit && Int($0) >= distance }.map { Int($0) - distance }
            #expect(self.marked(row, limit: limit, distance: distance, path) == marked)
        }
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `postings of any bytes stay among the words that there are`(path: InstructionPath) {
        var generator = SeededRandom(seed: 77)
        for _ in 0..<300 {
            let row = (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            for room in [7, 64] { #expect(read(row, limit: 5000, path, room: room).allSatisfy { $0 < 5000 }) }
            #expect(read(row, limit: 5000, path, room: 64) == read(row, limit: 5000, path, room: 7))
        }
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `bits become places, however many stand together`(path: InstructionPath) {
        var generator = SeededRandom(seed: 78)
        for _ in 0..<200 {
            let masks = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                var mask = UInt64.random(in: 0...UInt64.max, using: &generator)
                for _ in 0..<Int.random(in: 0...6, using: &generator) { mask &= UInt64.random(in: 0...UInt64.max, using: &generator) }
                return Int.random(in: 0..<3, using: &generator) == 0 ? ~mask : mask
            }
            var places = [UInt32](repeating: 0, count: masks.count * 64 + 2)
            let count = cv_mark_places(path.kernels, masks, masks.count * 64, 1000, &places)
            let expected = (0..<masks.count * 64).filter { masks[$0 / 64] >> UInt64($0 % 64) & 1 != 0 }
            #expect(places[..<count].map(Int.init) == expected.map { $0 + 1000 })
        }
    }

    private func marked(_ row: [UInt8], limit: Int, distance: Int, _ path: InstructionPath) -> [Int] {
        var bits = [UInt64](repeating: 0, count: max(0, limit) / 64 + 1)
        row.withUnsafeBufferPointer { row in
            var reader = cv_postings(
                bytes: row.baseAddress, end: row.baseAddress.map { $0 + row.count }, place: -1, limit: Int64(limit))
            cv_mark_postings(path.kernels, &reader, Int64(distance), &bits)
        }
        return (0..<bits.count * 64).filter { bits[$0 / 64] >> UInt64($0 % 64) & 1 != 0 }
    }

    private func read(_ row: [UInt8], limit: Int, _ path: InstructionPath, room: Int) -> [UInt32] {
        row.withUnsafeBufferPointer { row in
            var reader = cv_postings(
                bytes: row.baseAddress, end: row.baseAddress.map { $0 + row.count }, place: -1, limit: Int64(limit))
            var places: [UInt32] = []
            var part = [UInt32](repeating: 0, count: room)
            while true {
                let count = cv_read_postings(path.kernels, &reader, &part, part.count)
                places += part[..<count]
                if count < part.count { return places }
            }
        }
    }

    @Test(arguments: [1, 2, 3, 7, 63, 80]) func `starts of several spellings come ascending and once`(spellings: Int) {
        var generator = SeededRandom(seed: UInt64(spellings))
        let rows = (0..<spellings).map { _ in
            (0..<Int.random(in: 0...40, using: &generator)).map { _ in Int.random(in: 0..<2_000, using: &generator) }
        }
        var starts = CandidateStarts(expected: 20, wordCount: 1 << 20)
        for row in rows { Set(row).sorted().forEach { starts.add($0) } }
        var found: [Int] = []
        starts.forEachBatch { found += $0.map(Int.init) }
        #expect(found == Set(rows.joined()).sorted())
    }

    @Test(arguments: [10, 4_000, 60_000]) func `starts come ascending and once, few or many`(count: Int) {
        var generator = SeededRandom(seed: UInt64(count))
        let words = (0..<count).map { _ in Int.random(in: 0..<200_000, using: &generator) } + [0, 63, 64, 65_535, 65_536, 199_999]
        var starts = CandidateStarts(expected: words.count, wordCount: 200_000)
        for word in words { starts.add(word) }
        var found: [Int] = []
        starts.forEachBatch { found += $0.map(Int.init) }
        #expect(found == Set(words).sorted())
    }

    /// A few frequent spellings and many rare ones.
    private func spelling(_ generator: inout SeededRandom) -> UInt32 {
        UInt32.random(in: 0..<(Bool.random(using: &generator) ? 3 : 60), using: &generator)
    }
}

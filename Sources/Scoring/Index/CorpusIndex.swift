package import Foundation
import Words

/// An index of a corpus, mapped into memory: words by number and where each stands, so that a lexicon is scored without reading text.
///
/// Opening checks the whole file against its checksum, and that every table is in order and within the file; what the columns say is checked
/// where it is used. So no file, decayed or made to harm, can lead a read astray.
package struct CorpusIndex: Sendable {
    package let key: IndexKey
    let data: Data
    let segments: [SegmentEntry]

    package let articleCount: Int
    package let wordCount: Int
    package var byteCount: Int { data.count }

    /// - Throws: `IndexFault` with the reason where the file is no index of this version, or not whole.
    package init(path: String) throws(IndexFault) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        } catch {
            throw IndexFault("it cannot be read")
        }
        try self.init(data)
    }

    package init(_ data: Data) throws(IndexFault) {
        self.data = data
        let opened = data.withUnsafeBytes { Self.open($0) }
        switch opened {
        case .failure(let fault): throw fault
        case .success(let contents):
            key = contents.key
            segments = contents.segments
            articleCount = contents.articleCount
            wordCount = contents.wordCount
        }
    }

    private struct Contents {
        let key: IndexKey
        let segments: [SegmentEntry]
        let articleCount: Int
        let wordCount: Int
    }

    /// The segment's tables, for as long as `body` runs.
    func withSegment<Result>(_ segment: Int, _ body: (SegmentView) -> Result) -> Result? {
        data.withUnsafeBytes { bytes in SegmentView(segments[segment], in: bytes).map(body) }
    }

    private static func open(_ bytes: UnsafeRawBufferPointer) -> Result<Contents, IndexFault> {
        guard bytes.count >= IndexHeader.byteCount else { return .failure(IndexFault("it is no index")) }
        let words = (0..<8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
        guard words[0] == IndexFormat.magic else { return .failure(IndexFault("it is no index")) }
        guard words[1] == IndexFormat.version else { return .failure(IndexFault("it is of another version of the program")) }
        let header = IndexHeader(words)
        guard header.byteCount == UInt64(bytes.count), bytes.count % IndexFormat.alignment == 0 else {
            return .failure(IndexFault("it is cut"))
        }
        var checksum = IndexChecksum()
        checksum.add(UnsafeRawBufferPointer(rebasing: bytes[IndexHeader.byteCount...]))
        guard header.checksum(of: checksum) == header.checksum else { return .failure(IndexFault("its bytes have changed")) }
        return contents(header, in: bytes)
    }

    private static func contents(_ header: IndexHeader, in bytes: UnsafeRawBufferPointer) -> Result<Contents, IndexFault> {
        let damaged = IndexFault("its tables are out of order")
        guard let directory = header.directory.bytes(in: bytes), let keyBytes = header.key.bytes(in: bytes),
            directory.count % (8 * SegmentEntry.wordCount) == 0, let key = IndexKey(encoded: keyBytes)
        else { return .failure(damaged) }
        let words = stride(from: 0, to: directory.count, by: 8).map { directory.loadUnaligned(fromByteOffset: $0, as: UInt64.self) }
        var segments: [SegmentEntry] = []
        var (articles, wordCount) = (0, 0)
        for start in stride(from: 0, to: words.count, by: SegmentEntry.wordCount) {
            guard let entry = SegmentEntry(words[start..<start + SegmentEntry.wordCount]), let view = SegmentView(entry, in: bytes),
                view.isInOrder
            else { return .failure(damaged) }
            segments.append(entry)
            articles += view.articleNumbers.count
            wordCount += view.column.count
        }
        guard numbersAreDistinct(segments, articles, in: bytes) else { return .failure(damaged) }
        return .success(Contents(key: key, segments: segments, articleCount: articles, wordCount: wordCount))
    }

    /// Whether the articles of all segments together are numbered from 0 up, each once.
    private static func numbersAreDistinct(_ segments: [SegmentEntry], _ count: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        var isSeen = [Bool](repeating: false, count: count)
        for segment in segments {
            guard let view = SegmentView(segment, in: bytes) else { return false }
            for number in view.articleNumbers {
                guard Int(number) < count, !isSeen[Int(number)] else { return false }
                isSeen[Int(number)] = true
            }
        }
        return true
    }
}

extension IndexFormat.Place {
    /// Nil where it does not lie in the file, on an aligned place.
    func bytes(in file: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let size = UInt64(file.count)
        guard offset <= size, byteCount <= size - offset, offset % UInt64(IndexFormat.alignment) == 0 else { return nil }
        return UnsafeRawBufferPointer(rebasing: file[Int(offset)..<Int(offset + byteCount)])
    }
}

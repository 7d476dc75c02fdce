import Foundation

/// Where the sections of a segment stand, and how its column is cut.
struct SegmentEntry: Hashable {
    let layout: ColumnLayout
    let folding: String?
    var places = [IndexFormat.Place](repeating: IndexFormat.Place(offset: 0, byteCount: 0), count: IndexFormat.Section.allCases.count)

    static let wordCount = 2 + 2 * IndexFormat.Section.allCases.count
    private static let foldings: [String?] = [nil, "tr", "az"]

    init(layout: ColumnLayout, folding: String?) {
        self.layout = layout
        self.folding = folding
    }

    var encoded: [UInt64] {
        let folding = UInt64(Self.foldings.firstIndex(of: folding) ?? 0)
        return [UInt64(layout.spellingBits), folding] + places.flatMap { [$0.offset, $0.byteCount] }
    }

    /// Nil where the numbers make no entry.
    init?(_ encoded: ArraySlice<UInt64>) {
        let words = Array(encoded)
        guard words.count == Self.wordCount, (16...31).contains(words[0]), words[1] < UInt64(Self.foldings.count) else { return nil }
        layout = ColumnLayout(spellingBits: Int(words[0]))
        folding = Self.foldings[Int(words[1])]
        places = stride(from: 2, to: words.count, by: 2).map { IndexFormat.Place(offset: words[$0], byteCount: words[$0 + 1]) }
    }
}

/// The first 64 bytes of an index.
struct IndexHeader {
    static let byteCount = 64

    var byteCount: UInt64
    var checksum: UInt64
    var directory: IndexFormat.Place
    var key: IndexFormat.Place

    var words: [UInt64] {
        [IndexFormat.magic, IndexFormat.version, byteCount, checksum, directory.offset, directory.byteCount, key.offset, key.byteCount]
    }

    init(byteCount: UInt64, directory: IndexFormat.Place, key: IndexFormat.Place) {
        (self.byteCount, self.checksum, self.directory, self.key) = (byteCount, 0, directory, key)
    }

    init(_ words: [UInt64]) {
        byteCount = words[2]
        checksum = words[3]
        directory = IndexFormat.Place(offset: words[4], byteCount: words[5])
        key = IndexFormat.Place(offset: words[6], byteCount: words[7])
    }

    /// The checksum of the whole file, of which `sections` has the part behind the header.
    func checksum(of sections: IndexChecksum) -> UInt64 {
        var header = self
        header.checksum = 0
        var sum = sections
        header.words.withUnsafeBytes { sum.add($0) }
        return sum.value
    }
}

/// Writes an index beside its final place, and moves it there once it is whole and on the disk.
struct IndexFileWriter: ~Copyable {
    private let path: String
    private let temporary: String
    private let handle: FileHandle
    private var offset = UInt64(IndexHeader.byteCount)
    private var checksum = IndexChecksum()
    private var isFinished = false

    /// - Throws: `IndexFault` where no file can be made there.
    init(path: String) throws(IndexFault) {
        let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        guard FileManager.default.createFile(atPath: temporary, contents: Data(count: IndexHeader.byteCount)),
            let handle = FileHandle(forWritingAtPath: temporary)
        else { throw IndexFault("\(temporary) cannot be written") }
        try Self.attempt(writing: temporary) { _ = try handle.seekToEnd() }
        self.path = path
        self.temporary = temporary
        self.handle = handle
    }

    deinit {
        try? handle.close()
        if !isFinished { try? FileManager.default.removeItem(atPath: temporary) }
    }

    /// Writes the values and zeros up to the next aligned place.
    mutating func append<Value: BitwiseCopyable>(_ values: [Value]) throws(IndexFault) -> IndexFormat.Place {
        let result = values.withUnsafeBytes { bytes in Result { () throws(IndexFault) in try append(bytes) } }
        return try result.get()
    }

    /// Writes the bytes and zeros up to the next aligned place.
    mutating func append(_ bytes: UnsafeRawBufferPointer) throws(IndexFault) -> IndexFormat.Place {
        let place = IndexFormat.Place(offset: offset, byteCount: UInt64(bytes.count))
        let whole = bytes.count / IndexFormat.alignment * IndexFormat.alignment
        for start in stride(from: 0, to: whole, by: Self.pieceSize) {
            try write(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Self.pieceSize, whole)]))
        }
        if whole < bytes.count {
            let rest = Array(bytes[whole...]) + [UInt8](repeating: 0, count: IndexFormat.alignment - (bytes.count - whole))
            let result = rest.withUnsafeBytes { bytes in Result { () throws(IndexFault) in try write(bytes) } }
            try result.get()
        }
        return place
    }

    /// Bytes that are read for the checksum and then, from the cache, for the file.
    private static let pieceSize = 1 << 16

    private mutating func write(_ piece: UnsafeRawBufferPointer) throws(IndexFault) {
        guard let base = piece.baseAddress else { return }
        checksum.add(piece)
        let data = Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: base), count: piece.count, deallocator: .none)
        let handle = handle
        try Self.attempt(writing: temporary) { try handle.write(contentsOf: data) }
        offset += UInt64(piece.count)
    }

    /// Writes the directory and the header, waits for the disk, and puts the file in its place; gives its size in bytes.
    mutating func finish(segments: [SegmentEntry], key: [UInt8]) throws(IndexFault) -> Int {
        let directory = try append(segments.flatMap(\.encoded))
        let keyPlace = try append(key)
        var header = IndexHeader(byteCount: offset, directory: directory, key: keyPlace)
        header.checksum = header.checksum(of: checksum)
        let words = header.words
        let handle = handle
        try Self.attempt(writing: temporary) {
            try handle.seek(toOffset: 0)
            try handle.write(contentsOf: words.withUnsafeBytes { Data($0) })
            try handle.synchronize()
        }
        guard rename(temporary, path) == 0 else { throw IndexFault("\(path) cannot be replaced: \(String(cString: strerror(errno)))") }
        isFinished = true
        return Int(offset)
    }

    private static func attempt(writing path: String, _ body: () throws -> Void) throws(IndexFault) {
        do {
            try body()
        } catch {
            throw IndexFault("\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}

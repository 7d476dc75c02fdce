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
    private let descriptor: Int32
    private var offset = UInt64(IndexHeader.byteCount)
    private var checksum = IndexChecksum()
    private var isFinished = false

    /// - Throws: `IndexFault` where no file can be made there.
    init(path: String) throws(IndexFault) {
        IndexDraft.removeAbandoned(beside: path)
        let temporary = IndexDraft.path(for: path)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0, lseek(descriptor, off_t(IndexHeader.byteCount), SEEK_SET) >= 0 else { throw IndexFault(writing: temporary) }
        self.path = path
        self.temporary = temporary
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(temporary) }
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
        guard !piece.isEmpty else { return }
        checksum.add(piece)
        try put(piece)
        offset += UInt64(piece.count)
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws(IndexFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            guard written > 0 || errno == EINTR else { throw IndexFault(writing: temporary) }
            rest = rest.dropFirst(max(0, written))
        }
    }

    /// Writes the directory and the header, waits for the disk, and puts the file in its place; gives its size in bytes.
    mutating func finish(segments: [SegmentEntry], key: [UInt8]) throws(IndexFault) -> Int {
        let directory = try append(segments.flatMap(\.encoded))
        let keyPlace = try append(key)
        var header = IndexHeader(byteCount: offset, directory: directory, key: keyPlace)
        header.checksum = header.checksum(of: checksum)
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw IndexFault(writing: temporary) }
        let result = header.words.withUnsafeBytes { bytes in Result { () throws(IndexFault) in try put(bytes) } }
        try result.get()
        guard fsync(descriptor) == 0 else { throw IndexFault(writing: temporary) }
        guard rename(temporary, path) == 0 else {
            throw IndexFault("\(path) cannot be replaced: \(String(cString: strerror(errno))) (move away what stands there)")
        }
        isFinished = true
        return Int(offset)
    }
}

extension IndexFault {
    /// Of a file that the system just refused to write.
    fileprivate init(writing path: String) {
        self.init(
            "\(path) cannot be written: \(String(cString: strerror(errno))) (an index stands beside its articles: make room and leave to write there)"
        )
    }
}

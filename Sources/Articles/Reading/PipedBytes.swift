import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Reads what comes through a pipe. Of more than some megabytes no more is held: the rest of memory is the articles', so they go to a file that has no
/// name, in the folder for temporary files, and are mapped.
struct PipedBytes: ~Copyable {
    /// Bytes that are held before a file is made for them.
    static let mostHeld = 64 << 20
    private static let pieceLength = 1 << 20

    private let descriptor: Int32
    private let mostHeld: Int
    private let folder: String
    private var held: [UInt8] = []
    /// -1 for none.
    private var file: Int32 = -1

    /// All that comes through `descriptor` up to its end.
    ///
    /// - Throws: what is wrong, where it cannot be read or kept.
    static func all(
        from descriptor: Int32, mostHeld: Int = mostHeld, folder: String = NSTemporaryDirectory()
    ) throws(PipeError) -> InputBytes {
        // A file that was put in the pipe's place is there already.
        if lseek(descriptor, 0, SEEK_CUR) == 0, let whole = MappedFile(descriptor: descriptor) {
            lseek(descriptor, 0, SEEK_END)
            return .mapped(whole)
        }
        var reader = PipedBytes(descriptor, mostHeld: mostHeld, folder: folder)
        return try reader.readAll()
    }

    private init(_ descriptor: Int32, mostHeld: Int, folder: String) {
        self.descriptor = descriptor
        self.mostHeld = mostHeld
        self.folder = folder
    }

    deinit { if file >= 0 { close(file) } }

    private mutating func readAll() throws(PipeError) -> InputBytes {
        while true {
            let piece = try nextPiece()
            if piece.isEmpty { break }
            if file < 0, held.count + piece.count <= mostHeld {
                held += piece
                continue
            }
            if file < 0 {
                file = try Self.namelessFile(in: folder)
                try write(held)
                held = []
            }
            try write(piece)
        }
        guard file >= 0 else { return .held(held) }
        guard let whole = MappedFile(descriptor: file) else { throw PipeError.notKept(folder: folder) }
        return .mapped(whole)
    }

    /// Empty at the end.
    private func nextPiece() throws(PipeError) -> [UInt8] {
        var failed = false
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceLength) { room, count in
            while true {
                let found = unsafe read(descriptor, room.baseAddress, room.count)
                if found < 0, errno == EINTR { continue }
                failed = found < 0
                return count = max(0, found)
            }
        }
        if failed { throw PipeError.notRead }
        return piece
    }

    private func write(_ bytes: [UInt8]) throws(PipeError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                unsafe Glibc.write(file, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw PipeError.notKept(folder: folder) }
            written += count
        }
    }

    private static func namelessFile(in folder: String) throws(PipeError) -> Int32 {
        var name = Array(URL(filePath: folder).appending(path: "parallax-XXXXXX").path.utf8CString)
        let file = unsafe name.withUnsafeMutableBufferPointer { name -> Int32 in
            guard let name = name.baseAddress else { return -1 }
            let file = unsafe mkstemp(name)
            if file >= 0 { unsafe unlink(name) }
            return file
        }
        guard file >= 0 else { throw PipeError.notKept(folder: folder) }
        return file
    }
}

/// Why standard input cannot be used.
enum PipeError: Error {
    case notRead
    case notKept(folder: String)
}

import Foundation

/// A file of lines that only grows: a line is written in one call and synced before `append` returns.
///
/// What was acknowledged stays, whatever ends the process. A line that a power cut left torn at the end was never acknowledged; it is cut off
/// when the file is next opened. Only one process writes at a time.
/// Source: POSIX.1-2017, open (O_APPEND), fsync; Linux fsync(2) on syncing the folder of a new file.
package struct DurableLines: ~Copyable {
    /// Bytes of a torn last line that were cut off when the file was opened.
    package let bytesCutOff: Int

    private let path: String
    private let descriptor: Int32
    private var length: off_t

    /// Opens the file, or makes it.
    ///
    /// - Throws: where it cannot be written, or another process is writing it.
    package init(path: String) throws(DurableLinesFault) {
        self.path = path
        let isNew = access(path, F_OK) != 0
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DurableLinesFault(path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw DurableLinesFault(message: "another program is writing \(path); close it and try again")
        }
        do {
            (length, bytesCutOff) = try Self.mend(descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        if isNew { Self.syncFolder(of: path) }
    }

    deinit { close(descriptor) }

    /// Writes and syncs one line; `line` holds no line end.
    ///
    /// - Throws: where it is not safely on the disk; the file is then as before.
    package mutating func append(_ line: String) throws(DurableLinesFault) {
        let bytes = Array((line + "\n").utf8)
        guard Self.write(bytes, to: descriptor), fsync(descriptor) == 0 else {
            let fault = DurableLinesFault(path: path)
            ftruncate(descriptor, length)
            throw fault
        }
        length += off_t(bytes.count)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 || errno == EINTR else { return false }
            rest = rest.dropFirst(max(0, written))
        }
        return true
    }

    /// Ends a last line that is whole but for its line end, and cuts off one that is torn.
    private static func mend(_ descriptor: Int32, _ path: String) throws(DurableLinesFault) -> (length: off_t, cutOff: Int) {
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else { throw DurableLinesFault(path: path) }
        let tail = lastLine(of: descriptor, before: end)
        guard !tail.isEmpty else { return (end, 0) }
        if (try? JSONSerialization.jsonObject(with: Data(tail))) != nil {
            guard write([UInt8(ascii: "\n")], to: descriptor), fsync(descriptor) == 0 else { throw DurableLinesFault(path: path) }
            return (end + 1, 0)
        }
        let kept = end - off_t(tail.count)
        guard ftruncate(descriptor, kept) == 0, fsync(descriptor) == 0 else { throw DurableLinesFault(path: path) }
        return (kept, tail.count)
    }

    /// The bytes behind the last line end.
    private static func lastLine(of descriptor: Int32, before end: off_t) -> [UInt8] {
        var line: [UInt8] = []
        var position = end
        while position > 0 {
            let size = Int(min(position, 4096))
            var block = [UInt8](repeating: 0, count: size)
            guard pread(descriptor, &block, size, position - off_t(size)) == size else { return line }
            if let lineEnd = block.lastIndex(of: UInt8(ascii: "\n")) { return block[(lineEnd + 1)...] + line }
            line = block + line
            position -= off_t(size)
        }
        return line
    }

    private static func syncFolder(of path: String) {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}

/// Why a line could not be kept.
package struct DurableLinesFault: Error {
    package let message: String

    init(message: String) { self.message = message }

    init(path: String) { message = "cannot write \(path): \(String(cString: strerror(errno)))" }
}

import Foundation

/// A folder that takes a set of files whole or not at all: each is written beside its place and renamed when all are there.
struct OutputFolder {
    private let folder: URL

    /// - Throws: `RunFault` where the folder cannot be made or is no folder.
    init(_ path: String) throws {
        folder = URL(fileURLWithPath: path, isDirectory: true)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw RunFault(message: "\(path) is a file, not a folder; name another with --output") }
        } else {
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            } catch {
                throw RunFault(message: "cannot make the folder \(path); name another with --output")
            }
        }
    }

    /// Writes all files; where one fails, none is changed.
    ///
    /// - Throws: `RunFault` naming the file and the reason.
    func write(_ files: [(name: String, bytes: [UInt8])]) throws {
        var temporary: [(from: String, to: String)] = []
        defer { for file in temporary { unlink(file.from) } }
        for file in files {
            let place = folder.appendingPathComponent(file.name).path
            let draft = folder.appendingPathComponent(".\(file.name).\(getpid()).partial").path
            temporary.append((draft, place))
            try Self.write(file.bytes, to: draft, shownAs: place)
        }
        for file in temporary where rename(file.from, file.to) != 0 {
            throw RunFault(message: "cannot write \(file.to): \(Self.lastError())")
        }
    }

    private static func write(_ bytes: [UInt8], to draft: String, shownAs place: String) throws {
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw RunFault(message: "cannot write \(place): \(lastError()); nothing was changed") }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 || errno == EINTR else {
                throw RunFault(message: "cannot write \(place): \(lastError()); nothing was changed")
            }
            rest = rest.dropFirst(max(0, written))
        }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
            throw RunFault(message: "cannot write \(place): \(lastError()); nothing was changed")
        }
    }

    private static func lastError() -> String { String(cString: strerror(errno)) }
}

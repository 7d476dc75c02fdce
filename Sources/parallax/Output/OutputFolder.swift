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
        let drafts = files.map { DraftFile($0.name, in: folder) }
        for draft in drafts where draft.placeIsFolder {
            throw RunFault(message: "cannot write \(draft.place): it is a folder; nothing was changed (move it away, or write elsewhere)")
        }
        defer { for draft in drafts { draft.remove() } }
        for (file, draft) in zip(files, drafts) { try Self.write(file.bytes, to: draft.path, shownAs: draft.place) }
        var placed: [PlacedFile] = []
        for draft in drafts {
            guard let file = draft.putInPlace() else {
                let reason = Self.lastError()
                let isAsBefore = placed.reversed().map { $0.takeBack() }.allSatisfy(\.self)
                let state = isAsBefore ? "nothing was changed" : "files beside it are new"
                throw RunFault(message: "cannot write \(draft.place): \(reason); \(state)")
            }
            placed.append(file)
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

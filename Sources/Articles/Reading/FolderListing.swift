#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// What stands in a folder, in the order of the names' bytes; hidden entries are left out.
///
/// Read from the system (readdir(3)): Foundation puts U+FFFD for what is not UTF-8 in a name, and does not tell.
struct FolderListing {
    struct Entry {
        /// With U+FFFD for what is not UTF-8.
        let name: String
        let isUTF8: Bool
        let kind: FileKind

        /// Whether it is called as files of articles are, and no folder.
        var isOfArticles: Bool { kind != .folder && ArticleFormat(fileName: name) != nil }
    }

    let entries: [Entry]

    /// Nil where the folder cannot be read.
    init?(path: String) {
        guard let folder = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(folder) }
        var found: [(bytes: [UInt8], kind: FileKind)] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(folder) else { break }
            unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                let name = unsafe UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
                let bytes = unsafe UnsafeRawBufferPointer(start: name, count: strlen(name))
                guard unsafe bytes.first != UInt8(ascii: ".") else { return }
                unsafe found.append((Array(bytes), FileKind(name, in: dirfd(folder))))
            }
        }
        guard errno == 0 else { return nil }
        entries = found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map { bytes, kind in
            let name = String(validating: bytes, as: UTF8.self)
            return Entry(name: name ?? String(decoding: bytes, as: UTF8.self), isUTF8: name != nil, kind: kind)
        }
    }
}

import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// What stands at a path.
///
/// Asked of the system (stat(2)): Foundation's attributes look up the names of the owner and the group too, in the files of all accounts.
package enum FileKind: Equatable {
    case missing, folder, brokenLink
    case file(byteCount: Int)
    /// A device or a pipe, which may never end, or a socket.
    case other

    package init(path: String) {
        var status = stat()
        if unsafe stat(path, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFDIR: self = .folder
            case S_IFREG: self = .file(byteCount: Int(status.st_size))
            default: self = .other
            }
        } else {
            self = unsafe lstat(path, &status) == 0 ? .brokenLink : .missing
        }
    }
}

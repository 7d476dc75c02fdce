#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// What stands at a path.
///
/// Asked of the system (stat(2)): Foundation's attributes look up the names of the owner and the group too, in the files of all accounts.
package enum FileKind: Equatable {
    case missing, folder, brokenLink
    case file(byteCount: Int)
    /// A device or a pipe, which may never end, or a socket; called so in messages.
    case other(name: String)

    package init(path: String) { unsafe self.init(path, in: AT_FDCWD) }

    /// What stands at a path that begins in an open folder.
    init(_ path: UnsafePointer<CChar>, in folder: Int32) {
        var status = stat()
        if unsafe fstatat(folder, path, &status, 0) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFDIR: self = .folder
            case S_IFREG: self = .file(byteCount: Int(status.st_size))
            case S_IFIFO: self = .other(name: "a pipe")
            case S_IFSOCK: self = .other(name: "a socket")
            default: self = .other(name: "a device")
            }
        } else {
            self = unsafe fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 ? .brokenLink : .missing
        }
    }

    /// What it is that is no file, for a message; nil for a file, and where there is nothing.
    var nameOfNoFile: String? {
        switch self {
        case .missing, .file: nil
        case .folder: "a folder"
        case .brokenLink: "a link to what is not there"
        case .other(let name): name
        }
    }
}

import Foundation

/// A file that is written beside its place, to be renamed.
struct DraftFile {
    let path: String
    let place: String
    /// A second name of what stood in its place, until all files are there.
    private let earlier: String

    init(_ name: String, in folder: URL) {
        place = folder.appendingPathComponent(name).path
        path = folder.appendingPathComponent(".\(name).\(getpid()).partial").path
        earlier = folder.appendingPathComponent(".\(name).\(getpid()).earlier").path
    }

    /// Whether it can never be renamed.
    var placeIsFolder: Bool {
        var status = stat()
        return lstat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Nil where it cannot be renamed; `errno` says why.
    func putInPlace() -> PlacedFile? {
        unlink(earlier)
        // File systems without second names do not let it be taken back.
        let before: PlacedFile.Before = link(place, earlier) == 0 ? .kept(earlier) : errno == ENOENT ? .nothing : .lost
        return rename(path, place) == 0 ? PlacedFile(place: place, before: before) : nil
    }

    /// Removes what is left beside its place.
    func remove() {
        unlink(path)
        unlink(earlier)
    }
}

/// A file in its place, which can be taken back.
struct PlacedFile {
    enum Before {
        case kept(String)
        case nothing
        case lost
    }

    let place: String
    let before: Before

    /// Whether what stood there before, or nothing, stands there again.
    func takeBack() -> Bool {
        switch before {
        case .kept(let earlier): rename(earlier, place) == 0
        case .nothing: unlink(place) == 0
        case .lost: false
        }
    }
}

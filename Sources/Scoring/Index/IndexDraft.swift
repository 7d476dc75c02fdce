import Foundation

/// The file in which an index grows, named for the process that writes it: NAME.PROCESS.part.
enum IndexDraft {
    private static let ending = "part"

    static func path(for index: String) -> String { "\(index).\(getpid()).\(ending)" }

    /// Removes what killed processes left in the folder of an index.
    static func removeAbandoned(beside index: String) {
        let folder = URL(fileURLWithPath: index).deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where process(of: name).map(isGone) ?? false { unlink(folder.appendingPathComponent(name).path) }
    }

    /// The process that a name in a folder is of; nil where it is no draft.
    private static func process(of name: String) -> pid_t? {
        let parts = name.split(separator: ".")
        guard name.hasPrefix("."), parts.count >= 3, parts[parts.count - 1] == ending, parts[parts.count - 3].hasPrefix("parallax-index"),
            let process = pid_t(parts[parts.count - 2]), process > 0
        else { return nil }
        return process
    }

    /// A process of another account is there too.
    private static func isGone(_ process: pid_t) -> Bool { kill(process, 0) != 0 && errno == ESRCH }
}

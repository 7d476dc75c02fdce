import Foundation

/// A single file that is written whole or not at all.
struct OutputFile {
    private let url: URL

    init(_ path: String) { url = URL(fileURLWithPath: path) }

    /// - Throws: `RunFault` naming the file and the reason; it is then as it was.
    func write(_ text: String) throws {
        try OutputFolder(url.deletingLastPathComponent().path).write([(url.lastPathComponent, Array(text.utf8))])
    }
}

import Foundation

/// The user's browser.
enum Browser {
    /// Opens a file; where no opener is installed, says how to open it.
    static func open(_ path: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", path]
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            process.waitUntilExit()
            if process.terminationStatus != 0 { Console.error("parallax: no browser could be opened; open \(path) yourself") }
        } catch {
            Console.error("parallax: no browser could be opened; open \(path) yourself")
        }
    }
}

package import Foundation

/// The built program, run as a user runs it.
package struct Program {
    package let status: Int32
    package let output: String
    package let errors: String

    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Beside the test bundle, where the package manager builds both.
    package static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
        "parallax")

    /// Runs `parallax` in `folder` (the package's root unless told) and waits for its end.
    package init(_ arguments: [String], in folder: URL = Program.root, input: String? = nil, environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }.merging(environment) { $1 }
        let scratch = try TemporaryFolder()
        let files = try ["in", "out", "err"].map { name in
            try scratch.write(name == "in" ? input ?? "" : "", to: name)
        }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
        output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    }

    package var lines: [Substring] { output.split(separator: "\n") }
}

import Foundation

/// SHA-256 in base64 by the system's openssl, so that the tests check the policy with an independent implementation.
func base64OfSHA256(_ bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("parallax-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = ["dgst", "-sha256", "-binary", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let digest = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return digest.base64EncodedString()
}

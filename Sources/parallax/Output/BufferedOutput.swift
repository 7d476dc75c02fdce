import Foundation

/// Lines for standard output, written in large pieces.
struct BufferedOutput: ~Copyable {
    private var buffer = ""
    private static let size = 1 << 16

    mutating func print(_ line: String) {
        buffer += line
        buffer += "\n"
        if buffer.utf8.count >= Self.size { flush() }
    }

    mutating func flush() {
        guard !buffer.isEmpty else { return }
        Console.write(buffer, to: STDOUT_FILENO)
        buffer = ""
    }
}

import Articles
import Foundation

/// Lines for standard output, written in large pieces.
struct BufferedOutput: ~Copyable {
    private var buffer = ""
    private static let size = 1 << 16
    /// Lines of so many elements are held before they are written.
    private static let elementsAtOnce = 1_000

    mutating func print(_ line: String) {
        buffer += line
        buffer += "\n"
        if buffer.utf8.count >= Self.size { flush() }
    }

    /// Prints the lines of each element, made on several threads, in the order of the elements.
    mutating func print<Element: Sendable>(
        linesOf elements: [Element], threads: Int, _ lines: @Sendable (Element) throws -> [String]
    ) throws {
        for start in stride(from: 0, to: elements.count, by: Self.elementsAtOnce) {
            let part = Array(elements[start..<min(start + Self.elementsAtOnce, elements.count)])
            let results = OrderedParallel(threads: threads).map(part) { element in Result { try lines(element) } }
            for result in results {
                for line in try result.get() { print(line) }
            }
        }
    }

    mutating func flush() {
        guard !buffer.isEmpty else { return }
        Console.write(buffer, to: STDOUT_FILENO)
        buffer = ""
    }
}

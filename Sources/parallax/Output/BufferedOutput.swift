import Articles
import Foundation
import Scoring

/// Lines for standard output, written in large pieces.
struct BufferedOutput: ~Copyable {
    private var buffer = ""
    private static let size = 1 << 16
    /// Lines of so many elements are held before they are written.
    private static let elementsAtOnce = 200

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

    /// Prints what `write` writes of each element, made on several threads, in the order of the elements and as it is: nothing in JSON acts on a
    /// terminal.
    mutating func print<Element: Sendable>(
        jsonOf elements: [Element], threads: Int, _ write: @Sendable (Element, inout JSONText) -> Void
    ) {
        flush()
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: elements.count, by: Self.elementsAtOnce) {
            let part = Array(start..<min(start + Self.elementsAtOnce, elements.count))
            let pieces = OrderedParallel(threads: threads).map(part, state: { JSONText() }) { index, json in
                json.removeAll()
                write(elements[index], &json)
                return json.bytes
            }
            for piece in pieces {
                bytes += piece
                if bytes.count >= Self.size {
                    Console.write(bytes, to: STDOUT_FILENO)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
        }
        Console.write(bytes, to: STDOUT_FILENO)
    }

    mutating func flush() {
        guard !buffer.isEmpty else { return }
        Console.write(buffer, to: STDOUT_FILENO)
        buffer = ""
    }
}

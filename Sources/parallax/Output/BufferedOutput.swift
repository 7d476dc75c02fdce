import Articles
import Foundation
import Scoring

/// Lines for standard output, written in large pieces.
struct BufferedOutput: ~Copyable {
    private var buffer = ""
    private static let size = 1 << 16
    /// Lines of so many elements are held before they are written.
    private static let elementsAtOnce = 200
    /// Elements whose JSON is written in one piece, and pieces that are held before they are written.
    private static let elementsOfPiece = 16
    private static let piecesAtOnce = 16

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
        let parts = stride(from: 0, to: elements.count, by: Self.elementsOfPiece).map {
            $0..<min($0 + Self.elementsOfPiece, elements.count)
        }
        for start in stride(from: 0, to: parts.count, by: Self.piecesAtOnce) {
            let some = Array(parts[start..<min(start + Self.piecesAtOnce, parts.count)])
            let pieces = OrderedParallel(threads: threads).map(some, state: { JSONText() }) { part, json in
                json.removeAll()
                elements.withUnsafeBufferPointer { elements in
                    for index in part { write(elements[index], &json) }
                }
                return json.bytes
            }
            for piece in pieces { Console.write(piece, to: STDOUT_FILENO) }
        }
    }

    mutating func flush() {
        guard !buffer.isEmpty else { return }
        Console.write(buffer, to: STDOUT_FILENO)
        buffer = ""
    }
}

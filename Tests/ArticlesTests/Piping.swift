import Articles
import Foundation

/// Bytes that come through a pipe.
enum Piping {
    /// Reads from a pipe into which another thread writes.
    static func read<Result>(_ bytes: [UInt8], _ body: (Int32) throws -> Result) rethrows -> Result {
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting
        Thread.detachNewThread {
            try? writer.write(contentsOf: Data(bytes))
            try? writer.close()
        }
        return try withExtendedLifetime(pipe) { try body(pipe.fileHandleForReading.fileDescriptor) }
    }

    /// The articles of JSON lines on standard input.
    static func corpus(of text: String, options: ReadingOptions = ReadingOptions()) -> Corpus {
        read(Array(text.utf8)) { CorpusReader.read(paths: ["-"], options: options, standardInput: $0) }
    }
}

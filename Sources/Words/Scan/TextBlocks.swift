package import CVectors

/// What each byte of a text is to the word rules, as bit masks over blocks of 64 bytes.
package struct TextBlocks: Sendable {
    /// Block i stands for the bytes from 64 × i on.
    package private(set) var blocks: [cv_block] = []

    package init() {}

    package init(_ bytes: [UInt8], path: InstructionPath = .best) { read(bytes, path: path) }

    /// Takes the place of the text before, in its memory.
    ///
    /// - Complexity: O(`bytes`), some 20 GB/s with AVX2.
    package mutating func read(_ bytes: [UInt8], path: InstructionPath = .best) {
        let count = (bytes.count + 63) / 64
        blocks.removeAll(keepingCapacity: true)
        blocks.append(addingCapacity: count) { output in
            output.withUnsafeMutableBufferPointer { blocks, initialized in
                bytes.withUnsafeBufferPointer { path.classify($0, into: UnsafeMutableBufferPointer(rebasing: blocks[..<count])) }
                initialized = count
            }
        }
    }
}

package import CVectors

/// What each byte of a text is to the word rules, as bit masks over blocks of 64 bytes.
package struct TextBlocks: Sendable {
    /// Block i stands for the bytes from 64 × i on.
    package private(set) var blocks: [cv_block]

    /// - Complexity: O(`bytes`), some 20 GB/s with AVX2.
    package init(_ bytes: [UInt8], path: InstructionPath = .best) {
        let count = (bytes.count + 63) / 64
        blocks = [cv_block](unsafeUninitializedCapacity: count) { blocks, initialized in
            bytes.withUnsafeBufferPointer { text in
                path.classify(text, into: blocks)
            }
            initialized = count
        }
    }
}

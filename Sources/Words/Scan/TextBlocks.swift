package import CVectors

/// The instructions that a text is classified with.
package enum InstructionPath: CaseIterable, Sendable {
    case portable, sse2, avx2, avx512

    /// The widest that this processor has; asked once.
    package static let best = InstructionPath.allCases.last { $0.isAvailable } ?? .portable

    package var isAvailable: Bool { vector.map { cv_has_path($0) != 0 } ?? true }

    /// Of the functions in `CVectors`; nil for the portable Swift beside them.
    package var vector: cv_path? {
        switch self {
        case .portable: nil
        case .sse2: cv_sse2
        case .avx2: cv_avx2
        case .avx512: cv_avx512
        }
    }
}

/// What each byte of a text is to the word rules, as bit masks over blocks of 64 bytes.
package struct TextBlocks: Sendable {
    /// Block i stands for the bytes from 64 × i on.
    package private(set) var blocks: [cv_block]

    /// - Complexity: O(`bytes`), some 20 GB/s with AVX2.
    package init(_ bytes: [UInt8], path: InstructionPath = .best) {
        let count = (bytes.count + 63) / 64
        blocks = [cv_block](unsafeUninitializedCapacity: count) { blocks, initialized in
            bytes.withUnsafeBufferPointer { text in
                if let vector = path.vector {
                    cv_classify(vector, text.baseAddress, text.count, blocks.baseAddress)
                } else {
                    PortableClassifier.classify(text, into: blocks)
                }
            }
            initialized = count
        }
    }
}

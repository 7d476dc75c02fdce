package import CVectors

/// The instructions that a text is scanned with.
package enum InstructionPath: CaseIterable, Sendable {
    case portable, sse2, avx2, avx512

    /// The widest that this processor has; asked once.
    package static let best = InstructionPath.allCases.last { $0.isAvailable } ?? .portable

    package var isAvailable: Bool { cv_has_path(kernels) != 0 }

    /// The path's loops in C; those of `portable` are plain C but for the classification.
    package var kernels: cv_path {
        switch self {
        case .portable: cv_plain
        case .sse2: cv_sse2
        case .avx2: cv_avx2
        case .avx512: cv_avx512
        }
    }

    /// The same; nil where Swift has the portable loop.
    package var vector: cv_path? { self == .portable ? nil : kernels }

    /// Classifies the bytes of `text` into as many blocks of 64 as it takes, characters beyond ASCII left out.
    func classify(_ text: UnsafeBufferPointer<UInt8>, into blocks: UnsafeMutableBufferPointer<cv_block>) {
        if self == .portable {
            PortableClassifier.classify(text, into: blocks)
        } else {
            cv_classify(kernels, text.baseAddress, text.count, blocks.baseAddress)
        }
    }
}

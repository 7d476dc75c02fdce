import CVectors

/// The layout of an index file: a header, segments of sections, then a directory.
///
/// Numbers stand in the machine's order of bytes; a file from a machine of the other order has another magic number and is refused. Each
/// section starts at a multiple of `alignment` and is padded with zeros, which the checksum covers too.
enum IndexFormat {
    /// "PRLXINDX" as the bytes of a little-endian number.
    static let magic: UInt64 = 0x5844_4E49_584C_5250
    /// Raised with every change of the layout, and of any rule that decides what is kept: words, sentences, passages, folding, voices.
    static let version: UInt64 = 4
    static let alignment = 32
    /// Words of a passage between two byte offsets that are kept, so that finding a word's bytes takes few steps.
    static let checkpointDistance = 16
    /// Words of a block, for each of which the article and run of its first word are kept.
    static let blockSize = 256

    /// A part of the file: bytes from its start, and its length without padding.
    struct Place: Hashable, Sendable {
        var offset: UInt64
        var byteCount: UInt64
    }

    /// What a segment consists of, in the order of its directory entry.
    enum Section: Int, CaseIterable {
        /// For each word its spelling's number, and above that the number of what stands before it.
        case column
        case postingStarts, postings
        case spellingStarts, spellings
        /// The distinct folded forms, sorted; `foldedFirst` has the first spelling of each.
        case foldedStarts, folded, foldedFirst
        /// What stands between words, the most frequent first.
        case jointStarts, joints
        /// Words whose joint has a number too large for the column.
        case escapePlaces, escapeJoints
        case passageFirst, passageStart, passageEnd, passageKind, passageTail
        case sentenceStarts, sentences
        /// For each article its number in the corpus, its language (a string's number plus one, 0 for none), its first passage, and its metadata and voice spans.
        case articleNumbers, articleLanguages, articleFirst, articleStarts, articles
        case checkpoints
        /// Runs of words that are not the source's own: first word, word after the last, voice and speaker.
        case runs
        case stringStarts, strings
        /// For each article its first word; for each block its first word's article, and the first run that ends behind that word.
        case articleWords, blockArticles, blockRuns
        /// Stretches of words in passages that are not searched, ascending: the first word, and the word after the last.
        case unsearched
    }
}

/// Why an index could not be written or does not fit.
package struct IndexFault: Error, Hashable, CustomStringConvertible {
    package let message: String
    package var description: String { message }

    init(_ message: String) { self.message = message }
}

/// A checksum over blocks of 32 bytes: four lanes, each step of which is one-to-one, so that no single changed word can go unseen.
///
/// It guards against decay, not against an adversary: what a file says is checked for sense beside it.
struct IndexChecksum: Hashable {
    private var lanes = SIMD4<UInt64>(0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93)
    private static let factor: UInt64 = 0xA076_1D64_78BD_642F

    /// - Parameter bytes: a multiple of 32.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        withUnsafeMutableBytes(of: &lanes) {
            cv_checksum($0.bindMemory(to: UInt64.self).baseAddress, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
        }
    }

    var value: UInt64 { [lanes[1], lanes[2], lanes[3]].reduce(lanes[0]) { Self.step($0, $1) } }

    @inline(__always) private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (lane ^ word) &* factor
        return mixed << 29 | mixed >> 35
    }
}

import CVectors

/// The words of a text in flat buffers, which the next text uses again: those that `WordSegmenter` gives, many times as fast.
///
/// Positions are bytes from the start of the stretch that was cut. A word is a run of letters and digits, joined across one mark between two
/// letters or two digits (UAX #29, WB5 to WB12), cut before 's; all that is shifts of masks (`CVectors`). A character that the masks do not know
/// hands the stretch between the blanks around it to `WordSegmenter`: no rule of UAX #29 looks further back than to a blank.
package final class TextWords {
    /// Words; the buffers below hold more elements than that.
    @exclusivity(unchecked) package private(set) var count = 0
    @exclusivity(unchecked) package private(set) var starts: [UInt32] = []
    @exclusivity(unchecked) package private(set) var ends: [UInt32] = []
    /// The words with bytes beyond ASCII, ascending.
    @exclusivity(unchecked) package private(set) var marked: [UInt32] = []
    /// Of each word folded, with the lowest bit set where it has bytes beyond ASCII; 0 where it has a character that does not fold to one other
    /// letter. One more, which is 0, behind the last.
    @exclusivity(unchecked) package private(set) var hashes: [UInt64] = []
    /// The first eight bytes of each folded word, lowest first, zeros behind; 0 where the hash is.
    @exclusivity(unchecked) package private(set) var heads: [UInt64] = []

    private var blocks: [cv_block] = []
    private let path: InstructionPath

    /// Bytes; a longer text is cut in parts, since positions are 32 bits.
    package static let longestText = 1 << 31

    package init(path: InstructionPath = .best) { self.path = path }

    package func span(_ word: Int) -> ByteSpan { ByteSpan(Int(starts[word]), Int(ends[word])) }

    /// Cuts `text` from `span.start` to `span.end`, at most `longestText` bytes.
    ///
    /// - Complexity: O(`span.count`), about 4 GB/s where the text is plain.
    package func cut(_ text: [UInt8], span: ByteSpan) {
        Self.grow(&blocks, to: (span.count + 63) / 64, with: cv_block())
        let isPlain = text.withUnsafeBufferPointer { cut(UnsafeBufferPointer(rebasing: $0[span.range])) }
        if !isPlain { TextMending(words: self, text: text, span: span).mend() }
    }

    /// Takes words that were cut before, of the stretch that starts at `start`.
    package func take(_ spans: [ByteSpan], of text: [UInt8], from start: Int) {
        let mended = MendedWords(spans: spans, text: text, start: start)
        replace(with: mended)
    }

    /// Computes `hashes` and `heads` of the words of the stretch that was cut last.
    package func hash(_ text: [UInt8], span: ByteSpan) {
        Self.grow(&hashes, to: count + 16, with: 0)
        Self.grow(&heads, to: count + 16, with: 0)
        let kernels = path.kernels
        text.withUnsafeBufferPointer { bytes in
            withKernelWords { words in
                hashes.withUnsafeMutableBufferPointer { hashes in
                    heads.withUnsafeMutableBufferPointer { heads in
                        let start = bytes.baseAddress.map { $0 + span.start }
                        cv_hash(kernels, start, span.count, &words, hashes.baseAddress, heads.baseAddress)
                        guard words.marked_count > 0 else { return }
                        LetterFolding.foldings.withUnsafeBufferPointer {
                            cv_hash_marked(start, &words, $0.baseAddress, hashes.baseAddress, heads.baseAddress)
                        }
                    }
                }
            }
        }
        hashes[count] = 0
    }

    /// Whether every character was known to the masks.
    private func cut(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let blockCount = (text.count + 63) / 64
        blocks.withUnsafeMutableBufferPointer { blocks in
            path.classify(text, into: UnsafeMutableBufferPointer(rebasing: blocks[..<blockCount]))
            cv_classify_beyond(text.baseAddress, text.count, blocks.baseAddress)
        }
        let bound = blocks.withUnsafeBufferPointer { cv_bound_words($0.baseAddress, blockCount) }
        // A block writes places by whole vectors, beyond the last word.
        Self.grow(&starts, to: bound.words + 80, with: 0)
        Self.grow(&ends, to: bound.words + 80, with: 0)
        Self.grow(&marked, to: bound.marked + 80, with: 0)
        let kernels = path.kernels
        withKernelWords { words in
            blocks.withUnsafeBufferPointer { cv_cut(kernels, $0.baseAddress, text.count, &words) }
        }
        return blocks.withUnsafeBufferPointer { blocks in
            var unusual: UInt64 = 0
            for block in 0..<blockCount { unusual |= blocks[block].unusual }
            return unusual == 0
        }
    }

    /// The places, from the start of the stretch, whose characters the masks do not know, block by block.
    func unusual(ofBlock block: Int) -> UInt64 { blocks[block].unusual }

    func replace(with mended: MendedWords) {
        count = mended.starts.count
        starts = mended.starts
        ends = mended.ends
        markedCount = mended.marked.count
        marked = mended.marked
    }

    @exclusivity(unchecked) package private(set) var markedCount = 0

    private func withKernelWords(_ body: (inout cv_words) -> Void) {
        starts.withUnsafeMutableBufferPointer { starts in
            ends.withUnsafeMutableBufferPointer { ends in
                marked.withUnsafeMutableBufferPointer { marked in
                    var words = cv_words(
                        starts: starts.baseAddress, ends: ends.baseAddress, count: count, marked: marked.baseAddress,
                        marked_count: markedCount)
                    body(&words)
                    count = words.count
                    markedCount = words.marked_count
                }
            }
        }
    }

    private static func grow<Element>(_ buffer: inout [Element], to room: Int, with value: Element) {
        if buffer.count < room { buffer = Array(repeating: value, count: max(room, buffer.count * 2)) }
    }

    /// As below.
    package static func hash(of word: [UInt8]) -> (hash: UInt64, head: UInt64) { word.withUnsafeBufferPointer { hash(of: $0) } }

    /// The hash of one word whose letters are small already, bytes beyond ASCII included, and its first eight bytes.
    package static func hash(of word: UnsafeBufferPointer<UInt8>) -> (hash: UInt64, head: UInt64) {
        var start: UInt32 = 0
        var end = UInt32(truncatingIfNeeded: word.count)
        var hash: UInt64 = 0
        var head: UInt64 = 0
        withUnsafeMutablePointer(to: &start) { start in
            withUnsafeMutablePointer(to: &end) { end in
                var words = cv_words(starts: start, ends: end, count: 1, marked: nil, marked_count: 0)
                cv_hash(cv_plain, word.baseAddress, word.count, &words, &hash, &head)
            }
        }
        return (word.contains { $0 >= 0x80 } ? hash | 1 : hash, head)
    }
}

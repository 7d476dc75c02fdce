import CVectors

/// The words of a text in flat buffers, which the next text uses again: those that `WordSegmenter` gives, many times as fast.
///
/// Positions are bytes from the start of the stretch that was cut. A word is a run of letters and digits, joined across one mark between two
/// letters or two digits (UAX #29, WB5 to WB12), cut before 's; all that is shifts of masks (`CVectors`). A character that the masks do not know
/// hands the stretch between the blanks around it to `WordSegmenter`: no rule of UAX #29 looks further back than to a blank.
package final class TextWords {
    @exclusivity(unchecked) package private(set) var count = 0
    /// How many words have bytes beyond ASCII.
    @exclusivity(unchecked) package private(set) var markedCount = 0
    @exclusivity(unchecked) package private(set) var starts = FlatBuffer<UInt32>()
    @exclusivity(unchecked) package private(set) var ends = FlatBuffer<UInt32>()
    /// The words with bytes beyond ASCII, ascending.
    @exclusivity(unchecked) package private(set) var marked = FlatBuffer<UInt32>()
    /// Of each word folded, with the lowest bit set where it has bytes beyond ASCII; 0 where it has a character that does not fold to one other
    /// letter. One more, which is 0, behind the last.
    @exclusivity(unchecked) package private(set) var hashes = FlatBuffer<UInt64>()
    /// The first eight bytes of each folded word, lowest first, zeros behind; 0 where the hash is.
    @exclusivity(unchecked) package private(set) var heads = FlatBuffer<UInt64>()

    @exclusivity(unchecked) private var blocks = FlatBuffer<cv_block>()
    @exclusivity(unchecked) private var foldedText = FlatBuffer<UInt8>()
    /// For each block of a text that is folded as a whole, where characters stand that have to be folded by themselves.
    @exclusivity(unchecked) private var unknown = FlatBuffer<UInt64>()
    /// For each block where words begin in it, and how many begin before it.
    @exclusivity(unchecked) private var begins = FlatBuffer<UInt64>()
    @exclusivity(unchecked) private var firsts = FlatBuffer<UInt32>()
    /// None where the words are not those of the masks.
    @exclusivity(unchecked) private var blockCount = 0
    package let path: InstructionPath

    /// Bytes; a longer text is cut in parts, since positions are 32 bits.
    package static let longestText = 1 << 31
    /// Bytes; for a longer text its words are counted before room is made for them.
    private static let longestUncounted = 1 << 17
    /// The loops write whole vectors, beyond the last word.
    private static let spare = 80

    package init(path: InstructionPath = .best) { self.path = path }

    package func span(_ word: Int) -> ByteSpan { ByteSpan(Int(starts[word]), Int(ends[word])) }

    /// Cuts `text` from `span.start` to `span.end`, at most `longestText` bytes.
    ///
    /// - Complexity: O(`span.count`), about 4 GB/s where the text is plain.
    package func cut(_ text: [UInt8], span: ByteSpan) {
        let isPlain = text.withUnsafeBufferPointer { cut(UnsafeBufferPointer(rebasing: $0[span.range])) }
        if !isPlain { TextMending(words: self, text: text, span: span).mend() }
    }

    /// Takes words that were cut before, of the stretch that starts at `start`.
    package func take(_ spans: [ByteSpan], of text: [UInt8], from start: Int) {
        replace(with: MendedWords(spans: spans, text: text, start: start))
    }

    /// Computes `hashes` and `heads` of the words of the stretch that was cut last.
    package func hash(_ text: [UInt8], span: ByteSpan) {
        hashes.reserve(count + Self.spare)
        heads.reserve(count + Self.spare)
        text.withUnsafeBufferPointer { bytes in
            let start = bytes.baseAddress.map { $0 + span.start }
            if isMostlyMarked, hashFolded(start, span.count) { return }
            var words = kernelWords
            cv_hash(path.kernels, start, span.count, &words, hashes.base, heads.base)
            guard markedCount > 0 else { return }
            LetterFolding.foldings.withUnsafeBufferPointer {
                cv_hash_marked(start, span.count, &words, $0.baseAddress, hashes.base, heads.base)
            }
        }
        hashes[count] = 0
    }

    /// Whether a text is folded as a whole rather than each of its words that asks for it.
    private var isMostlyMarked: Bool { blockCount > 0 && markedCount * 8 > count }

    private func hashFolded(_ start: UnsafePointer<UInt8>?, _ byteCount: Int) -> Bool {
        foldedText.reserve(byteCount + 64)
        unknown.reserve(blockCount)
        return LetterFolding.foldings.withUnsafeBufferPointer { foldings in
            LetterFolding.pages.withUnsafeBufferPointer { pages in
                var words = kernelWords
                var folding = cv_folding(
                    foldings: foldings.baseAddress, pages: pages.baseAddress, text: foldedText.base, unknown: unknown.base)
                return cv_hash_folded(path.kernels, start, byteCount, blocks.base, &words, &folding, hashes.base, heads.base) != 0
            }
        }
    }

    /// Whether every character was known to the masks.
    private func cut(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        blockCount = (text.count + 63) / 64
        blocks.reserve(blockCount)
        begins.reserve(blockCount)
        firsts.reserve(blockCount)
        path.classify(text, into: UnsafeMutableBufferPointer(start: blocks.base, count: blockCount))
        let isPlain = cv_classify_beyond(path.kernels, text.baseAddress, text.count, blocks.base) == 0
        reserve(for: text.count, blockCount: blockCount)
        var words = kernelWords
        cv_cut(path.kernels, blocks.base, text.count, &words)
        count = words.count
        markedCount = words.marked_count
        return isPlain
    }

    private func reserve(for byteCount: Int, blockCount: Int) {
        var bound = cv_bound(words: byteCount, marked: byteCount)
        if byteCount > Self.longestUncounted { bound = cv_bound_words(blocks.base, blockCount) }
        starts.reserve(bound.words + Self.spare)
        ends.reserve(bound.words + Self.spare)
        marked.reserve(bound.marked + Self.spare)
    }

    /// The places, from the start of the stretch, whose characters the masks do not know, block by block.
    func unusual(ofBlock block: Int) -> UInt64 { blocks[block].unusual }

    /// How many words start before a byte of the stretch.
    ///
    /// - Complexity: O(1), but O(log `count`) for words that were mended or taken.
    @inline(__always)
    package func count(before place: Int) -> Int {
        let block = place >> 6
        guard block < blockCount else { return searchCount(before: place) }
        return Int(firsts.base[block]) + (begins.base[block] & (1 << UInt64(place & 63) - 1)).nonzeroBitCount
    }

    private func searchCount(before place: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func replace(with mended: MendedWords) {
        blockCount = 0
        count = mended.starts.count
        markedCount = mended.marked.count
        starts.replace(with: mended.starts, spare: Self.spare)
        ends.replace(with: mended.ends, spare: Self.spare)
        marked.replace(with: mended.marked, spare: Self.spare)
    }

    private var kernelWords: cv_words {
        cv_words(
            starts: starts.base, ends: ends.base, count: count, marked: marked.base, marked_count: markedCount,
            begins: begins.base, firsts: firsts.base)
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
                var words = cv_words(
                    starts: start, ends: end, count: 1, marked: nil, marked_count: 0, begins: nil, firsts: nil)
                cv_hash(cv_plain, word.baseAddress, word.count, &words, &hash, &head)
            }
        }
        return (word.contains { $0 >= 0x80 } ? hash | 1 : hash, head)
    }
}

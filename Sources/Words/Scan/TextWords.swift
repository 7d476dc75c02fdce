package import CVectors

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

    /// Whether the hashes of all words are known; else of which, a bit for each.
    @exclusivity(unchecked) private var isHashed = false
    @exclusivity(unchecked) private var known = FlatBuffer<UInt64>()
    @exclusivity(unchecked) private var blocks = FlatBuffer<cv_block>()
    @exclusivity(unchecked) private var foldedText = FlatBuffer<UInt8>()
    /// For each block of a text that is folded as a whole, where characters stand that have to be folded by themselves.
    @exclusivity(unchecked) private var unknown = FlatBuffer<UInt64>()
    /// For each block where words begin in it, and how many begin before it.
    @exclusivity(unchecked) private var begins = FlatBuffer<UInt64>()
    @exclusivity(unchecked) private var firsts = FlatBuffer<UInt32>()
    /// None where the words were taken.
    @exclusivity(unchecked) private var blockCount = 0
    /// Whether the words are those of the masks.
    @exclusivity(unchecked) private var areMasked = false
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
        blockCount = 0
        replace(with: MendedWords(spans: spans, text: text, start: start))
    }

    /// Computes `hashes` and `heads` of all words of the stretch that was cut last.
    package func hash(_ text: [UInt8], span: ByteSpan) {
        prepareHashes(text, span) { start in
            var words = kernelWords
            cv_hash(path.kernels, start, span.count, &words, hashes.base, heads.base)
            isHashed = true
        }
    }

    /// Computes those of the words with bytes beyond ASCII; the others get theirs as they are asked for.
    package func hashMarked(_ text: [UInt8], span: ByteSpan) {
        prepareHashes(text, span) { _ in isHashed = false }
    }

    /// - Parameter hashPlain: writes the hashes of words of ASCII, where those with other bytes are not so many that all are done at once.
    private func prepareHashes(_ text: [UInt8], _ span: ByteSpan, _ hashPlain: (UnsafePointer<UInt8>?) -> Void) {
        hashes.reserve(count + Self.spare)
        heads.reserve(count + Self.spare)
        text.withUnsafeBufferPointer { bytes in
            let start = bytes.baseAddress.map { $0 + span.start }
            isHashed = isMostlyMarked && hashFolded(start, span.count)
            guard !isHashed else { return }
            hashPlain(start)
            guard markedCount > 0 else { return }
            var words = kernelWords
            LetterFolding.foldings.withUnsafeBufferPointer {
                cv_hash_marked(path.kernels, start, span.count, &words, $0.baseAddress, hashes.base, heads.base)
            }
        }
        hashes[count] = 0
        noteKnown()
    }

    private func noteKnown() {
        let parts = count / 64 + 1
        known.reserve(parts)
        known.base.update(repeating: isHashed ? .max : 0, count: parts)
        guard !isHashed else { return }
        for index in 0..<markedCount {
            let word = Int(marked.base[index])
            known.base[word >> 6] |= 1 << UInt64(word & 63)
        }
    }

    /// Hands the words over to a loop that looks for some of them.
    ///
    /// - Parameter start: of the stretch in `text`.
    package func withKernelText<Result>(_ text: [UInt8], from start: Int, _ body: (cv_path, inout cv_searched) -> Result) -> Result {
        text.withUnsafeBufferPointer { bytes in
            var words = kernelWords
            return withUnsafePointer(to: &words) { words in
                var searched = cv_searched(
                    bytes: bytes.baseAddress.map { $0 + start }, count: bytes.count - start, words: words, hashes: hashes.base,
                    heads: heads.base, known: known.base, are_hashed: isHashed ? 1 : 0)
                return body(path.kernels, &searched)
            }
        }
    }

    /// Whether a text is folded as a whole rather than each of its words that asks for it.
    private var isMostlyMarked: Bool { areMasked && markedCount * 8 > count }

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
        areMasked = true
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
        counts.words(before: place)
    }

    /// The words at hand, to be counted from place to place; until the next text is cut.
    package var counts: WordCounts {
        WordCounts(
            starts: starts.base, ends: ends.base, count: count, begins: begins.base, firsts: firsts.base, blockCount: blockCount)
    }

    func replace(with mended: MendedWords) {
        areMasked = false
        count = mended.starts.count
        markedCount = mended.marked.count
        starts.replace(with: mended.starts, spare: Self.spare)
        ends.replace(with: mended.ends, spare: Self.spare)
        marked.replace(with: mended.marked, spare: Self.spare)
        countBlocks()
    }

    /// Notes where the words begin that are not those of the masks.
    private func countBlocks() {
        begins.base.update(repeating: 0, count: blockCount)
        for word in 0..<count {
            let start = Int(starts.base[word])
            if start >> 6 < blockCount { begins.base[start >> 6] |= 1 << UInt64(start & 63) }
        }
        var before = 0
        for block in 0..<blockCount {
            firsts.base[block] = UInt32(truncatingIfNeeded: before)
            before += begins.base[block].nonzeroBitCount
        }
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

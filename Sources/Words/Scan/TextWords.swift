package import CVectors

/// The words of a text in flat buffers, which the next text uses again: those that `WordSegmenter` gives, many times as fast.
///
/// Positions are bytes from the start of the stretch that was cut. A word is a run of letters and digits, joined across one mark between two
/// letters or two digits (UAX #29, WB5 to WB12), cut before 's; all that is shifts of masks (`CVectors`). A character that the masks do not know
/// hands the stretch between the blanks around it to `WordSegmenter`: no rule of UAX #29 looks further back than to a blank.
package final class TextWords {
    @exclusivity(unchecked) package private(set) var count = 0
    @exclusivity(unchecked) package private(set) var starts = FlatBuffer<UInt32>()
    @exclusivity(unchecked) package private(set) var ends = FlatBuffer<UInt32>()
    /// Of each word folded, with the lowest bit set where it has bytes beyond ASCII; 0 where it has a character that does not fold to one other
    /// letter. One more, which is 0, behind the last.
    @exclusivity(unchecked) package private(set) var hashes = FlatBuffer<UInt64>()
    /// The first eight bytes of each folded word, lowest first, zeros behind; 0 where the hash is.
    @exclusivity(unchecked) package private(set) var heads = FlatBuffer<UInt64>()

    /// The words with bytes beyond ASCII, once they are listed.
    @exclusivity(unchecked) private var markedList = FlatBuffer<UInt32>()
    @exclusivity(unchecked) private var markedListCount = 0
    @exclusivity(unchecked) private var isMarkedListed = true
    /// What mending writes, which then changes places with what it replaces.
    @exclusivity(unchecked) private var newStarts = FlatBuffer<UInt32>()
    @exclusivity(unchecked) private var newEnds = FlatBuffer<UInt32>()
    @exclusivity(unchecked) private var newMarked = FlatBuffer<UInt32>()
    /// Whether more than half of the blocks have letters beyond ASCII: then a text is folded as a whole, else each of its words that has some.
    @exclusivity(unchecked) private var isMostlyBeyond = false
    /// Whether the words are looked for in `foldedText`.
    @exclusivity(unchecked) private var isFolded = false
    /// The words of a folded text that have characters that do not fold letter by letter.
    @exclusivity(unchecked) private var unfolded = FlatBuffer<UInt32>()
    @exclusivity(unchecked) private var unfoldedCount = 0
    /// Whether the hashes of all words are known; else of which, a bit for each.
    @exclusivity(unchecked) private var isHashed = false
    @exclusivity(unchecked) private var known = FlatBuffer<UInt64>()
    @exclusivity(unchecked) private var blocks = FlatBuffer<cv_block>()
    @exclusivity(unchecked) private var foldedText = FlatBuffer<UInt8>()
    /// For each block where words begin in it, and how many begin before it.
    @exclusivity(unchecked) private var begins = FlatBuffer<UInt64>()
    @exclusivity(unchecked) private var firsts = FlatBuffer<UInt32>()
    /// None where the words were taken.
    @exclusivity(unchecked) private var blockCount = 0
    /// Of the stretch that was cut.
    @exclusivity(unchecked) private var byteCount = 0
    package let path: InstructionPath

    /// Bytes; a longer text is cut in parts, since positions are 32 bits.
    package static let longestText = 1 << 31
    /// Bytes; for a longer text its words are counted before room is made for them.
    private static let longestUncounted = 1 << 17
    /// The loops write whole vectors, beyond the last word.
    private static let spare = 80

    package init(path: InstructionPath = .best) { self.path = path }

    /// The words with bytes beyond ASCII, ascending; until the next text is cut.
    package var marked: UnsafeBufferPointer<UInt32> {
        if !isMarkedListed { listMarked() }
        return UnsafeBufferPointer(start: markedList.base, count: markedListCount)
    }

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
        isMostlyBeyond = false
        isMarkedListed = true
        count = spans.count
        markedListCount = 0
        starts.reserve(count + Self.spare)
        ends.reserve(count + Self.spare)
        markedList.reserve(count + Self.spare)
        for (word, span) in spans.enumerated() {
            starts.base[word] = UInt32(span.start - start)
            ends.base[word] = UInt32(span.end - start)
            guard text[span.range].contains(where: { $0 >= 0x80 }) else { continue }
            markedList.base[markedListCount] = UInt32(word)
            markedListCount += 1
        }
    }

    /// Computes `hashes` and `heads` of all words of the stretch that was cut last.
    package func hash(_ text: [UInt8], span: ByteSpan) { hash(text, span, all: true) }

    /// Computes those of the words that have to be folded by themselves; all others get theirs as they are asked for.
    package func hashUnusual(_ text: [UInt8], span: ByteSpan) { hash(text, span, all: false) }

    private func hash(_ text: [UInt8], _ span: ByteSpan, all: Bool) {
        hashes.reserve(count + Self.spare)
        heads.reserve(count + Self.spare)
        text.withUnsafeBufferPointer { bytes in
            let start = bytes.baseAddress.map { $0 + span.start }
            isFolded = isMostlyBeyond
            if isFolded { fold(start, span.count) }
            if all { hashAll(isFolded ? UnsafePointer(foldedText.base) : start, span.count) }
            var words = hashedWords
            guard words.marked_count > 0 else { return }
            LetterFolding.foldings.withUnsafeBufferPointer {
                cv_hash_marked(path.kernels, start, span.count, &words, $0.baseAddress, hashes.base, heads.base)
            }
        }
        hashes[count] = 0
        isHashed = all
        noteKnown()
    }

    /// - Parameter start: of the stretch as it stands or folded.
    private func hashAll(_ start: UnsafePointer<UInt8>?, _ byteCount: Int) {
        var words = kernelWords
        cv_hash(path.kernels, start, byteCount, &words, hashes.base, heads.base)
        guard isFolded else { return }
        for word in marked { hashes.base[Int(word)] |= 1 }
    }

    private func fold(_ start: UnsafePointer<UInt8>?, _ byteCount: Int) {
        foldedText.reserve(byteCount + 64)
        unfolded.reserve(count + Self.spare)
        var words = kernelWords
        words.marked = unfolded.base
        LetterFolding.foldings.withUnsafeBufferPointer { foldings in
            LetterFolding.pages.withUnsafeBufferPointer { pages in
                var folding = cv_folding(foldings: foldings.baseAddress, pages: pages.baseAddress, text: foldedText.base)
                cv_fold(path.kernels, start, byteCount, blocks.base, &folding, &words)
            }
        }
        unfoldedCount = words.marked_count
    }

    private func noteKnown() {
        let parts = count / 64 + 1
        known.reserve(parts)
        known.base.update(repeating: isHashed ? .max : 0, count: parts)
        guard !isHashed else { return }
        let words = hashedWords
        for index in 0..<words.marked_count {
            let word = Int(words.marked[index])
            known.base[word >> 6] |= 1 << UInt64(word & 63)
        }
    }

    /// Hands the words over to a loop that looks for some of them.
    ///
    /// - Parameter start: of the stretch in `text`.
    package func withKernelText<Result>(_ text: [UInt8], from start: Int, _ body: (cv_path, inout cv_searched) -> Result) -> Result {
        text.withUnsafeBufferPointer { bytes in
            var words = hashedWords
            let given = UnsafeBufferPointer(rebasing: bytes[start...])
            let text = isFolded ? UnsafeBufferPointer(start: foldedText.base, count: byteCount) : given
            return withUnsafePointer(to: &words) { words in
                var searched = cv_searched(
                    bytes: text.baseAddress, count: text.count, words: words, is_folded: isFolded ? 1 : 0, hashes: hashes.base,
                    heads: heads.base, known: known.base, are_hashed: isHashed ? 1 : 0)
                return body(path.kernels, &searched)
            }
        }
    }

    /// Whether every character was known to the masks.
    private func cut(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        byteCount = text.count
        blockCount = (text.count + 63) / 64
        blocks.reserve(blockCount)
        begins.reserve(blockCount)
        firsts.reserve(blockCount)
        path.classify(text, into: UnsafeMutableBufferPointer(start: blocks.base, count: blockCount))
        let beyond = cv_classify_beyond(path.kernels, text.baseAddress, text.count, blocks.base)
        isMostlyBeyond = beyond.letter_block_count * 2 > blockCount
        reserve(for: text.count, blockCount: blockCount)
        isMarkedListed = !isMostlyBeyond
        var words = kernelWords
        words.marked = isMarkedListed ? markedList.base : nil
        cv_cut(path.kernels, blocks.base, text.count, &words)
        count = words.count
        markedListCount = words.marked_count
        return beyond.unusual == 0
    }

    private func listMarked() {
        isMarkedListed = true
        markedList.reserve(count + Self.spare)
        var words = kernelWords
        cv_mark_words(blocks.base, byteCount, &words)
        markedListCount = words.marked_count
    }

    private func reserve(for byteCount: Int, blockCount: Int) {
        var bound = cv_bound(words: byteCount, marked: byteCount)
        if byteCount > Self.longestUncounted { bound = cv_bound_words(blocks.base, blockCount) }
        starts.reserve(bound.words + Self.spare)
        ends.reserve(bound.words + Self.spare)
        markedList.reserve(bound.marked + Self.spare)
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
        let gone = mended.places.reduce(0) { $0 + $1.old.count }
        let room = count - gone + mended.words.count + Self.spare
        newStarts.reserve(room)
        newEnds.reserve(room)
        newMarked.reserve(room)
        var (next, written, mark, markCount) = (0, 0, 0, 0)
        for (old, new) in mended.places + [(count..<count, 0..<0)] {
            let kept = old.lowerBound - next
            (newStarts.base + written).update(from: starts.base + next, count: kept)
            (newEnds.base + written).update(from: ends.base + next, count: kept)
            while mark < markedListCount, markedList.base[mark] < old.upperBound {
                newMarked.base[markCount] = UInt32(truncatingIfNeeded: Int(markedList.base[mark]) - next + written)
                markCount += markedList.base[mark] < old.lowerBound ? 1 : 0
                mark += 1
            }
            written += kept
            for word in old { begins.base[Int(starts.base[word]) >> 6] &= ~(1 << UInt64(starts.base[word] & 63)) }
            for word in mended.words[new] {
                newStarts.base[written] = word.start
                newEnds.base[written] = word.end
                begins.base[Int(word.start) >> 6] |= 1 << UInt64(word.start & 63)
                newMarked.base[markCount] = UInt32(truncatingIfNeeded: written)
                markCount += word.isMarked ? 1 : 0
                written += 1
            }
            next = old.upperBound
        }
        swap(&starts, &newStarts)
        swap(&ends, &newEnds)
        swap(&markedList, &newMarked)
        count = written
        markedListCount = isMarkedListed ? markCount : 0
        countFirsts()
    }

    private func countFirsts() {
        var before = 0
        for block in 0..<blockCount {
            firsts.base[block] = UInt32(truncatingIfNeeded: before)
            before += begins.base[block].nonzeroBitCount
        }
    }

    private var kernelWords: cv_words {
        cv_words(
            starts: starts.base, ends: ends.base, count: count, marked: markedList.base, marked_count: markedListCount,
            begins: begins.base, firsts: firsts.base)
    }

    /// The same; those are marked that are hashed by themselves.
    private var hashedWords: cv_words {
        var words = kernelWords
        if isFolded {
            words.marked = unfolded.base
            words.marked_count = unfoldedCount
        } else {
            words.marked_count = marked.count
        }
        return words
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

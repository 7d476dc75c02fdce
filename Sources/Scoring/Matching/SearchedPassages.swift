import Words

/// A passage in the words of a stretch; no match crosses its borders.
struct SearchedPassage: BitwiseCopyable {
    /// Among all passages of the stretch.
    let place: Int
    /// In the text.
    let span: ByteSpan
    /// The first word, and the one behind the last.
    private let first: Int
    private let end: Int

    init(place: Int, span: ByteSpan, words: Range<Int>) {
        self.place = place
        self.span = span
        first = words.lowerBound
        end = words.upperBound
    }

    @inline(__always) var words: Range<Int> { Range(uncheckedBounds: (first, end)) }
}

/// The passages of a text in which terms are looked for and that have words; in memory that the next text uses again.
///
/// Which passage a word stands in is told by counting bits. How many passages lie between two words follows no pattern, so a walk over them would be
/// foreseen wrongly at nearly each.
final class SearchedPassages {
    @exclusivity(unchecked) private var passages = FlatList<SearchedPassage>()
    /// A bit for each word that begins a passage, and how many words do before each 64; among each 64 until `finish`.
    @exclusivity(unchecked) private var begins = FlatBuffer<UInt64>()
    @exclusivity(unchecked) private var firsts = FlatBuffer<Int32>()
    @exclusivity(unchecked) private var blockCount = 0

    /// In order, without overlap; until another text is read.
    var all: UnsafeBufferPointer<SearchedPassage> { passages.elements }

    /// Forgets the passages before those of a text of so many words are added, in order.
    func removeAll(wordCount: Int) {
        passages.removeAll()
        blockCount = wordCount >> 6 + 1
        begins.reserve(blockCount)
        firsts.reserve(blockCount)
        begins.base.update(repeating: 0, count: blockCount)
        firsts.base.update(repeating: 0, count: blockCount)
    }

    @inline(__always)
    func append(_ passage: SearchedPassage) {
        guard !passage.words.isEmpty else { return }
        let block = passage.words.lowerBound >> 6
        begins.base[block] |= 1 << UInt64(passage.words.lowerBound & 63)
        firsts.base[block] &+= 1
        passages.append(passage)
    }

    /// To be called behind the last passage.
    func finish() {
        var before: Int32 = 0
        for block in 0..<blockCount {
            let here = firsts.base[block]
            firsts.base[block] = before
            before &+= here
        }
    }

    var ofWords: OfWords { OfWords(begins: begins.base, firsts: firsts.base) }

    /// A view of them, for as long as the text is searched.
    struct OfWords: BitwiseCopyable {
        fileprivate let begins: UnsafePointer<UInt64>
        fileprivate let firsts: UnsafePointer<Int32>

        /// The number of the last passage that begins at or before a word; below 0 where there is none.
        @inline(__always)
        func last(to word: Int) -> Int {
            let upTo = begins[word >> 6] & (.max >> UInt64(63 - word & 63))
            return Int(firsts[word >> 6]) + upTo.nonzeroBitCount - 1
        }
    }
}

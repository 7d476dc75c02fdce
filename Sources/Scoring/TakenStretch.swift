import Articles
import Words

/// A stretch that was searched, taken passage by passage, in memory that the next uses again.
struct TakenStretch: ~Copyable {
    /// The passage at hand.
    var read = ReadPassage(bytes: [], hashes: [], signature: [], place: 0..<0)
    /// The first byte of the stretch, from which the places of words count.
    private(set) var start = 0
    /// The next passage's place in the stretch and among the searched ones, and the first match behind those taken.
    private var place = 0
    private var number = 0
    private var firstMatch = 0

    /// Begins with the stretch that was searched last, which is `span` of `bytes`.
    mutating func begin(_ search: borrowing ArticleSearch, _ span: ByteSpan, of bytes: [UInt8], signing: inout PassageSigning) {
        // So that the hashes find their memory unshared.
        read.hashes = []
        read.hashes = signing.hashes(of: search.words, in: bytes, span)
        read.signature = WordSignature.words(of: read.hashes)
        start = span.start
        (place, number, firstMatch) = (0, 0, 0)
    }

    /// How many matches the next passages have.
    ///
    /// - Complexity: O(log n) for n matches.
    func matchCount(ofNext count: Int, in search: borrowing ArticleSearch) -> Int {
        let end = search.passages.searched.all.partitioningIndex { $0.place >= place + count }
        return search.found.passageNumbers.partitioningIndex { Int($0) >= end } - firstMatch
    }

    /// The next passage's words, and the matches in it.
    mutating func next(in search: borrowing ArticleSearch) -> (words: Range<Int>, matches: Slice<UnsafeBufferPointer<TermMatch>>) {
        let searched = search.passages.searched.all
        var matches = search.found.all[firstMatch..<firstMatch]
        if number < searched.count, searched[number].place == place {
            matches = search.found.matches(ofPassage: number, from: firstMatch)
            firstMatch = matches.endIndex
            number += 1
        }
        place += 1
        return (search.passages.words(ofPassage: place - 1), matches)
    }
}

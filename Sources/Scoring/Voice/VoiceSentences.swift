/// The sentences of a passage as ranges of its items: each begins where the one before ends, so that only the ends are kept.
///
/// Valid until the next passage is read.
struct VoiceSentences: RandomAccessCollection {
    private let start: Int
    private var ends: TokenNumbers

    /// None so far; the first will begin at `start`.
    init(from start: Int, ends: TokenNumbers) {
        self.start = start
        self.ends = ends
    }

    @inline(__always) var startIndex: Int { 0 }
    @inline(__always) var endIndex: Int { ends.count }

    @inline(__always)
    subscript(index: Int) -> Range<Int> { (index > 0 ? ends[index - 1] : start)..<ends[index] }

    /// None, in the same memory; the first will begin at `start`.
    func emptied(from start: Int) -> VoiceSentences { VoiceSentences(from: start, ends: ends.emptied()) }

    /// Where the next sentence begins.
    var nextStart: Int { isEmpty ? start : ends[ends.count - 1] }

    mutating func append(upTo end: Int) { ends.append(end) }
}

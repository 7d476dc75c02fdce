/// The sentences of one passage at a time by their words, found when they are first asked for.
struct PassageSentences: ~Copyable {
    /// The first word of each, ascending; words before them all are in none.
    private var starts = FlatList<Int>()
    private var passage = 0..<0
    private var isFilled = false
    /// That of the last answer.
    private var last = 0..<0

    /// Goes on to a passage of these words.
    mutating func enter(_ passage: Range<Int>) {
        self.passage = passage
        isFilled = false
        last = 0..<0
    }

    /// The words of the sentence that holds a word; words before the first sentence are together too.
    ///
    /// - Parameter fill: appends the first word of each sentence of the passage.
    mutating func sentence(of word: Int, fill: (inout FlatList<Int>) -> Void) -> Range<Int> {
        if last.contains(word) { return last }
        if !isFilled {
            isFilled = true
            starts.removeAll()
            fill(&starts)
        }
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= word { low = middle + 1 } else { high = middle }
        }
        let first = low > 0 ? starts[low - 1] : passage.lowerBound
        last = first..<(low < starts.count ? starts[low] : passage.upperBound)
        return last
    }
}

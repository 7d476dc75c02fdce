import Words

extension TextWords {
    /// Puts where some words stand, moved to where the stretch begins in its text, into `spans`.
    func read(_ words: Range<Int>, movedBy start: Int, into spans: inout [ByteSpan]) {
        precondition(words.upperBound <= count, "words that there are")
        let (starts, ends) = (starts.prefix(count), ends.prefix(count))
        spans.removeAll(keepingCapacity: true)
        spans.reserveCapacity(words.count)
        for word in words { spans.append(ByteSpan(Int(starts[word]) + start, Int(ends[word]) + start)) }
    }
}

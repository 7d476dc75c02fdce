import Words

/// Which passages a text has had before, known by their length, first and last word; all words are compared only where these agree. One text after the
/// other uses the same memory.
struct FirstPassages {
    private var numbers = HashedNumbers()
    /// Passages that agree in these with a first one but not in all words.
    private var others: [ArraySlice<UInt32>: Int] = [:]

    /// Forgets the passages of the text before.
    mutating func removeAll() {
        numbers.removeAll()
        if !others.isEmpty { others = [:] }
    }

    /// The passage of `text` before `index` that has the same words; nil where there is none, and from then on this is the first of its kind.
    ///
    /// - Complexity: O(words of the passage).
    mutating func first(equalTo index: Int, of text: RepeatFinder.Text) -> Int? {
        let place = text.place(ofPassage: index)
        let key = Self.key(of: text.words, in: place)
        guard let first = numbers[key] else {
            numbers[key] = index
            return nil
        }
        let words = text.words[place]
        if text.words[text.place(ofPassage: first)] == words { return first }
        if let other = others[words] { return other }
        others[words] = index
        return nil
    }

    private static func key(of words: [UInt32], in place: Range<Int>) -> UInt64 {
        guard !place.isEmpty else { return 0 }
        return UInt64(place.count) << 48 ^ UInt64(words[place.lowerBound]) << 24 ^ UInt64(words[place.upperBound - 1])
    }
}

import Words

/// Which passages an article has had before, known by their length, first and last word; all words are compared only where these agree.
struct FirstPassages {
    private var numbers: HashedNumbers
    /// Passages that agree in these with a first one but not in all words.
    private var others: [WordSignature: Int] = [:]

    /// - Parameter capacity: how many passages there are.
    init(capacity: Int) { numbers = HashedNumbers(capacity: capacity) }

    /// The passage before `index` that has the same words; nil where there is none, and from then on this is the first of its kind.
    ///
    /// - Complexity: O(words of the passage).
    mutating func first(equalTo index: Int, of passages: [WordSignature]) -> Int? {
        let passage = passages[index]
        let key = Self.key(of: passage.words)
        guard let first = numbers[key] else {
            numbers[key] = index
            return nil
        }
        if passages[first] == passage { return first }
        if let other = others[passage] { return other }
        others[passage] = index
        return nil
    }

    private static func key(of words: [UInt32]) -> UInt64 {
        guard let first = words.first, let last = words.last else { return 0 }
        return UInt64(words.count) << 48 ^ UInt64(first) << 24 ^ UInt64(last)
    }
}

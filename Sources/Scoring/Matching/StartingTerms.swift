/// Terms by the word pattern that a match can start with, in one row.
struct StartingTerms: Sendable {
    /// One more than there are word patterns.
    private var starts: [Int]
    private var terms: [Int32]

    /// - Parameter forEach: calls its argument with each word pattern and term, terms ascending; it is called twice and does the same both times.
    init(wordCount: Int, _ forEach: ((Int, Int32) -> Void) -> Void) {
        // A counting sort; what is counted one place behind is the place to write to afterwards.
        var places = Array(repeating: 0, count: wordCount + 2)
        forEach { word, _ in places[word + 2] += 1 }
        for word in 2..<places.count { places[word] += places[word - 1] }
        var terms = [Int32](repeating: 0, count: places[wordCount + 1])
        forEach { word, term in
            terms[places[word + 1]] = term
            places[word + 1] += 1
        }
        starts = places.dropLast()
        self.terms = terms
    }

    /// Ascending.
    subscript(word: Int32) -> ArraySlice<Int32> { terms[starts[Int(word)]..<starts[Int(word) + 1]] }
}

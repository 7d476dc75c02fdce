import Words

/// A view of the matches in a stretch of passages, until another is searched.
package struct StretchMatches {
    /// By passage, start, then concept.
    package let all: UnsafeBufferPointer<TermMatch>
    /// For each match the number of its passage among the searched ones.
    private let numbers: UnsafeBufferPointer<UInt32>
    private let searched: UnsafeBufferPointer<SearchedPassage>
    /// The stretch's first passage in the article.
    private let first: Int

    init(
        all: UnsafeBufferPointer<TermMatch>, numbers: UnsafeBufferPointer<UInt32>, searched: UnsafeBufferPointer<SearchedPassage>,
        first: Int
    ) {
        self.all = all
        self.numbers = numbers
        self.searched = searched
        self.first = first
    }

    /// The place in the article's passages of that in which a match stands.
    package func passage(of match: Int) -> Int { first + searched[Int(numbers[match])].place }
}

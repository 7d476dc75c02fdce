import CVectors
import Words

/// The words of a text that the filter lets through, ascending, with what they are to a hash table; in memory that the next text uses again.
struct CandidateList: ~Copyable {
    private(set) var count = 0
    private(set) var words = FlatBuffer<UInt32>()
    /// As `TextWords.hashes` and `TextWords.heads` have them.
    private(set) var hashes = FlatBuffer<UInt64>()
    private(set) var heads = FlatBuffer<UInt64>()

    /// The loops write whole vectors, beyond the last word.
    static let spare = 72

    mutating func reserve(_ count: Int) {
        words.reserve(count + Self.spare)
        hashes.reserve(count + Self.spare)
        heads.reserve(count + Self.spare)
    }

    mutating func fill(_ body: (inout cv_candidates) -> Void) {
        var found = cv_candidates(words: words.base, hashes: hashes.base, heads: heads.base, count: 0)
        body(&found)
        count = found.count
    }
}

extension SentenceSegmenter {
    /// Whether a word before a full stop might be an abbreviation, from its ASCII letters in lower case, the first in the highest byte.
    ///
    /// Of no use for a word of one letter, which may be an initial, or of more than `longestAbbreviation`, which is none.
    package static func mayAbbreviate(_ letters: UInt64) -> Bool { Abbreviations.mayBe(letters) }

    /// Bytes; no abbreviation is longer.
    package static var longestAbbreviation: Int { Abbreviations.longest }
}

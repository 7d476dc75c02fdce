/// Words that an apostrophe begins, without it: 'em, 'tis.
enum ElidedWords {
    private static let all: [UInt64] = ["n", "em", "til", "cause", "tis", "twas", "round", "bout", "cept"].map { number(of: $0.utf8) }

    /// Letters of the longest.
    static let longest = 5

    /// Whether these letters of ASCII, whatever their case, are one.
    static func contains(_ word: some Collection<UInt8>) -> Bool {
        guard word.count <= longest else { return false }
        let number = number(of: word)
        return all.contains(number)
    }

    /// A word of up to eight letters as one number, with small letters.
    private static func number(of word: some Collection<UInt8>) -> UInt64 { word.reduce(0) { $0 << 8 | UInt64($1 | 0x20) } }
}

/// Words that an apostrophe begins, without it: 'em, 'tis.
enum ElidedWords {
    private static let all: [StaticString] = ["n", "em", "til", "cause", "tis", "twas", "round", "bout", "cept"]

    /// Letters of the longest.
    static let longest = 5

    /// Whether these letters of ASCII, whatever their case, are one.
    static func contains(_ word: some Collection<UInt8>) -> Bool {
        all.contains { elided in
            elided.utf8CodeUnitCount == word.count && elided.withUTF8Buffer { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }
        }
    }
}

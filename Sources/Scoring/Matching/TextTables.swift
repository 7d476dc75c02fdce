import Words

/// The words of a text as the search reads them, for as long as the text is borrowed, so that no reference is counted for each.
struct TextTables {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the words' positions are counted from.
    let start: Int
    let count: Int
    let starts: UnsafeMutablePointer<UInt32>
    let ends: UnsafeMutablePointer<UInt32>
    let hashes: UnsafeMutablePointer<UInt64>
    let heads: UnsafeMutablePointer<UInt64>

    /// The bytes of a word, in the text.
    @inline(__always) func span(_ word: Int) -> ByteSpan { ByteSpan(start + Int(starts[word]), start + Int(ends[word])) }

    /// Whether the word has bytes beyond ASCII.
    @inline(__always) func isMarked(_ word: Int) -> Bool { hashes[word] & 1 == 1 || hashes[word] == 0 }

    /// Whether one blank and nothing else parts the word from the one before.
    @inline(__always) func standsBehindBlank(_ word: Int) -> Bool {
        ends[word - 1] &+ 1 == starts[word] && bytes[start + Int(ends[word - 1])] == 0x20
    }

    /// The text between the word before `word` and `word`.
    @inline(__always) func joint(before word: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[start + Int(ends[word - 1])..<start + Int(starts[word])])
    }
}

extension SearchedText {
    func withTables(_ body: (TextTables) -> Void) {
        bytes.withUnsafeBufferPointer {
            body(
                TextTables(
                    bytes: $0, start: start, count: words.count, starts: words.starts.base, ends: words.ends.base,
                    hashes: words.hashes.base, heads: words.heads.base))
        }
    }
}

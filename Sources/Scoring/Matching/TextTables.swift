import CVectors
import Words

/// The words of a text as the search reads them, for as long as the text is borrowed, so that no reference is counted for each.
struct TextTables {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the words' positions are counted from.
    let start: Int
    let count: Int
    let starts: UnsafeMutablePointer<UInt32>
    let ends: UnsafeMutablePointer<UInt32>
    /// The same text with its hashes, of which some are computed when they are first asked for.
    let hashed: cv_searched

    /// The bytes of a word, in the text.
    @inline(__always) func span(_ word: Int) -> ByteSpan { ByteSpan(start + Int(starts[word]), start + Int(ends[word])) }

    /// As `TextWords.hashes` has it.
    @inline(__always) func hash(_ word: Int) -> UInt64 {
        hashed.known[word >> 6] >> UInt64(word & 63) & 1 == 1 ? hashed.hashes[word] : computeHash(word)
    }

    /// The first eight bytes of a word whose hash was asked for, as `TextWords.heads` has them.
    @inline(__always) func head(_ word: Int) -> UInt64 { hashed.heads[word] }

    @inline(never) private func computeHash(_ word: Int) -> UInt64 {
        withUnsafePointer(to: hashed) { cv_hash_word($0, word) }
        return hashed.hashes[word]
    }

    /// Whether the word has bytes beyond ASCII.
    @inline(__always) func isMarked(_ word: Int) -> Bool {
        let hash = hash(word)
        return hash & 1 == 1 || hash == 0
    }

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
    func withTables(_ body: (cv_path, TextTables) -> Void) {
        words.withKernelText(bytes, from: span.start) { path, searched in
            bytes.withUnsafeBufferPointer {
                body(
                    path,
                    TextTables(
                        bytes: $0, start: span.start, count: words.count, starts: words.starts.base, ends: words.ends.base, hashed: searched
                    ))
            }
        }
    }
}

/// Puts the words of the full rules in place of those of the masks, wherever the masks met a character that they do not know.
struct TextMending {
    let words: TextWords
    let text: [UInt8]
    let span: ByteSpan

    /// Stretches nearer to each other than this, in bytes, are handed over as one.
    private static let nearby = 32

    /// - Complexity: O(`span.count`).
    func mend() {
        var mended = MendedWords()
        var next = 0
        var start = nextUnusual(from: span.start)
        while let place = start {
            let stretch = stretch(around: place)
            let first = max(next, words.count(before: stretch.start - span.start))
            next = max(first, words.count(before: stretch.end - span.start))
            mended.replace(first..<next, with: WordSegmenter.words(in: text, span: stretch), of: text, from: span.start)
            start = nextUnusual(from: stretch.end)
        }
        words.replace(with: mended)
    }

    /// From blank to blank.
    private func stretch(around place: Int) -> ByteSpan {
        var lower = place
        while lower > span.start, !isBlank(text[lower - 1]) { lower -= 1 }
        var upper = place
        repeat {
            while upper < span.end, !isBlank(text[upper]) { upper += 1 }
            guard let next = nextUnusual(from: upper), next - upper < Self.nearby else { break }
            upper = next
        } while upper < span.end
        return ByteSpan(lower, upper)
    }

    private func nextUnusual(from place: Int) -> Int? {
        guard place < span.end else { return nil }
        var block = (place - span.start) >> 6
        var bits = words.unusual(ofBlock: block) & (.max << UInt64((place - span.start) & 63))
        while bits == 0 {
            block += 1
            guard block << 6 < span.count else { return nil }
            bits = words.unusual(ofBlock: block)
        }
        return span.start + block << 6 + bits.trailingZeroBitCount
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D }
}

/// Words that stand in place of others of a stretch.
struct MendedWords {
    struct Word {
        let start: UInt32
        let end: UInt32
        /// Whether it has bytes beyond ASCII.
        let isMarked: Bool
    }

    private(set) var words: [Word] = []
    /// In order: which words of the stretch are gone, and which of `words` stand there.
    private(set) var places: [(old: Range<Int>, new: Range<Int>)] = []

    /// - Parameter start: of the stretch in `text`.
    mutating func replace(_ old: Range<Int>, with spans: [ByteSpan], of text: [UInt8], from start: Int) {
        let first = words.count
        for span in spans {
            words.append(
                Word(
                    start: UInt32(span.start - start), end: UInt32(span.end - start),
                    isMarked: text[span.range].contains { $0 >= 0x80 }))
        }
        places.append((old, first..<words.count))
    }
}

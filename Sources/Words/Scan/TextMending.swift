/// Puts the words of the full rules in place of those of the masks, wherever the masks met a character that they do not know.
struct TextMending {
    let words: TextWords
    let text: [UInt8]
    let span: ByteSpan

    /// Stretches nearer to each other than this, in bytes, are handed over as one.
    private static let nearby = 32

    /// - Complexity: O(`span.count`).
    func mend() {
        var mended = MendedWords(reserving: words.count)
        var next = 0
        var start = nextUnusual(from: span.start)
        while let place = start {
            let stretch = stretch(around: place)
            next = mended.keep(words, from: next, before: stretch.start - span.start)
            next = max(next, words.count(before: stretch.end - span.start))
            mended.append(WordSegmenter.words(in: text, span: stretch), of: text, from: span.start)
            start = nextUnusual(from: stretch.end)
        }
        _ = mended.keep(words, from: next, before: span.count)
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

/// Words as `TextWords` holds them, gathered one by one.
struct MendedWords {
    private(set) var starts: [UInt32] = []
    private(set) var ends: [UInt32] = []
    private(set) var marked: [UInt32] = []
    /// The first mark of the words of the masks that was not passed yet.
    private var nextMark = 0

    init(reserving count: Int) {
        starts.reserveCapacity(count)
        ends.reserveCapacity(count)
    }

    init(spans: [ByteSpan], text: [UInt8], start: Int) {
        self.init(reserving: spans.count)
        append(spans, of: text, from: start)
    }

    /// Keeps words of the masks that start before a place of the stretch; gives the first that does not.
    mutating func keep(_ words: TextWords, from first: Int, before place: Int) -> Int {
        let end = max(first, words.count(before: place))
        while nextMark < words.markedCount, words.marked[nextMark] < first { nextMark += 1 }
        while nextMark < words.markedCount, words.marked[nextMark] < end {
            marked.append(UInt32(starts.count - first + Int(words.marked[nextMark])))
            nextMark += 1
        }
        starts.append(contentsOf: words.starts.prefix(end)[first...])
        ends.append(contentsOf: words.ends.prefix(end)[first...])
        return end
    }

    /// Appends words of the full rules.
    mutating func append(_ spans: [ByteSpan], of text: [UInt8], from start: Int) {
        for span in spans {
            if text[span.range].contains(where: { $0 >= 0x80 }) { marked.append(UInt32(starts.count)) }
            starts.append(UInt32(span.start - start))
            ends.append(UInt32(span.end - start))
        }
    }
}

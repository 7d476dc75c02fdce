import Lexicons

/// Looks word patterns up in the sorted vocabulary of a segment.
struct VocabularySearch {
    private let segment: SegmentView

    /// - Parameter segment: one whose words fold as the patterns do.
    init(_ segment: SegmentView) { self.segment = segment }

    /// The spellings that a pattern matches, as ranges in ascending order.
    ///
    /// - Complexity: O(log n) for n folded forms and what matches, where the pattern begins with a character; else O(n).
    func spellings(matching test: WordPatternTest) -> [Range<Int>] {
        if test.isExactCase { return exactSpellings(test) }
        if let literal = test.literal {
            let form = FoldedForm.bytes(ofFolded: literal)
            let place = firstForm(from: form[...])
            guard place < segment.folded.count, Self.compare(segment.folded[place], form[...]) == 0 else { return [] }
            return [spellings(of: place)]
        }
        return forms(beginningWith: head(of: test)).reduce(into: []) { ranges, form in
            guard isMatch(segment.folded[form], test) else { return }
            Self.append(spellings(of: form), to: &ranges)
        }
    }

    /// Exact case is asked of each spelling whose folded form can belong to it.
    private func exactSpellings(_ test: WordPatternTest) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for form in candidateForms(ofExact: test) {
            for spelling in spellings(of: form) {
                let word = WordForm.exact(segment.spellings[spelling])
                if test.literal.map({ $0 == word }) ?? test.matches(Array(word)) { Self.append(spelling..<spelling + 1, to: &ranges) }
            }
        }
        return ranges
    }

    private func candidateForms(ofExact test: WordPatternTest) -> Range<Int> {
        if let literal = test.literal {
            let form = FoldedForm.bytes(of: Array(literal.utf8)[...], language: segment.folding)
            let place = firstForm(from: form[...])
            let isThere = place < segment.folded.count && Self.compare(segment.folded[place], form[...]) == 0
            return place..<(isThere ? place + 1 : place)
        }
        // Folding goes character by character for ASCII alone; other heads are tried everywhere.
        let head = head(of: test).prefix { $0 < 0x80 }
        let folded = FoldedForm.bytes(of: head, language: segment.folding)
        return forms(beginningWith: folded)
    }

    /// The bytes before the first wildcard.
    private func head(of test: WordPatternTest) -> [UInt8] {
        var head = ""
        for glyph in test.glyphs {
            guard case .character(let character) = glyph else { break }
            head.append(character)
        }
        return FoldedForm.bytes(ofFolded: head)
    }

    private func isMatch(_ form: UnsafeBufferPointer<UInt8>, _ test: WordPatternTest) -> Bool {
        if let tail = test.glyphs.last, tail == .anyRun, isHeadAlone(test), form.allSatisfy({ $0 < 0x80 }) { return true }
        return test.matches(Array(String(decoding: form, as: UTF8.self)))
    }

    /// Whether a pattern is characters, then one `*`: every ASCII form with that head matches.
    private func isHeadAlone(_ test: WordPatternTest) -> Bool {
        test.glyphs.dropLast().allSatisfy { if case .character = $0 { true } else { false } }
    }

    private func spellings(of form: Int) -> Range<Int> { Int(segment.foldedFirst[form])..<Int(segment.foldedFirst[form + 1]) }

    private func forms(beginningWith head: [UInt8]) -> Range<Int> {
        guard !head.isEmpty else { return 0..<segment.folded.count }
        let first = firstForm(from: head[...])
        var low = first
        var high = segment.folded.count
        while low < high {
            let middle = (low + high) / 2
            let form = segment.folded[middle]
            let start = UnsafeBufferPointer(rebasing: form.prefix(head.count))
            if Self.compare(start, head[...]) <= 0 { low = middle + 1 } else { high = middle }
        }
        return first..<low
    }

    /// The first folded form that is not below `bytes`.
    private func firstForm(from bytes: ArraySlice<UInt8>) -> Int {
        var low = 0
        var high = segment.folded.count
        while low < high {
            let middle = (low + high) / 2
            if Self.compare(segment.folded[middle], bytes) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func compare(_ form: UnsafeBufferPointer<UInt8>, _ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            for offset in 0..<min(form.count, bytes.count) where form[offset] != bytes[offset] {
                return form[offset] < bytes[offset] ? -1 : 1
            }
            return form.count - bytes.count
        }
    }

    private static func append(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
        if let last = ranges.last, last.upperBound == range.lowerBound {
            ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
        } else {
            ranges.append(range)
        }
    }
}

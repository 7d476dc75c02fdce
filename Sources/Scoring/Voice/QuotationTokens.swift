/// The outermost quotations of a passage as runs of its tokens.
struct QuotationTokens: ~Copyable {
    private var result = FlatList<Quotation>()
    /// How far a sentence's end has been looked for behind a quotation, so that many marks without a partner walk over the tokens once.
    private var sought: (from: Int, upTo: Int) = (-1, -1)

    /// In order; what the last passage needed is used again.
    mutating func quotations(of marks: borrowing QuotationMarks, in tokens: VoiceTokens, to buffers: VoiceBuffers) -> Quotations {
        result.removeAll()
        sought = (-1, -1)
        for number in marks.outermost.indices {
            if let quotation = quotation(marks.outermost[number], marks, tokens) { result.append(quotation) }
        }
        return buffers.take(result)
    }

    private mutating func quotation(_ found: OutermostMarks, _ marks: borrowing QuotationMarks, _ tokens: VoiceTokens) -> Quotation? {
        switch found {
        case .pair(let first, let last):
            let (first, last) = (marks.marks[first], marks.marks[last])
            guard last.token > first.token + 1 else { return nil }
            return Quotation(first: first.token, last: last.token, family: first.mark.family)
        case .unclosed(let first, let next):
            let first = marks.marks[first]
            let last = next.map { marks.marks[$0].token - 1 } ?? tokens.count - 1
            guard last > first.token else { return nil }
            return Quotation(
                first: first.token, last: last, family: first.mark.family, isUnbalanced: true, isOpenAtEnd: next == nil,
                hasClosingMark: false)
        case .reachingBack(let last):
            return reachBack(from: marks.marks[last], tokens)
        }
    }

    private mutating func reachBack(from mark: PlacedMark, _ tokens: VoiceTokens) -> Quotation? {
        guard let previous = result.last, !previous.isOpenAtEnd, mark.token > previous.last + 1, mark.mark.family == .double else {
            return nil
        }
        let start = previous.last + 1
        var first = start
        if !tokens[previous.last - 1].kind.endsSentence {
            if sought.from == start { first = sought.upTo }
            while first < mark.token, !tokens[first].kind.endsSentence { first += 1 }
            sought = (start, first)
            first += 1
        }
        guard first < mark.token else { return nil }
        return Quotation(first: first, last: mark.token, family: .double, isUnbalanced: true, hasOpeningMark: false)
    }
}

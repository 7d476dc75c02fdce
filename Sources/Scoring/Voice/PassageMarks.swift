import Words

/// The quotations of passages by the stack of `QuotationMarks`, from the bytes beside each mark.
///
/// Tokens are cut only where a closing mark stands alone behind a quotation, since it reaches back to a sentence's end.
struct PassageMarks: ~Copyable {
    private var places: MarkPlaces
    private var marks = QuotationMarks()
    private var memory = BareTokens()
    /// Those of the piece at hand, once they are needed.
    private var tokens: VoiceTokens?
    /// How far a sentence's end has been looked for behind a quotation, so that many marks without a partner walk over the tokens once.
    private var sought: (from: Int, upTo: Int) = (-1, -1)
    private var previous: Previous?

    /// The quotation before, which a mark without a partner may reach back to.
    private struct Previous {
        let end: Int
        let isOpenAtEnd: Bool
    }

    init(path: InstructionPath) { places = MarkPlaces(path: path) }

    /// Adds the passage's quotations, in order.
    ///
    /// - Parameter continues: whether the next body passage begins with an opening mark.
    /// - Complexity: O(bytes of the passage).
    mutating func read(_ passage: ByteSpan, of bytes: TextBytes, continues: () -> Bool, into stretches: inout FlatList<VoiceStretch>) {
        guard passage.count > PassagePieces.longest else {
            return read(piece: passage, of: bytes, continues: continues, into: &stretches)
        }
        for piece in PassagePieces.pieces(of: passage, in: bytes) {
            read(piece: piece, of: bytes, continues: { piece.end == passage.end && continues() }, into: &stretches)
        }
    }

    private mutating func read(piece: ByteSpan, of bytes: TextBytes, continues: () -> Bool, into stretches: inout FlatList<VoiceStretch>) {
        places.find(in: bytes[piece.range])
        marks.read(piece, of: bytes, at: places.all.lazy.map { Int($0) + piece.start })
        marks.findOutermost(continues: marks.isOpen && continues())
        (tokens, sought, previous) = (nil, (-1, -1), nil)
        let reader = PlacedMarkReader(bytes, span: piece)
        for number in marks.outermost.indices { add(marks.outermost[number], reader, into: &stretches) }
    }

    private mutating func add(_ found: OutermostMarks, _ reader: PlacedMarkReader, into stretches: inout FlatList<VoiceStretch>) {
        switch found {
        case .pair(let first, let last):
            let (first, last) = (marks.marks[first], marks.marks[last])
            guard reader.firstInk(from: first.end) < last.start else { return }
            add(ByteSpan(first.start, last.end), isUnbalanced: false, into: &stretches)
        case .unclosed(let first, let next):
            let first = marks.marks[first]
            let end = reader.lastInk(before: next.map { marks.marks[$0].start } ?? reader.span.end, from: first.end)
            guard end > first.end else { return }
            add(ByteSpan(first.start, end), isUnbalanced: true, isOpenAtEnd: next == nil, into: &stretches)
        case .reachingBack(let last):
            let last = marks.marks[last]
            guard let start = startReachedBack(from: last, reader) else { return }
            add(ByteSpan(start, last.end), isUnbalanced: true, into: &stretches)
        }
    }

    private mutating func add(
        _ span: ByteSpan, isUnbalanced: Bool, isOpenAtEnd: Bool = false, into stretches: inout FlatList<VoiceStretch>
    ) {
        stretches.append(VoiceStretch(mark: span, isUnbalanced: isUnbalanced))
        previous = Previous(end: span.end, isOpenAtEnd: isOpenAtEnd)
    }

    /// Behind the quotation before, where a sentence ended in it, else behind the sentence that goes on after it; nil where nothing stands there.
    private mutating func startReachedBack(from mark: PlacedMark, _ reader: PlacedMarkReader) -> Int? {
        guard let previous, !previous.isOpenAtEnd, mark.mark.family == .double, reader.firstInk(from: previous.end) < mark.start else {
            return nil
        }
        let tokens = tokens ?? TokenScanner.scanBare(reader.bytes, span: reader.span, to: &memory)
        self.tokens = tokens
        let start = tokens.partitioningIndex { $0.start >= previous.end }
        var first = start
        if !tokens[start - 2].kind.endsSentence {
            if sought.from == start { first = sought.upTo }
            while tokens[first].start < mark.start, !tokens[first].kind.endsSentence { first += 1 }
            sought = (start, first)
            first += 1
        }
        return first < tokens.count && tokens[first].start < mark.start ? tokens[first].start : nil
    }
}

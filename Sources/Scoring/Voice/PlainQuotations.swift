import Words

/// The quotations of passages in which each mark decides itself by the bytes beside it: nearly all of news text.
///
/// The rules are those of `QuotationMarks`, which reads all others from tokens: a double mark opens where none is open and is closed by the next, or
/// by the passage's end; a single mark that can neither open nor close is an apostrophe; single marks inside double ones are theirs, and outside them
/// they quote where both of a pair can be nothing else.
struct PlainQuotations: ~Copyable {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where marks may begin, ascending.
    private let places: UnsafeBufferPointer<UInt32>
    private let neighbours: UnsafePointer<MarkNeighbour>
    /// The first place that no passage read so far has passed.
    private var next = 0

    /// - Parameters:
    ///   - places: where marks may begin in `text`, of no more than `MarkPlaces.longestText` bytes, ascending; one more number, greater, stands behind.
    ///   - neighbours: `MarkNeighbour.ofBytes`.
    init(_ text: UnsafeBufferPointer<UInt8>, at places: UnsafeBufferPointer<UInt32>, neighbours: UnsafePointer<MarkNeighbour>) {
        self.text = text
        self.places = places
        self.neighbours = neighbours
    }

    /// Adds the passage's quotations, in order; false, with none added, where a mark does not decide itself.
    ///
    /// - Complexity: O(marks of the passage) where passages are read in order.
    @inline(__always)
    mutating func read(_ passage: ByteSpan, _ doubles: borrowing DoubleMarks, into stretches: inout FlatList<VoiceStretch>) -> Bool {
        precondition(passage.end <= text.count, "a passage lies inside its text")
        guard let base = text.baseAddress, !passage.isEmpty else { return true }
        if isCut(passage, base) { return false }
        seek(passage.start)
        guard next < places.count, let marks = places.baseAddress, Int(marks[next]) < passage.end else { return true }
        if let count = doubles.read(passage, of: base, at: marks + next, into: &stretches) {
            next &+= count
            return true
        }
        return readAll(of: passage, base, into: &stretches)
    }

    @inline(never)
    private mutating func readAll(
        of passage: ByteSpan, _ base: UnsafePointer<UInt8>, into stretches: inout FlatList<VoiceStretch>
    ) -> Bool {
        let count = stretches.count
        var reader = PlainMarkReader(base: base, neighbours: neighbours, passage: passage)
        if read(&reader, into: &stretches) { return true }
        stretches.keepFirst(count)
        return false
    }

    private mutating func read(_ reader: inout PlainMarkReader, into stretches: inout FlatList<VoiceStretch>) -> Bool {
        while next < places.count, places[next] < reader.passage.end {
            switch reader.read(places[next...]) {
            case .nothing: break
            case .unsure: return false
            case .closed(let end): stretches.append(VoiceStretch(mark: ByteSpan(reader.takeOpen(), end), isUnbalanced: false))
            }
            next += 1
        }
        switch reader.end() {
        case .nothing: return true
        case .unsure: return false
        case .closed(let end):
            stretches.append(VoiceStretch(mark: ByteSpan(reader.takeOpen(), end), isUnbalanced: true))
            return true
        }
    }

    /// Whether the search for marks, which looks beyond a passage, may have taken one at its border for an apostrophe.
    @inline(__always)
    private func isCut(_ passage: ByteSpan, _ base: UnsafePointer<UInt8>) -> Bool {
        if passage.end < text.count, ByteClass.of(base[passage.end]) == .letter, ByteClass.of(base[passage.end &- 1]) != .blank {
            return true
        }
        return passage.start > 0 && ByteClass.of(base[passage.start &- 1]) == .letter && ByteClass.of(base[passage.start]) != .blank
    }

    @inline(__always)
    private mutating func seek(_ start: Int) {
        guard let marks = places.baseAddress else { return }
        if next > 0, Int(marks[next &- 1]) >= start { next = 0 }
        while next < places.count, Int(marks[next]) < start { next &+= 1 }
    }
}

import Words

/// The quotations of passages in which each mark decides itself by the bytes beside it: most of those with other marks than double ones.
///
/// The rules are those of `QuotationMarks`, which reads all others from tokens: a double mark opens where none is open and is closed by the next, or
/// by the passage's end; a single mark that can neither open nor close is an apostrophe; single marks inside double ones are theirs, and outside them
/// they quote where both of a pair can be nothing else.
struct PlainQuotations {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where marks may begin, ascending.
    private let places: UnsafeBufferPointer<UInt32>
    private let neighbours: UnsafePointer<MarkNeighbour>

    /// - Parameters:
    ///   - places: where marks may begin in `text`, of no more than `MarkPlaces.longestText` bytes, ascending.
    ///   - neighbours: `MarkNeighbour.ofBytes`.
    init(_ text: UnsafeBufferPointer<UInt8>, at places: UnsafeBufferPointer<UInt32>, neighbours: UnsafePointer<MarkNeighbour>) {
        self.text = text
        self.places = places
        self.neighbours = neighbours
    }

    /// Adds the passage's quotations, in order; false, with none added, where a mark does not decide itself.
    ///
    /// - Parameter first: the number of the passage's first place.
    /// - Complexity: O(marks of the passage).
    func read(_ passage: ByteSpan, from first: Int, into stretches: inout FlatList<VoiceStretch>) -> Bool {
        precondition(passage.end <= text.count, "a passage lies inside its text")
        guard let base = text.baseAddress else { return true }
        let count = stretches.count
        var reader = PlainMarkReader(base: base, neighbours: neighbours, passage: passage)
        if read(&reader, from: first, into: &stretches) { return true }
        stretches.keepFirst(count)
        return false
    }

    private func read(_ reader: inout PlainMarkReader, from first: Int, into stretches: inout FlatList<VoiceStretch>) -> Bool {
        var next = first
        while next < places.count, places[next] < reader.passage.end {
            guard readMark(&next, &reader, into: &stretches) else { return false }
        }
        return finish(&reader, into: &stretches)
    }

    /// Reads a mark, and those behind it until the pairing of double ones can go on. False where one does not decide itself.
    ///
    /// - Parameters:
    ///   - next: the mark's number; then that of the first one that was not read.
    ///   - end: behind the last one of the passage.
    func readOn(
        from next: inout Int, to end: Int, _ reader: inout PlainMarkReader, into stretches: inout FlatList<VoiceStretch>
    ) -> Bool {
        repeat {
            guard readMark(&next, &reader, into: &stretches) else { return false }
        } while next < end && !reader.isPlain
        return next < end || finish(&reader, into: &stretches)
    }

    private func readMark(_ next: inout Int, _ reader: inout PlainMarkReader, into stretches: inout FlatList<VoiceStretch>) -> Bool {
        switch reader.read(places[next...]) {
        case .nothing: break
        case .unsure: return false
        case .closed(let end): stretches.append(VoiceStretch(mark: ByteSpan(reader.takeOpen(), end), isUnbalanced: false))
        }
        next += 1
        return true
    }

    /// At the passage's end.
    func finish(_ reader: inout PlainMarkReader, into stretches: inout FlatList<VoiceStretch>) -> Bool {
        switch reader.end() {
        case .nothing: return true
        case .unsure: return false
        case .closed(let end):
            stretches.append(VoiceStretch(mark: ByteSpan(reader.takeOpen(), end), isUnbalanced: true))
            return true
        }
    }
}

import CVectors
import Words

/// The quotations of passages in which each mark decides itself by the bytes beside it: nearly all of news text.
///
/// The rules are those of `QuotationMarks`, which reads all others from tokens: a double mark opens where none is open and is closed by the next, or
/// by the passage's end; a single mark that can neither open nor close is an apostrophe; single marks inside double ones are theirs, and outside them
/// they quote where both of a pair can be nothing else.
struct PlainQuotations {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where marks may begin, ascending.
    private let places: UnsafeBufferPointer<UInt32>
    private let neighbours: UnsafePointer<MarkNeighbour>
    /// The first place that no passage read so far has passed.
    private var next = 0

    /// Bytes; in a longer text no mark decides itself, since places have 32 bits.
    private static let longestText = 1 << 32

    /// Hands over the places of a text's marks for as long as `body` takes.
    static func with<Result>(_ text: [UInt8], path: InstructionPath = .best, _ body: (inout PlainQuotations) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: text.count / 64 + 1) { masks in
            text.withUnsafeBufferPointer { text in
                cv_quotes(path.kernels, text.baseAddress, text.count, masks.baseAddress)
                let count = cv_count_marks(path.kernels, masks.baseAddress, text.count)
                return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + 2) { places in
                    if text.count < longestText { cv_mark_places(path.kernels, masks.baseAddress, text.count, places.baseAddress) }
                    return MarkNeighbour.ofBytes.withUnsafeBufferPointer { neighbours in
                        guard let neighbours = neighbours.baseAddress else { preconditionFailure("the table has 256 rows") }
                        var quotations = PlainQuotations(
                            text: text, places: UnsafeBufferPointer(rebasing: places[..<count]), neighbours: neighbours)
                        return body(&quotations)
                    }
                }
            }
        }
    }

    private init(text: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<UInt32>, neighbours: UnsafePointer<MarkNeighbour>) {
        self.text = text
        self.places = places
        self.neighbours = neighbours
    }

    struct Quotation {
        let span: ByteSpan
        /// Whether the passage ended it.
        var isUnbalanced = false
    }

    /// Gives the passage's quotations to `add`, in order; false where a mark does not decide itself: then those given before count for nothing.
    ///
    /// - Complexity: O(marks of the passage) where passages are read in order.
    mutating func read(_ passage: ByteSpan, add: (Quotation) -> Void) -> Bool {
        precondition(passage.end <= text.count, "a passage lies inside its text")
        guard text.count < Self.longestText else { return false }
        guard let base = text.baseAddress, !passage.isEmpty else { return true }
        // The search looks beyond the passage's end.
        if passage.end < text.count, ByteClass.of(base[passage.end]) == .letter, !endsInBlank(passage) { return false }
        seek(passage.start)
        guard next < places.count, places[next] < passage.end else { return true }
        var reader = PlainMarkReader(base: base, neighbours: neighbours, passage: passage)
        while next < places.count, places[next] < passage.end {
            switch reader.read(places[next...]) {
            case .nothing: break
            case .unsure: return false
            case .closed(let end): add(Quotation(span: ByteSpan(reader.takeOpen(), end)))
            }
            next += 1
        }
        switch reader.end() {
        case .nothing: return true
        case .unsure: return false
        case .closed(let end):
            add(Quotation(span: ByteSpan(reader.takeOpen(), end), isUnbalanced: true))
            return true
        }
    }

    private mutating func seek(_ start: Int) {
        if next > 0, places[next - 1] >= start { next = 0 }
        while next < places.count, places[next] < start { next += 1 }
    }

    private func endsInBlank(_ passage: ByteSpan) -> Bool { ByteClass.of(text[passage.end - 1]) == .blank }
}

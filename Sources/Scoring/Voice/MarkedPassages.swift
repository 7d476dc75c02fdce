import Articles
import CVectors
import Words

/// The passages of a field that are read for voices and have places where quotation marks may begin, in memory that one text after the other uses.
struct MarkedPassages: ~Copyable {
    /// Each with the numbers of its places, and its index as name.
    private(set) var all = FlatList<cv_marked_stretch>()
    /// Whether each of those that are read for voices begins behind the one before.
    private(set) var isOrdered = true
    private var read = FlatBuffer<cv_named_stretch>(room: 0)

    /// Finds them in all passages of an article; `places` are those of the field's text, which has `byteCount` bytes.
    ///
    /// - Complexity: O(passages).
    mutating func find(in passages: UnsafeBufferPointer<Passage>, of field: TextField, byteCount: Int, _ places: borrowing MarkPlaces) {
        read.reserve(passages.count)
        let read = read.base
        var (count, isOrdered, end) = (0, true, 0)
        for index in passages.indices where Self.reads(passages[index], in: field) {
            let span = passages[index].span
            precondition(span.end <= byteCount, "a passage lies inside its text")
            isOrdered = isOrdered && span.start >= end
            end = span.end
            read[count] = cv_named_stretch(
                start: UInt32(truncatingIfNeeded: span.start), end: UInt32(truncatingIfNeeded: end), name: UInt32(truncatingIfNeeded: index)
            )
            count &+= 1
        }
        all.removeAll()
        let marked = all.reserve(count + 1)
        all.hold(places.list(UnsafeBufferPointer(start: read, count: count), to: marked))
        self.isOrdered = isOrdered
    }

    @inline(__always)
    static func reads(_ passage: Passage, in field: TextField) -> Bool { passage.field.isTitle == field.isTitle && passage.kind.hasVoices }

    /// Has what the marks do stop where one is open at the end of its passage, and at the first of a passage that does not stand apart. Marks between passages do nothing.
    ///
    /// - Complexity: O(passages + marks).
    func setBorders(
        of passages: UnsafeBufferPointer<Passage>, in text: UnsafeBufferPointer<UInt8>, _ events: UnsafeMutablePointer<MarkEvent>
    ) {
        var next = all.isEmpty ? 0 : all[0].first
        for marked in all.elements {
            while next < marked.first {
                events[Int(next)] = .nothing
                next &+= 1
            }
            next = marked.end
            let last = Int(next) &- 1
            events[last] = events[last].atEnd
            let span = passages[Int(marked.name)].span
            if !Self.standsApart(span, in: text) { events[Int(marked.first)] = .unsure }
        }
    }

    /// Whether what stands around a passage counts as little as its borders, so that the events of its marks hold; not of one that is read in pieces.
    @inline(__always)
    static func standsApart(_ span: ByteSpan, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        (span.start == 0 || isBlank(text[span.start &- 1])) && (span.end == text.count || isBlank(text[span.end]))
            && span.count <= PassagePieces.longest
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
}

import Articles
import CVectors
import Words

/// Reads the quotations of articles by their marks alone, with nobody named: for languages without rules of attribution and for `VoiceMode.marks`.
///
/// One article after the other uses the same memory.
struct ArticleMarks: ~Copyable {
    /// The quotations of the article last read, by field, in the order of its passages.
    private(set) var title = FlatList<VoiceStretch>()
    private(set) var text = FlatList<VoiceStretch>()
    /// Whether the passages are known to have followed each other, so that no quotations overlap.
    private(set) var isOrdered = true
    private var places: MarkPlaces
    private var passages = MarkedPassages()
    private var events: MarkEvents
    private var doubles = DoubleMarks()
    /// Reads the passages with marks that do not decide themselves.
    private var unsure: PassageMarks
    /// `MarkNeighbour.ofBytes`.
    private let neighbours = FlatBuffer<MarkNeighbour>(room: 256)
    private let path: InstructionPath
    private var byteCount = 0

    /// Bytes: the memory that a longer article needed is given back before the next.
    private static let mostKept = 1 << 22

    init(path: InstructionPath = .best) {
        self.path = path
        places = MarkPlaces(path: path)
        events = MarkEvents(path: path)
        unsure = PassageMarks(path: path)
        for byte in 0..<256 { neighbours.base[byte] = MarkNeighbour.ofBytes[byte] }
    }

    /// - Complexity: O(bytes of the article).
    mutating func read(_ article: borrowing Article) {
        begin(byteCount: article.text.count + (article.title?.count ?? 0))
        if article.title != nil { read(article, .title) }
        read(article, .text)
    }

    /// Reads texts that stand one behind another; `text` has the quotations of all.
    ///
    /// - Complexity: O(bytes of the texts).
    mutating func read(_ texts: borrowing JoinedTexts) {
        begin(byteCount: texts.bytes.count)
        texts.bytes.withUnsafeBufferPointer { bytes in
            texts.passages.withUnsafeBufferPointer { passages in
                texts.starts.withUnsafeBufferPointer { starts in
                    read(MarkedText(bytes: bytes, passages: passages, field: .text, starts: starts))
                }
            }
        }
    }

    private mutating func begin(byteCount: Int) {
        if self.byteCount > Self.mostKept { self = ArticleMarks(path: path) }
        self.byteCount = byteCount
        isOrdered = true
        title.removeAll()
        text.removeAll()
    }

    private mutating func read(_ article: borrowing Article, _ field: TextField) {
        article.bytes(of: field).withUnsafeBufferPointer { bytes in
            article.passages.withUnsafeBufferPointer { read(MarkedText(bytes: bytes, passages: $0, field: field, starts: nil)) }
        }
    }

    private mutating func read(_ given: MarkedText) {
        // Apart from the rest while it is written to.
        var stretches = FlatList<VoiceStretch>()
        if given.field.isTitle { swap(&stretches, &title) } else { swap(&stretches, &text) }
        read(given, into: &stretches)
        if given.field.isTitle { swap(&stretches, &title) } else { swap(&stretches, &text) }
    }

    private mutating func read(_ given: MarkedText, into stretches: inout FlatList<VoiceStretch>) {
        places.find(in: given.bytes)
        guard given.bytes.count <= MarkPlaces.longestText else { return readLong(given, into: &stretches) }
        passages.find(in: given.passages, of: given.field, byteCount: given.bytes.count, places)
        isOrdered = isOrdered && passages.isOrdered
        if passages.isOrdered {
            readInOrder(given, into: &stretches)
        } else {
            for number in passages.all.indices { readSingly(passages.all[number], given, into: &stretches) }
        }
    }

    /// Reads passages that follow each other: all marks of the text in one go, but for those that are not decided.
    private mutating func readInOrder(_ given: MarkedText, into stretches: inout FlatList<VoiceStretch>) {
        let bytes = given.bytes
        guard let last = passages.all.last, let marks = places.all.baseAddress, let base = bytes.baseAddress else { return }
        let events = events.find(at: places.all, in: bytes)
        passages.setBorders(of: given.passages, in: bytes, events)
        doubles.begin()
        var (next, number) = (Int(passages.all[0].first), 0)
        var reader = PlainMarkReader(base: base, neighbours: neighbours.base, passage: ByteSpan(0, 0))
        while next < Int(last.end) {
            guard let stop = doubles.pair(at: marks, events, from: &next, to: Int(last.end), into: &stretches) else { return }
            while Int(passages.all[number].end) <= next { number += 1 }
            let passage = passages.all[number]
            let span = given.passages[Int(passage.name)].span
            if reader.passage != span { reader = PlainMarkReader(base: base, neighbours: neighbours.base, passage: span) }
            if MarkedPassages.standsApart(span, in: bytes), goOn(behind: stop, of: passage, from: &next, &reader, bytes, into: &stretches) {
                doubles.begin(withOpen: next < Int(passage.end) ? reader.openDouble : nil)
            } else {
                while let last = stretches.last, last.start >= span.start { _ = stretches.popLast() }
                readSingly(passage, given, into: &stretches)
                next = Int(passage.end)
            }
        }
    }

    /// Reads what the pairing stopped at; false where it does not decide itself.
    @inline(__always)
    private mutating func goOn(
        behind stop: DoubleMarks.Stop, of passage: cv_marked_stretch, from next: inout Int, _ reader: inout PlainMarkReader,
        _ bytes: UnsafeBufferPointer<UInt8>, into stretches: inout FlatList<VoiceStretch>
    ) -> Bool {
        let plain = PlainQuotations(bytes, at: places.all, neighbours: neighbours.base)
        switch stop {
        case .undecided(let start):
            reader.goOn(withDoubleFrom: start)
            return plain.readOn(from: &next, to: Int(passage.end), &reader, into: &stretches)
        case .open(let start):
            reader.goOn(withDoubleFrom: start)
            next = Int(passage.end)
            return plain.finish(&reader, into: &stretches)
        }
    }

    private mutating func readSingly(_ passage: cv_marked_stretch, _ given: MarkedText, into stretches: inout FlatList<VoiceStretch>) {
        let span = given.passages[Int(passage.name)].span
        let plain = PlainQuotations(given.bytes, at: places.all, neighbours: neighbours.base)
        if span.count <= PassagePieces.longest, plain.read(span, from: Int(passage.first), into: &stretches) { return }
        readUnsure(Int(passage.name), given, into: &stretches)
    }

    /// Reads a text in which places have no number.
    private mutating func readLong(_ given: MarkedText, into stretches: inout FlatList<VoiceStretch>) {
        isOrdered = false
        for index in given.passages.indices where MarkedPassages.reads(given.passages[index], in: given.field) {
            readUnsure(index, given, into: &stretches)
        }
    }

    private mutating func readUnsure(_ index: Int, _ given: MarkedText, into stretches: inout FlatList<VoiceStretch>) {
        unsure.read(given.passages[index].span, of: TextBytes(given.bytes), continues: { given.goesOn(behind: index) }, into: &stretches)
    }
}

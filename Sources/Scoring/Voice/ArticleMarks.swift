import Articles
import Words

/// Reads the quotations of articles by their marks alone, with nobody named: for languages without rules of attribution and for `VoiceMode.marks`.
///
/// One article after the other uses the same memory.
struct ArticleMarks: ~Copyable {
    /// The quotations of the article last read, by field, in the order of its passages.
    private(set) var title = FlatList<VoiceStretch>()
    private(set) var text = FlatList<VoiceStretch>()
    /// Whether the passages followed each other, so that no quotations overlap.
    private(set) var isOrdered = true
    private var places: MarkPlaces
    /// Reads the passages with marks that do not decide themselves.
    private var unsure: PassageMarks
    private let doubles = DoubleMarks()
    /// `MarkNeighbour.ofBytes`.
    private let neighbours = FlatBuffer<MarkNeighbour>(room: 256)
    private let path: InstructionPath
    private var byteCount = 0

    /// Bytes: the memory that a longer article needed is given back before the next.
    private static let mostKept = 1 << 22

    init(path: InstructionPath = .best) {
        self.path = path
        places = MarkPlaces(path: path)
        unsure = PassageMarks(path: path)
        for byte in 0..<256 { neighbours.base[byte] = MarkNeighbour.ofBytes[byte] }
    }

    /// - Complexity: O(bytes of the article).
    mutating func read(_ article: borrowing Article) {
        if byteCount > Self.mostKept { self = ArticleMarks(path: path) }
        byteCount = article.text.count + (article.title?.count ?? 0)
        isOrdered = true
        // Apart from the rest while it is written to.
        var title = FlatList<VoiceStretch>()
        var text = FlatList<VoiceStretch>()
        swap(&title, &self.title)
        swap(&text, &self.text)
        title.removeAll()
        text.removeAll()
        if article.title != nil { read(article, .title, into: &title) }
        read(article, .text, into: &text)
        swap(&title, &self.title)
        swap(&text, &self.text)
    }

    private mutating func read(_ article: borrowing Article, _ field: TextField, into stretches: inout FlatList<VoiceStretch>) {
        let passages = article.passages
        article.bytes(of: field).withUnsafeBufferPointer { bytes in
            places.find(in: bytes)
            let isShort = bytes.count <= MarkPlaces.longestText
            var plain = PlainQuotations(bytes, at: places.all, neighbours: neighbours.base)
            var (end, isOrdered) = (0, self.isOrdered)
            for index in passages.indices where passages[index].field.isTitle == field.isTitle && passages[index].kind.hasVoices {
                let span = passages[index].span
                isOrdered = isOrdered && span.start >= end
                end = span.end
                if isShort, span.count <= PassagePieces.longest, plain.read(span, doubles, into: &stretches) { continue }
                let isBody = passages[index].kind.isBody
                unsure.read(span, of: TextBytes(bytes), continues: { isBody && article.bodyOpens(from: index + 1) }, into: &stretches)
            }
            self.isOrdered = isOrdered
        }
    }
}

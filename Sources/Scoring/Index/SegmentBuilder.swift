import Articles
import Foundation
import Words

/// Gathers articles until they make a segment: numbers their words and what stands between them.
struct SegmentBuilder {
    /// Words after which a segment is closed; with `mostBytes` it bounds the memory of building.
    static let mostWords = 1 << 24
    static let mostBytes = 1 << 28
    /// Bytes of the largest article that an index takes.
    static let mostArticleBytes = 1 << 30

    /// The language by whose rules its words fold; nil for all but Turkish and Azerbaijani.
    let folding: String?

    var spellings = ByteStringNumbers()
    var joints = ByteStringNumbers()
    var strings = ByteStringNumbers()
    /// For each word the numbers of its spelling and of what stands before it in its passage.
    var words: [UInt32] = []
    var jointOfWord: [UInt16] = []
    /// Words whose joint has a number of `escape` or more.
    var escapes: [(place: UInt32, joint: UInt32)] = []
    var passages = PassageColumns()
    var sentences = RowTable()
    var articleNumbers: [UInt32] = []
    var articleLanguages: [UInt32] = []
    var articleFirst: [UInt32] = [0]
    var articles = RowTable()
    /// For each article its first word, and a last entry behind all.
    var articleWords: [UInt32] = [0]
    /// Stretches of words in passages that are not searched, ascending: these have no postings.
    var unsearched: [Range<Int>] = []
    var checkpoints: [UInt32] = []
    var runs: [UInt32] = []
    private var byteCount = 0

    static let escape = UInt32(UInt16.max)

    struct PassageColumns {
        /// One more than there are passages.
        var first: [UInt32] = [0]
        var start: [UInt32] = []
        var end: [UInt32] = []
        /// The kind's place among all kinds, and 128 for a title.
        var kind: [UInt8] = []
        /// What stands behind the last word.
        var tail: [UInt32] = []
    }

    private let cutter = PassageCutter()

    init(folding: String?) { self.folding = folding }

    var isEmpty: Bool { articleNumbers.isEmpty }
    var isFull: Bool { words.count >= Self.mostWords || byteCount >= Self.mostBytes }

    /// - Throws: `IndexFault` where the article is larger than an index can hold.
    mutating func add(_ article: Article, number: Int, spans: [VoiceSpan]) throws(IndexFault) {
        guard article.text.count + (article.title?.count ?? 0) <= Self.mostArticleBytes else {
            throw IndexFault("the article \(article.id) has more than \(Self.mostArticleBytes >> 20) MB, which no index holds")
        }
        byteCount += article.text.count
        let voices = spans.isEmpty ? nil : VoiceMap(spans: spans)
        for passage in article.passages { add(passage, of: article, words: cutter.words(of: passage, in: article), voices: voices) }
        articleNumbers.append(UInt32(truncatingIfNeeded: number))
        articleLanguages.append(UInt32(truncatingIfNeeded: article.language.map { strings.number(of: $0) + 1 } ?? 0))
        articleFirst.append(UInt32(truncatingIfNeeded: passages.kind.count))
        articleWords.append(UInt32(truncatingIfNeeded: words.count))
        articles.append(ArticleRecord(article, spans: spans).encoded(&strings))
    }

    private mutating func add(_ passage: Passage, of article: Article, words found: [ByteSpan], voices: VoiceMap?) {
        let bytes = article.bytes(of: passage.field)
        let first = words.count
        let end = bytes.withUnsafeBufferPointer { append(found, in: $0, from: passage.span.start) }
        let tail = bytes.withUnsafeBufferPointer { joints.number(of: UnsafeBufferPointer(rebasing: $0[end..<passage.span.end])) }
        if !passage.kind.isSearched, first < words.count { unsearched.append(first..<words.count) }
        passages.first.append(UInt32(truncatingIfNeeded: words.count))
        passages.start.append(UInt32(truncatingIfNeeded: passage.span.start))
        passages.end.append(UInt32(truncatingIfNeeded: passage.span.end))
        passages.kind.append(PassageKindCode.code(of: passage))
        passages.tail.append(UInt32(truncatingIfNeeded: tail))
        sentences.append(passage.kind.isSearched ? SentenceCoding.encoded(passage.span, in: bytes) : [])
        if let voices { addRuns(voices, words: found, first: first, field: passage.field) }
    }

    /// Gives the end of the last word.
    private mutating func append(_ found: [ByteSpan], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        for word in found {
            if words.count % IndexFormat.checkpointDistance == 0 { checkpoints.append(UInt32(truncatingIfNeeded: word.start)) }
            let joint = UInt32(truncatingIfNeeded: joints.number(of: UnsafeBufferPointer(rebasing: bytes[end..<word.start])))
            if joint >= Self.escape { escapes.append((UInt32(truncatingIfNeeded: words.count), joint)) }
            jointOfWord.append(UInt16(truncatingIfNeeded: min(joint, Self.escape)))
            words.append(UInt32(truncatingIfNeeded: spellings.number(of: UnsafeBufferPointer(rebasing: bytes[word.range]))))
            end = word.end
        }
        return end
    }

    /// Words belong to the voice of their first byte.
    private mutating func addRuns(_ voices: VoiceMap, words found: [ByteSpan], first: Int, field: TextField) {
        guard let firstWord = found.first, let lastWord = found.last else { return }
        var next = 0
        for segment in voices.segments(overlapping: ByteSpan(firstWord.start, lastWord.end), in: field) {
            while next < found.count, found[next].start < segment.span.start { next += 1 }
            let start = next
            while next < found.count, found[next].start < segment.span.end { next += 1 }
            guard segment.voice.voice != .own, start < next else { continue }
            let speaker = segment.voice.speaker
            let run = VoiceOfWords(
                voice: segment.voice.voice, name: speaker.map { strings.number(of: $0.displayName) },
                side: speaker?.side.map { strings.number(of: $0) })
            runs += [UInt32(truncatingIfNeeded: first + start), UInt32(truncatingIfNeeded: first + next)] + run.packed
        }
    }
}

/// The kind and field of a passage in a byte.
enum PassageKindCode {
    private static let kinds = PassageKind.allCases
    private static let title: UInt8 = 128

    static func code(of passage: Passage) -> UInt8 {
        UInt8(truncatingIfNeeded: kinds.firstIndex(of: passage.kind) ?? 0) | (passage.field == .title ? title : 0)
    }

    static func field(_ code: UInt8) -> TextField { code & title != 0 ? .title : .text }

    /// Nil for a code that no passage has.
    static func kind(_ code: UInt8) -> PassageKind? {
        let number = Int(code & ~title)
        return number < kinds.count ? kinds[number] : nil
    }
}

/// The sentences of a passage: how far each starts behind the one before, and its length.
enum SentenceCoding {
    static func encoded(_ span: ByteSpan, in bytes: [UInt8]) -> [UInt8] {
        var encoded: [UInt8] = []
        var end = span.start
        for sentence in SentenceSegmenter.sentences(in: bytes, span: span) {
            Varint.append(sentence.start - end, to: &encoded)
            Varint.append(sentence.count, to: &encoded)
            end = sentence.end
        }
        return encoded
    }

    /// - Parameter span: the passage, which no sentence leaves.
    static func sentences(_ bytes: UnsafeBufferPointer<UInt8>, in span: ByteSpan) -> [ByteSpan] {
        var reader = VarintReader(bytes)
        var sentences: [ByteSpan] = []
        var end = span.start
        while let gap = reader.next(), let count = reader.next(), gap <= span.end - end, count <= span.end - end - gap {
            sentences.append(ByteSpan(end + gap, end + gap + count))
            end += gap + count
        }
        return sentences
    }
}

/// The voice of a run of words, and whose it is by the numbers of the strings.
struct VoiceOfWords: Hashable {
    var voice: Voice
    var name: Int?
    var side: Int?
    private static let voices: [Voice] = [.own, .reported, .quoted, .distanced]

    init(voice: Voice, name: Int?, side: Int?) {
        (self.voice, self.name, self.side) = (voice, name, side)
    }

    init(packed first: UInt32, _ second: UInt32) {
        voice = Self.voices[Int(first >> 30)]
        let number = Int(first & 0x3FFF_FFFF)
        name = number > 0 ? number - 1 : nil
        side = second > 0 ? Int(second) - 1 : nil
    }

    var packed: [UInt32] {
        let code = UInt32(truncatingIfNeeded: Self.voices.firstIndex(of: voice) ?? 0)
        return [code << 30 | UInt32(truncatingIfNeeded: name.map { $0 + 1 } ?? 0), UInt32(truncatingIfNeeded: side.map { $0 + 1 } ?? 0)]
    }
}

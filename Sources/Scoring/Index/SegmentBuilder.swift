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

    var column: WordColumn
    var strings = ByteStringNumbers()
    let passages = GrowingBuffer<PassageRow>()
    let sentences = GrowingBuffer<UInt8>()
    /// For each passage where its sentences start, and a last entry behind all.
    var sentenceStarts: [UInt32] = [0]
    var articleNumbers: [UInt32] = []
    var articleLanguages: [UInt32] = []
    var articleFirst: [UInt32] = [0]
    var articles = RowTable()
    /// For each article its first word, and a last entry behind all.
    var articleWords: [UInt32] = [0]
    var runs: [UInt32] = []
    private var byteCount = 0

    struct PassageRow {
        /// The word behind its last.
        let wordEnd: UInt32
        let start: UInt32
        let end: UInt32
        /// What stands behind the last word.
        let tail: UInt32
        /// The kind's place among all kinds, and 128 for a title.
        let kind: UInt8
    }

    private let words = TextWords()
    private let stretchPassages = StretchPassages()

    init(folding: String?, column: WordColumn = WordColumn()) {
        self.folding = folding
        self.column = column
    }

    /// Forgets all articles; the large memory is kept for those to come.
    mutating func removeAll() {
        column.removeAll()
        self = SegmentBuilder(folding: folding, column: column)
    }

    var isEmpty: Bool { articleNumbers.isEmpty }
    var isFull: Bool { column.words.count >= Self.mostWords || byteCount >= Self.mostBytes }

    /// Whether there surely are numbers for all spellings of an article, each of which has a byte and one between; of more than 32 MB there may be.
    func hasRoom(for article: Article) -> Bool {
        isEmpty || column.spellings.count + (article.text.count + (article.title?.count ?? 0)) / 2 < WordColumn.mostSpellings
    }

    /// - Throws: `IndexFault` where the article is larger than an index can hold.
    mutating func add(_ article: Article, number: Int, spans: [VoiceSpan]) throws(IndexFault) {
        guard article.text.count + (article.title?.count ?? 0) <= Self.mostArticleBytes else {
            throw IndexFault("the article \(article.id) has more than \(Self.mostArticleBytes >> 20) MB, which no index holds")
        }
        byteCount += article.text.count
        let voices = spans.isEmpty ? nil : VoiceMap(spans: spans)
        for passages in PassageStretches(article.passages) { add(passages, of: article, voices) }
        guard column.spellings.count <= WordColumn.mostSpellings else {
            throw IndexFault("the article \(article.id) has more than \(WordColumn.mostSpellings) distinct words, which no index numbers")
        }
        articleNumbers.append(UInt32(truncatingIfNeeded: number))
        articleLanguages.append(UInt32(truncatingIfNeeded: article.language.map { strings.number(of: $0) + 1 } ?? 0))
        articleFirst.append(UInt32(truncatingIfNeeded: passages.count))
        articleWords.append(UInt32(truncatingIfNeeded: column.words.count))
        articles.append(ArticleRecord(article, spans: spans).encoded(&strings))
    }

    private mutating func add(_ stretch: Range<Int>, of article: Article, _ voices: VoiceMap?) {
        let passages = article.passages[stretch]
        guard let first = passages.first, let last = passages.last else { return }
        let bytes = article.bytes(of: first.field)
        let span = ByteSpan(first.span.start, last.span.end)
        words.cut(bytes, span: span)
        guard article.passages.withUnsafeBufferPointer({ stretchPassages.assign(words, of: span, to: $0, stretch) }) else {
            // A passage ends inside a word: each is cut by itself.
            for passage in stretch { add(passage..<passage + 1, of: article, voices) }
            return
        }
        let ranges = (0..<stretch.count).map { stretchPassages.words(ofPassage: $0) }
        var place = column.words.count
        let ends = column.append(WordColumn.Stretch(passages: Array(passages), words: ranges, span: span), of: bytes, words: words)
        let hidesStops =
            !words.marked.isEmpty
            && bytes.withUnsafeBufferPointer { SentenceGaps.mayHideStops(in: UnsafeBufferPointer(rebasing: $0[span.range])) }
        var gapCount = 0
        for (passage, (range, end)) in zip(passages, zip(ranges, ends)) {
            if let voices { addRuns(voices, words: spans(of: range, from: span.start), first: place, field: passage.field) }
            place += range.count
            add(passage, wordEnd: place, tail: end.tail)
            let gaps = SentenceGaps(UnsafeBufferPointer(rebasing: column.gaps.values[gapCount..<end.gapCount]), from: span.start)
            addSentences(of: passage, in: bytes, hidesStops ? nil : gaps)
            gapCount = end.gapCount
        }
    }

    private func spans(of range: Range<Int>, from start: Int) -> [ByteSpan] {
        range.map { word in
            let span = words.span(word)
            return ByteSpan(start + span.start, start + span.end)
        }
    }

    private mutating func addSentences(of passage: Passage, in bytes: [UInt8], _ gaps: SentenceGaps?) {
        if passage.kind.isSearched { SentenceCoding.append(passage.span, of: bytes, gaps: gaps, to: sentences) }
        sentenceStarts.append(UInt32(truncatingIfNeeded: sentences.count))
    }

    private mutating func add(_ passage: Passage, wordEnd: Int, tail: UInt32) {
        passages.append(
            PassageRow(
                wordEnd: UInt32(truncatingIfNeeded: wordEnd), start: UInt32(truncatingIfNeeded: passage.span.start),
                end: UInt32(truncatingIfNeeded: passage.span.end), tail: tail, kind: PassageKindCode.code(of: passage)))
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

    static func code(of passage: Passage) -> UInt8 { number(of: passage.kind) | (passage.field == .title ? title : 0) }

    /// The kind's place in `kinds`; a search there would compare names.
    private static func number(of kind: PassageKind) -> UInt8 {
        switch kind {
        case .headline: 0
        case .standfirst: 1
        case .subheading: 2
        case .body: 3
        case .caption: 4
        case .credit: 5
        case .link: 6
        case .boilerplate: 7
        }
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
    static func append(_ span: ByteSpan, of bytes: [UInt8], gaps: SentenceGaps? = nil, to encoded: GrowingBuffer<UInt8>) {
        var end = span.start
        SentenceSegmenter.forEachSentence(in: bytes, span: span, gaps: gaps) { sentence in
            let room = encoded.extend(by: 2 * Varint.mostBytes)
            var count = Varint.write(sentence.start - end, to: room, at: 0)
            count = Varint.write(sentence.count, to: room, at: count)
            encoded.truncate(to: encoded.count - room.count + count)
            end = sentence.end
        }
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

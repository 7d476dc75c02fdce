import Articles
import Scoring
import Words

/// Cuts the passages of an article into sentences, and these where a hit or a quotation begins or ends.
struct SentenceCutter {
    private let article: Article
    private let voices: VoiceMap
    /// Where a voice begins or ends, in order.
    private let borders: [TextField: [Int]]

    init(article: Article, voices: VoiceMap) {
        self.article = article
        self.voices = voices
        let fields: [TextField] = [.title, .text]
        borders = Dictionary(
            uniqueKeysWithValues: fields.map { field in
                (field, voices.segments(in: field).flatMap { [$0.span.start, $0.span.end] })
            })
    }

    /// Nil for a passage without a sentence.
    func paragraph(_ index: Int, hits: [Hit]) -> ReadableArticle.Paragraph? {
        let passage = article.passages[index]
        let ordered = hits.sorted { ($0.span.start, -$0.span.end, $0.concept) < ($1.span.start, -$1.span.end, $1.concept) }
        var next = 0
        var open: [Hit] = []
        var owners = OwnerCount()
        let spans = SentenceSegmenter.sentences(in: article.bytes(of: passage.field), span: passage.span)
        let sentences = spans.map { span in
            var last = next
            while last < ordered.count, ordered[last].span.start < span.end { last += 1 }
            open = open.filter { $0.span.end > span.start } + ordered[next..<last]
            next = last
            return sentence(span, in: passage.field, hits: open, owners: &owners)
        }
        guard !sentences.isEmpty else { return nil }
        return ReadableArticle.Paragraph(kind: passage.kind, passage: index, sentences: sentences, owners: owners.named)
    }

    /// - Parameter hits: all that overlap the sentence, in order of start.
    private func sentence(_ span: ByteSpan, in field: TextField, hits: [Hit], owners: inout OwnerCount) -> ReadableArticle.Sentence {
        let cuts = Set([span.start, span.end] + bordersOfVoices(in: span, field) + hits.flatMap { [$0.span.start, $0.span.end] })
            .filter { span.start <= $0 && $0 <= span.end }.sorted()
        var runs: [ReadableArticle.Run] = []
        var active: [Hit] = []
        var next = 0
        owners.beginSentence()
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            active.removeAll { $0.span.end <= start }
            while next < hits.count, hits[next].span.start <= start {
                if hits[next].span.end > start { active.append(hits[next]) }
                next += 1
            }
            let voice = voices.span(at: start, in: field)
            owners.add(end - start, of: voice)
            let marks = active.map { ReadableArticle.Mark(concept: $0.concept, voice: $0.voice, isEnd: $0.span.end == end) }
            append(
                ReadableArticle.Run(
                    text: article.string(ByteSpan(start, end), in: field), isQuoted: voice.map(Self.isInQuotationMarks) ?? false,
                    marks: marks),
                to: &runs)
        }
        owners.endSentence()
        return ReadableArticle.Sentence(span: span, runs: runs)
    }

    /// Runs that differ only in their speaker are one.
    private func append(_ run: ReadableArticle.Run, to runs: inout [ReadableArticle.Run]) {
        if let last = runs.indices.last, runs[last].isQuoted == run.isQuoted, runs[last].marks.isEmpty, run.marks.isEmpty {
            runs[last].text += run.text
        } else {
            runs.append(run)
        }
    }

    private static func isInQuotationMarks(_ span: VoiceSpan) -> Bool {
        span.voice == .quoted || span.voice == .distanced && (span.rule == .marks || span.rule == .scareMarks)
    }

    private func bordersOfVoices(in span: ByteSpan, _ field: TextField) -> ArraySlice<Int> {
        let borders = borders[field] ?? []
        let first = Self.firstIndex(in: borders, notBelow: span.start)
        return borders[first...].prefix { $0 < span.end }
    }

    private static func firstIndex(in borders: [Int], notBelow offset: Int) -> Int {
        var low = 0
        var high = borders.count
        while low < high {
            let middle = (low + high) / 2
            if borders[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Adds up the bytes of a paragraph by whose they are.
private struct OwnerCount {
    private var speakers: [String?] = []
    private var bytes: [String?: VoiceCounts] = [:]
    private var ownInSentence = 0
    private var othersInSentence = 0
    /// How many speakers came before the first sentence that is mainly the source's own; nil where there is none.
    private var placeOfSource: Int?

    mutating func beginSentence() {
        ownInSentence = 0
        othersInSentence = 0
    }

    mutating func add(_ count: Int, of span: VoiceSpan?) {
        guard let span, span.voice != .own else {
            ownInSentence += count
            return
        }
        let speaker = span.speaker?.displayName
        if bytes[speaker] == nil { speakers.append(speaker) }
        bytes[speaker, default: VoiceCounts()][span.voice] += count
        othersInSentence += count
    }

    /// "he said" behind a quotation does not make a sentence the source's.
    mutating func endSentence() {
        if placeOfSource == nil, ownInSentence > othersInSentence { placeOfSource = speakers.count }
    }

    /// One entry for each, with the voice that most of the words are in.
    var named: [ReadableArticle.Owner] {
        var owners = speakers.map { speaker in
            let counts = bytes[speaker] ?? VoiceCounts()
            let voice = Voice.allCases.dropFirst().max { counts[$0] < counts[$1] } ?? .reported
            return ReadableArticle.Owner(voice: voice, speaker: speaker)
        }
        if let place = placeOfSource ?? (owners.isEmpty ? 0 : nil) { owners.insert(.source, at: min(place, owners.count)) }
        return owners
    }
}

import Articles
import Words

/// What an index keeps of an article beside its words: where it comes from, and its voice spans.
struct ArticleRecord {
    var id: String
    var source: Source
    var date: ArticleDate?
    var dateIsInferred: Bool
    var language: String?
    var url: String?
    var otherKeys: [Article.Metadatum]
    var sha256: String
    /// Bytes of the title; nil where the article has none apart from its text.
    var titleByteCount: Int?
    var textByteCount: Int
    var spans: [VoiceSpan]

    init(_ article: Article, spans: [VoiceSpan]) {
        id = article.id
        source = article.source
        date = article.date
        dateIsInferred = article.dateIsInferred
        language = article.language
        url = article.url
        otherKeys = article.otherKeys
        sha256 = article.sha256
        titleByteCount = article.title?.count
        textByteCount = article.text.count
        self.spans = spans
    }

    /// - Parameter strings: numbers the strings that many spans share.
    func encoded(_ strings: inout ByteStringNumbers) -> [UInt8] {
        var bytes: [UInt8] = []
        for text in [id, sha256] { Self.append(text, to: &bytes) }
        for text in [source.name, date?.iso, language, url] { Self.append(text, to: &bytes) }
        Varint.append((source.isRetold ? 1 : 0) | (dateIsInferred ? 2 : 0), to: &bytes)
        Varint.append(titleByteCount.map { $0 + 1 } ?? 0, to: &bytes)
        Varint.append(textByteCount, to: &bytes)
        Varint.append(otherKeys.count, to: &bytes)
        for entry in otherKeys {
            Self.append(entry.key, to: &bytes)
            Self.append(entry.value, to: &bytes)
        }
        Varint.append(spans.count, to: &bytes)
        for span in spans { VoiceSpanCoding.append(span, to: &bytes, &strings) }
        return bytes
    }

    /// Nil where the bytes are no record.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, strings: RowView) {
        var reader = VarintReader(bytes)
        guard let id = reader.string(), let sha256 = reader.string() else { return nil }
        guard let name = Self.optional(&reader), let date = Self.optional(&reader), let language = Self.optional(&reader),
            let url = Self.optional(&reader)
        else { return nil }
        guard let flags = reader.next(), let title = reader.next(), let text = reader.next(), let keys = reader.next() else { return nil }
        otherKeys = []
        for _ in 0..<keys {
            guard let key = reader.string(), let value = reader.string() else { return nil }
            otherKeys.append(Article.Metadatum(key: key, value: value))
        }
        guard let spanCount = reader.next() else { return nil }
        spans = []
        for _ in 0..<spanCount {
            guard let span = VoiceSpanCoding.span(&reader, strings) else { return nil }
            guard span.lastByte <= (span.field == .title ? title - 1 : text) else { return nil }
            spans.append(span)
        }
        guard text <= SegmentBuilder.mostArticleBytes, title <= SegmentBuilder.mostArticleBytes else { return nil }
        (self.id, self.sha256, self.language, self.url) = (id, sha256, language.value, url.value)
        self.date = date.value.flatMap { ArticleDate($0) }
        source = Source(name: name.value, isRetold: flags & 1 != 0)
        dateIsInferred = flags & 2 != 0
        titleByteCount = title > 0 ? title - 1 : nil
        textByteCount = text
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        Varint.append(text.utf8.count, to: &bytes)
        bytes += text.utf8
    }

    private static func append(_ text: String?, to bytes: inout [UInt8]) {
        bytes.append(text == nil ? 0 : 1)
        if let text { append(text, to: &bytes) }
    }

    private struct Optionally {
        let value: String?
    }

    private static func optional(_ reader: inout VarintReader) -> Optionally? {
        guard let isThere = reader.next() else { return nil }
        guard isThere == 1 else { return Optionally(value: nil) }
        return reader.string().map { Optionally(value: $0) }
    }
}

extension VoiceSpan {
    /// The end of what it refers to.
    fileprivate var lastByte: Int { max(span.end, cue?.end ?? 0, speaker?.mention?.end ?? 0) }
}

/// Voice spans as bytes; strings by their numbers plus one, 0 for none.
private enum VoiceSpanCoding {
    private static let voices: [Voice] = [.own, .reported, .quoted, .distanced]

    static func append(_ span: VoiceSpan, to bytes: inout [UInt8], _ strings: inout ByteStringNumbers) {
        let voice = voices.firstIndex(of: span.voice) ?? 0
        var flags = (span.field == .title ? 1 : 0) | voice << 1 | (span.isUnbalanced ? 8 : 0)
        flags |= (span.cue == nil ? 0 : 16) | (span.speaker == nil ? 0 : 32) | (span.speaker?.mention == nil ? 0 : 64)
        Varint.append(flags, to: &bytes)
        append(span.span, to: &bytes)
        Varint.append(strings.number(of: span.rule.rawValue), to: &bytes)
        if let cue = span.cue { append(cue, to: &bytes) }
        guard let speaker = span.speaker else { return }
        if let mention = speaker.mention { append(mention, to: &bytes) }
        Varint.append(strings.number(of: speaker.mentionText), to: &bytes)
        Varint.append(speaker.name.map { strings.number(of: $0) + 1 } ?? 0, to: &bytes)
        Varint.append(speaker.side.map { strings.number(of: $0) + 1 } ?? 0, to: &bytes)
    }

    static func span(_ reader: inout VarintReader, _ strings: RowView) -> VoiceSpan? {
        guard let flags = reader.next(), let place = byteSpan(&reader), let rule = string(reader.next(), strings).flatMap(VoiceRule.init)
        else { return nil }
        var span = VoiceSpan(
            field: flags & 1 != 0 ? .title : .text, span: place, voice: voices[flags >> 1 & 3], speaker: nil, rule: rule,
            isUnbalanced: flags & 8 != 0)
        if flags & 16 != 0 {
            guard let cue = byteSpan(&reader) else { return nil }
            span.cue = cue
        }
        guard flags & 32 != 0 else { return span }
        var mention: ByteSpan?
        if flags & 64 != 0 {
            mention = byteSpan(&reader)
            if mention == nil { return nil }
        }
        guard let text = string(reader.next(), strings), let name = reader.next(), let side = reader.next() else { return nil }
        span.speaker = SpeakerReference(
            mention: mention, mentionText: text, name: string(name - 1, strings), side: string(side - 1, strings))
        return span
    }

    private static func append(_ span: ByteSpan, to bytes: inout [UInt8]) {
        Varint.append(span.start, to: &bytes)
        Varint.append(span.count, to: &bytes)
    }

    private static func byteSpan(_ reader: inout VarintReader) -> ByteSpan? {
        guard let start = reader.next(), let count = reader.next(), start >= 0, count >= 0, start < 1 << 40, count < 1 << 40 else {
            return nil
        }
        return ByteSpan(start, start + count)
    }

    private static func string(_ number: Int?, _ strings: RowView) -> String? {
        guard let number, (0..<strings.count).contains(number) else { return nil }
        return strings.string(number)
    }
}

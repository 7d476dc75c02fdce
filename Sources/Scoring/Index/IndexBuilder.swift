package import Articles

/// Writes an index of articles that come one by one.
///
///     var builder = try IndexBuilder(path: path, voices: VoiceReader(lexicon))
///     for article in articles { try builder.add(article) }
///     let byteCount = try builder.finish(corpus, options: options)
///
/// Memory: at most two open segments, each bounded by `SegmentBuilder.mostWords` (16.8 million words, of some 100 MB of text) and one article
/// beyond; the largest part is 4 bytes a word while a segment grows and 2 more for its postings, kept for the next, so about 230 MB for each.
package struct IndexBuilder: ~Copyable {
    private var file: IndexFileWriter
    private var voices: VoiceSession
    private var plain = SegmentBuilder(folding: nil)
    private var turkic: [SegmentBuilder] = []
    private var segments: [SegmentEntry] = []
    package private(set) var articleCount = 0

    /// - Throws: `IndexFault` where no file can be made at `path`.
    package init(path: String, voices: VoiceReader) throws(IndexFault) {
        file = try IndexFileWriter(path: path)
        self.voices = VoiceSession(voices)
    }

    /// - Throws: `IndexFault` where the disk is full, or the article beyond any index.
    package mutating func add(_ article: Article) throws(IndexFault) {
        let spans = voices.spans(in: article)
        let folding = LexiconLanguage.folding(of: article.language)
        if let folding {
            let open = turkic.firstIndex { $0.folding == folding } ?? turkic.count
            if open == turkic.count { turkic.append(SegmentBuilder(folding: folding)) }
            if !turkic[open].hasRoom(for: article) { try Self.close(&turkic[open], &file, &segments) }
            try turkic[open].add(article, number: articleCount, spans: spans)
            if turkic[open].isFull { try Self.close(&turkic[open], &file, &segments) }
        } else {
            if !plain.hasRoom(for: article) { try Self.close(&plain, &file, &segments) }
            try plain.add(article, number: articleCount, spans: spans)
            if plain.isFull { try Self.close(&plain, &file, &segments) }
        }
        articleCount += 1
    }

    /// Puts the index in its place, in one step; gives its size in bytes.
    ///
    /// - Throws: `IndexFault` where it cannot be written; then nothing has changed.
    ///
    /// - Parameter corpus: that the articles are of.
    package mutating func finish(_ corpus: Corpus, options: ReadingOptions) throws(IndexFault) -> Int {
        if !plain.isEmpty { segments.append(try plain.write(to: &file, isLast: true)) }
        for open in turkic.indices where !turkic[open].isEmpty { segments.append(try turkic[open].write(to: &file, isLast: true)) }
        let key = IndexKey(corpus: corpus, options: options, voices: voices.reader)
        return try file.finish(segments: segments, key: try key.encoded)
    }

    private static func close(
        _ segment: inout SegmentBuilder, _ file: inout IndexFileWriter, _ segments: inout [SegmentEntry]
    ) throws(IndexFault) {
        segments.append(try segment.write(to: &file))
        segment.removeAll()
    }
}

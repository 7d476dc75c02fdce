import Articles
import Words

/// The names of a text by strings and a dictionary, as `ArticleNames` describes them.
enum NaiveNames {
    static func names(_ article: Article) -> [String] {
        var mentions: [(name: String, count: Int)] = []
        func mention(_ run: [String]) {
            let name = run.map { CaseFolding.folded(Array($0.utf8)) }.joined(separator: " ")
            if let known = mentions.firstIndex(where: { $0.name == name }) {
                mentions[known].count += 1
            } else {
                mentions.append((name, 1))
            }
        }
        for passage in article.passages where passage.kind == .body || passage.kind == .standfirst {
            for run in runs(of: passage, in: article) where run.count <= 4 {
                if run.count > 1 { mention(run) }
                if let last = run.last, last.utf8.count > 1 { mention([last]) }
            }
        }
        let ranked = mentions.enumerated().sorted { (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset) }
        return ranked.prefix(32).map(\.element.name).sorted()
    }

    private static func runs(of passage: Passage, in article: Article) -> [[String]] {
        let bytes = article.bytes(of: passage.field)
        let sentences = SentenceSegmenter.sentences(in: bytes, span: passage.span)
        var runs: [[String]] = []
        var last: ByteSpan?
        for word in WordSegmenter.words(in: bytes, span: passage.span) {
            let opens = !sentences.contains { $0.contains(word) && last.map($0.contains) ?? false }
            let between = last.map { Array(bytes[$0.end..<word.start]) }
            defer { last = word }
            let text = article.string(word, in: passage.field)
            guard !opens, word.count <= 64, text.unicodeScalars.first?.properties.isUppercase ?? false, !isSingleLetter(word, bytes) else {
                runs.append([])
                continue
            }
            if runs.isEmpty || !(between == [0x20] || between == [0x2D]) { runs.append([]) }
            runs[runs.count - 1].append(text)
        }
        return runs.filter { !$0.isEmpty }
    }

    private static func isSingleLetter(_ word: ByteSpan, _ bytes: [UInt8]) -> Bool { word.count == 1 && bytes[word.start] < 0x80 }
}

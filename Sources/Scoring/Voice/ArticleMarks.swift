import Articles
import Words

/// The quotations of an article by their marks alone, with nobody named: for languages without rules of attribution and for `VoiceMode.marks`.
enum ArticleMarks {
    /// In order of start, the title's first; of one start the longer first.
    ///
    /// - Complexity: O(bytes of the article).
    static func spans(of article: Article) -> [VoiceSpan] {
        var spans: [VoiceSpan] = []
        var unsure: [Int] = []
        read(article, .title, into: &spans, unsure: &unsure)
        read(article, .text, into: &spans, unsure: &unsure)
        if !unsure.isEmpty { spans += ArticleVoices.markedSpans(of: article, passages: unsure) }
        let isOrdered = spans.indices.dropFirst().allSatisfy { !precedes(spans[$0], spans[$0 - 1]) }
        return isOrdered ? spans : spans.sorted(by: precedes)
    }

    /// - Parameter unsure: takes up the passages with marks that do not decide themselves.
    private static func read(_ article: Article, _ field: TextField, into spans: inout [VoiceSpan], unsure: inout [Int]) {
        let bytes = article.bytes(of: field)
        guard !bytes.isEmpty else { return }
        PlainQuotations.with(bytes) { quotations in
            for index in article.passages.indices {
                let passage = article.passages[index]
                guard passage.field.isTitle == field.isTitle, passage.kind.hasVoices else { continue }
                let before = spans.count
                let isSure =
                    passage.span.count <= PassagePieces.longest
                    && quotations.read(passage.span) { spans.append(VoiceSpan(quotation: $0, in: field)) }
                guard !isSure else { continue }
                spans.removeLast(spans.count - before)
                unsure.append(index)
            }
        }
    }

    private static func precedes(_ left: VoiceSpan, _ right: VoiceSpan) -> Bool {
        if left.field.isTitle != right.field.isTitle { return left.field.isTitle }
        return left.span.start != right.span.start ? left.span.start < right.span.start : left.span.end > right.span.end
    }
}

extension VoiceSpan {
    fileprivate init(quotation: PlainQuotations.Quotation, in field: TextField) {
        self.init(
            field: field, span: quotation.span, voice: .quoted, speaker: nil, rule: .marks, isUnbalanced: quotation.isUnbalanced)
    }
}

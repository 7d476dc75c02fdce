import Articles
import Words

/// The quotations of an article by their marks alone, with nobody named: for languages without rules of attribution and for `VoiceMode.marks`.
enum ArticleMarks {
    /// In order of start, the title's first; of one start the longer first.
    ///
    /// - Complexity: O(bytes of the article).
    static func spans(of article: Article) -> [VoiceSpan] {
        var reading = Reading()
        reading.read(article, .title)
        reading.read(article, .text)
        guard !reading.unsure.isEmpty || !reading.isOrdered else { return reading.spans }
        return (reading.spans + ArticleVoices.markedSpans(of: article, passages: reading.unsure)).sorted(by: precedes)
    }

    private struct Reading {
        private(set) var spans: [VoiceSpan] = []
        /// The passages with marks that do not decide themselves.
        private(set) var unsure: [Int] = []
        private(set) var isOrdered = true
        private static let usualCount = 16

        mutating func read(_ article: borrowing Article, _ field: TextField) {
            let bytes = article.bytes(of: field)
            guard !bytes.isEmpty else { return }
            let passages = article.passages
            PlainQuotations.with(bytes) { quotations in
                var end = 0
                for index in passages.indices where passages[index].field.isTitle == field.isTitle && passages[index].kind.hasVoices {
                    let span = passages[index].span
                    isOrdered = isOrdered && span.start >= end
                    end = span.end
                    read(span, of: index, field, quotations)
                }
            }
        }

        private mutating func read(_ passage: ByteSpan, of index: Int, _ field: TextField, _ quotations: PlainQuotations) {
            let before = spans.count
            let isSure =
                passage.count <= PassagePieces.longest
                && quotations.read(passage) { quotation in
                    if spans.isEmpty { spans.reserveCapacity(Self.usualCount) }
                    spans.append(VoiceSpan(quotation: quotation, in: field))
                }
            guard !isSure else { return }
            spans.removeLast(spans.count - before)
            unsure.append(index)
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

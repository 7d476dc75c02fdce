import Articles
import Words

/// The quotations of an article by their marks alone, with nobody named: for languages without rules of attribution and for `VoiceMode.marks`.
enum ArticleMarks {
    /// In order of start, the title's first; of one start the longer first.
    ///
    /// - Complexity: O(bytes of the article).
    static func spans(of article: Article) -> [VoiceSpan] { Reading(article).spans(of: article) }

    /// The map of these spans, which are not made where all marks decide themselves.
    static func map(of article: Article) -> VoiceMap {
        let reading = Reading(article)
        return reading.decidesItself
            ? VoiceMap(marksOfTitle: reading.title, ofText: reading.text) : VoiceMap(spans: reading.spans(of: article))
    }

    private struct Reading {
        private(set) var title: [VoiceStretch] = []
        private(set) var text: [VoiceStretch] = []
        /// The passages with marks that do not decide themselves.
        private var unsure: [Int] = []
        private var isOrdered = true
        private static let usualCount = 16

        init(_ article: borrowing Article) {
            title = stretches(of: article, .title)
            text = stretches(of: article, .text)
        }

        var decidesItself: Bool { unsure.isEmpty && isOrdered }

        func spans(of article: Article) -> [VoiceSpan] {
            let spans = title.map { VoiceSpan(mark: $0, in: .title) } + text.map { VoiceSpan(mark: $0, in: .text) }
            if decidesItself { return spans }
            return (spans + ArticleVoices.markedSpans(of: article, passages: unsure)).sorted(by: precedes)
        }

        private mutating func stretches(of article: borrowing Article, _ field: TextField) -> [VoiceStretch] {
            let bytes = article.bytes(of: field)
            var stretches: [VoiceStretch] = []
            guard !bytes.isEmpty else { return stretches }
            let passages = article.passages
            PlainQuotations.with(bytes) { quotations in
                var end = 0
                for index in passages.indices where passages[index].field.isTitle == field.isTitle && passages[index].kind.hasVoices {
                    let span = passages[index].span
                    isOrdered = isOrdered && span.start >= end
                    end = span.end
                    if !read(span, quotations: &quotations, into: &stretches) { unsure.append(index) }
                }
            }
            return stretches
        }

        /// False, with nothing added, where a mark does not decide itself.
        private func read(_ passage: ByteSpan, quotations: inout PlainQuotations, into stretches: inout [VoiceStretch]) -> Bool {
            guard passage.count <= PassagePieces.longest else { return false }
            let before = stretches.count
            let isSure = quotations.read(passage) { quotation in
                if stretches.isEmpty { stretches.reserveCapacity(Self.usualCount) }
                stretches.append(VoiceStretch(mark: quotation.span, isUnbalanced: quotation.isUnbalanced))
            }
            if !isSure { stretches.removeLast(stretches.count - before) }
            return isSure
        }
    }

    private static func precedes(_ left: VoiceSpan, _ right: VoiceSpan) -> Bool {
        if left.field.isTitle != right.field.isTitle { return left.field.isTitle }
        return left.span.start != right.span.start ? left.span.start < right.span.start : left.span.end > right.span.end
    }
}

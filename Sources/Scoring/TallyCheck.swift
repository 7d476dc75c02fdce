import Articles
import Words

/// Whether the numbers of a tally from a file of scores refer to what there is in it, so that all that works on tallies need not ask.
enum TallyCheck {
    /// Beyond any file, and far enough from the largest number that sums over any number of articles hold.
    private static let mostBytes = 1 << 36

    /// The first number that cannot be, by its place in the line; nil where there is none.
    ///
    /// - Complexity: O(passages + voice runs + hits + introductions).
    static func fault(in tally: ArticleTally) -> String? {
        var byteCount = 0
        for (index, passage) in tally.passages.enumerated() {
            if let fault = fault(in: passage, speakers: tally.speakers.count) { return "passages[\(index)]\(fault)" }
            byteCount += passage.span.count
        }
        guard (0...byteCount).contains(tally.unbalancedQuotations) else {
            return "unbalancedQuotations is \(tally.unbalancedQuotations), of \(byteCount) bytes of text"
        }
        for (index, hit) in tally.hits.enumerated() {
            if let fault = fault(in: hit, tally.passages) { return "hits[\(index)]\(fault)" }
        }
        for (index, speech) in tally.introductions.enumerated() {
            if let fault = fault(in: speech, of: tally) { return "introductions[\(index)]\(fault)" }
        }
        return nil
    }

    private static func fault(in passage: PassageTally, speakers: Int) -> String? {
        guard isForward(passage.span), passage.span.end <= mostBytes else { return ".span is bytes \(shown(passage.span))" }
        guard passage.wordCount <= passage.span.count else {
            return ".signature has \(passage.wordCount) words, and the passage \(passage.span.count) bytes"
        }
        var end = 0
        for (index, run) in passage.voiceRuns.enumerated() {
            guard end <= run.first, run.first < run.end, run.end <= passage.wordCount else {
                return ".voiceRuns[\(index)] is words \(run.first)..<\(run.end) of \(end)..<\(passage.wordCount) that are left"
            }
            if let fault = fault(ofSpeaker: run.speaker, among: speakers) { return ".voiceRuns[\(index)]\(fault)" }
            end = run.end
        }
        return nil
    }

    private static func fault(in hit: Hit, _ passages: [PassageTally]) -> String? {
        guard passages.indices.contains(hit.passageIndex) else { return faultOfPassage(hit.passageIndex, among: passages.count) }
        let passage = passages[hit.passageIndex]
        guard 0 <= hit.firstWord, hit.firstWord <= hit.endWord, hit.endWord <= passage.wordCount else {
            return " is words \(hit.firstWord)..<\(hit.endWord) of a passage of \(passage.wordCount)"
        }
        return fault(ofSpan: hit.span, in: passage)
    }

    private static func fault(in speech: IntroducedSpeech, of tally: ArticleTally) -> String? {
        guard tally.passages.indices.contains(speech.passageIndex) else {
            return faultOfPassage(speech.passageIndex, among: tally.passages.count)
        }
        let passage = tally.passages[speech.passageIndex]
        guard (0...passage.wordCount).contains(speech.word) else { return " is word \(speech.word) of a passage of \(passage.wordCount)" }
        return fault(ofSpan: speech.span, in: passage) ?? fault(ofSpeaker: speech.speaker, among: tally.speakers.count)
    }

    private static func fault(ofSpan span: ByteSpan, in passage: PassageTally) -> String? {
        isForward(span) && passage.span.contains(span) ? nil : ".span is bytes \(shown(span)) of a passage of \(shown(passage.span))"
    }

    private static func fault(ofSpeaker speaker: Int?, among count: Int) -> String? {
        guard let speaker, !(0..<count).contains(speaker) else { return nil }
        return ".speaker is \(speaker) of \(count)"
    }

    private static func faultOfPassage(_ index: Int, among count: Int) -> String { ".passageIndex is \(index) of \(count)" }

    /// Decoded spans come past the initializer that asks for this.
    private static func isForward(_ span: ByteSpan) -> Bool { 0 <= span.start && span.start <= span.end }

    private static func shown(_ span: ByteSpan) -> String { "\(span.start)..<\(span.end)" }
}

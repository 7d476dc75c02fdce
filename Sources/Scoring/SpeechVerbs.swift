import Articles
import Words

/// The reporting verbs among the cues of an article's voice spans, each once, in order of place.
///
/// Spans share a cue where a verb introduces both a quotation and a clause, or a quotation in two parts.
struct SpeechVerbs {
    struct Verb {
        let field: TextField
        let span: ByteSpan
        let entry: ReportingVerb
        var speaker: SpeakerReference?
    }

    private var title: [Verb] = []
    private var text: [Verb] = []

    /// - Complexity: O(n log n) for n spans.
    init(_ spans: [VoiceSpan], in article: Article) {
        var places: [Place: Int] = [:]
        var verbs: [Verb] = []
        for span in spans {
            guard let cue = span.cue else { continue }
            let place = Place(field: span.field, start: cue.start)
            if let known = places[place] {
                if verbs[known].speaker == nil { verbs[known].speaker = span.speaker }
            } else if let verb = Self.verb(of: span, cue: cue, in: article.bytes(of: span.field)) {
                places[place] = verbs.count
                verbs.append(verb)
            }
        }
        verbs.sort { $0.span.start < $1.span.start }
        title = verbs.filter { $0.field == .title }
        text = verbs.filter { $0.field == .text }
    }

    var isEmpty: Bool { title.isEmpty && text.isEmpty }

    private struct Place: Hashable {
        let field: TextField
        let start: Int
    }

    /// Those in a passage, in order.
    func verbs(in passage: Passage) -> ArraySlice<Verb> {
        let all = passage.field == .title ? title : text
        let first = all.partitioningIndex { $0.span.start >= passage.span.start }
        let end = all.partitioningIndex { $0.span.start >= passage.span.end }
        return all[first..<max(first, end)]
    }

    /// The first word of the cue that the table knows; nil for cues without a verb, such as "according to".
    private static func verb(of span: VoiceSpan, cue: ByteSpan, in bytes: [UInt8]) -> Verb? {
        let vocabulary = VoiceVocabulary.english
        for word in bytes[cue.start..<cue.end].split(whereSeparator: { !isLetter($0) }) {
            guard let key = WordKey(String(decoding: word, as: UTF8.self).lowercased()),
                let entry = vocabulary.entry(for: key), entry.verb >= 0
            else { continue }
            let place = ByteSpan(word.startIndex, word.endIndex)
            return Verb(field: span.field, span: place, entry: vocabulary.verbs[Int(entry.verb)], speaker: span.speaker)
        }
        return nil
    }

    /// Letters of the table's verbs, which are all ASCII.
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element passes `test`, which all later ones pass too.
    func partitioningIndex(where test: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if test(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

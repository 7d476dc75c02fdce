import Articles
import Words

/// What the sentences of an article are about, as far as somebody who may speak opens them: "The general took over", "Russia denied it".
///
/// Kept for pronouns that stand for nobody who has spoken.
struct SentenceTopics: ~Copyable {
    struct Topic {
        let field: TextField
        /// Where the sentence begins, and the words without an article before them.
        let opens, start, end: Int
        /// A body or a country rather than a person.
        let isBody: Bool
        let isPlural: Bool
        let gender: WordClass
    }

    private var topics = FlatList<Topic>()
    private static let longestPhrase = 6
    /// How many are looked at, and how many bytes back they may stand.
    private static let reach = 3
    private static let farthest = 800

    /// Forgets those of another article.
    mutating func removeAll() { topics.removeAll() }

    /// Adds what the sentences of a passage begin with.
    mutating func add(of passage: borrowing VoicePassage, field: TextField, bytes: TextBytes) {
        for range in passage.sentences {
            if let topic = Self.topic(of: passage.items, range, field, bytes) { topics.append(topic) }
        }
    }

    /// The last of those that begin before a pronoun and fit it; looks back over a few.
    func last(before offset: Int, field: TextField, where fits: (Topic) -> Bool) -> Topic? {
        let end = firstTopic(from: offset, field)
        for index in stride(from: end - 1, through: max(0, end - Self.reach), by: -1) {
            guard index >= 0, topics[index].field == field, offset - topics[index].start <= Self.farthest else { return nil }
            if fits(topics[index]) { return topics[index] }
        }
        return nil
    }

    /// The index of the first topic at or behind `offset`; the title's stand before the text's.
    private func firstTopic(from offset: Int, _ field: TextField) -> Int {
        var (low, high) = (0, topics.count)
        while low < high {
            let middle = (low + high) / 2
            let isBefore = topics[middle].field == field ? topics[middle].start < offset : topics[middle].field.isTitle
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func topic(of items: VoiceTokens, _ range: Range<Int>, _ field: TextField, _ bytes: TextBytes) -> Topic? {
        let start = items[range.lowerBound].classes.contains(.conjunction) ? range.lowerBound + 1 : range.lowerBound
        guard start + 1 < range.upperBound, items[start].kind == .word, items[start + 1].kind == .word else { return nil }
        if items[start].classes.contains(.determiner) {
            return body(of: items, from: start + 1, below: range.upperBound, field, bytes, isNamed: false)
        }
        if items[start].isCapitalized, items[start + 1].classes.contains(.group), !items[start + 1].isCapitalized {
            return body(of: items, from: start, below: range.upperBound, field, bytes, isNamed: true)
        }
        return name(items, start, field, bytes)
    }

    /// "The rebels", "A young farmer", "US officials": up to a few words with a noun for a speaker at their end, behind an article or a name.
    private static func body(
        of items: VoiceTokens, from start: Int, below end: Int, _ field: TextField, _ bytes: TextBytes, isNamed: Bool
    ) -> Topic? {
        var head: Int?
        for index in start..<min(end, start + longestPhrase) {
            let item = items[index]
            guard item.kind == .word,
                item.classes.isDisjoint(with: [.preposition, .relative, .be, .auxiliary, .modal, .verb, .conjunction])
            else { break }
            if !item.classes.isDisjoint(with: [.role, .group]) { head = index } else if head != nil { break }
        }
        guard let head, head + 1 == items.count || !items[head + 1].classes.contains(.preposition), !isNoSpeaker(items[head], bytes),
            !items[head].flags.contains(.possessive), items[head].classes.isDisjoint(with: .medium)
        else { return nil }
        let isBody = !items[head].classes.contains(.role)
        return Topic(
            field: field, opens: items[isNamed ? start : start - 1].start, start: items[start].start, end: items[head].end,
            isBody: isBody,
            isPlural: bytes[items[head].end - 1] == 0x73 || items[head].classes.contains(.group) && !isBody,
            gender: items[head].classes.intersection([.male, .female]))
    }

    /// Nouns in the names of bodies that are none themselves.
    private static func isNoSpeaker(_ item: VoiceToken, _ bytes: TextBytes) -> Bool { noSpeakers[NameText.hash(of: item, bytes)] != nil }

    private static let noSpeakers = ["week", "day", "war", "wall", "act", "street", "avenue", "islands", "security", "air"]
        .reduce(into: HashedNumbers()) { $0[NameText.hash(ofFolded: $1)] = 0 }

    /// "Russia", "Putin": a name of one word before a finite verb.
    private static func name(_ items: VoiceTokens, _ index: Int, _ field: TextField, _ bytes: TextBytes) -> Topic? {
        let (item, next) = (items[index], items[index + 1])
        guard item.isCapitalized, next.kind == .word, !next.isCapitalized, !item.flags.contains(.possessive) else { return nil }
        let isFinite =
            !next.classes.isDisjoint(with: [.be, .auxiliary, .modal, .verb]) || next.verbForm == .past || next.verbForm == .third
        if item.classes.contains(.group), isFinite {
            return Topic(
                field: field, opens: item.start, start: item.start, end: item.end, isBody: true, isPlural: true,
                gender: WordClass(rawValue: 0))
        }
        let endsLikeVerb = next.byteCount > 4 && bytes[next.end - 2] == 0x65 && bytes[next.end - 1] == 0x64
        guard item.classes.isEmpty, item.verbForm == .none, item.byteCount > 2, isFinite || endsLikeVerb else { return nil }
        let isBody = PolityTable.contains(NameText.hash(of: item, bytes)) || item.flags.contains(.allCapitals)
        guard isBody || bytes[item.end - 1] != 0x73 && bytes[item.end - 1] != 0x67 else { return nil }
        return Topic(
            field: field, opens: item.start, start: item.start, end: item.end, isBody: isBody, isPlural: false,
            gender: WordClass(rawValue: 0))
    }
}

import Articles
import Words

/// The words that name a speaker where they stand, kept until the register of names is complete.
struct SpeakerMention {
    private let firstWord: UnsafePointer<VoiceToken>?
    let start: Int
    let byteCount: UInt32
    private let wordCount: UInt16
    let field: TextField

    var end: Int { start + Int(byteCount) }
    var span: ByteSpan { ByteSpan(start, end) }
    /// Never empty.
    var words: VoiceTokens { VoiceTokens(first: firstWord, count: Int(wordCount)) }

    /// A speaker by the words that name them, in order; nil where there are none.
    init?(field: TextField, words: VoiceTokens, span: ByteSpan) {
        guard !words.isEmpty else { return nil }
        firstWord = words.base
        wordCount = UInt16(clamping: words.count)
        start = span.start
        byteCount = UInt32(clamping: span.count)
        self.field = field
    }

    var isPronoun: Bool {
        words.count == 1 && !words[0].classes.isDisjoint(with: [.pronoun, .objectPronoun, .possessive])
            && !words[0].flags.contains(.possessive)
    }

    /// The noun that heads the mention: the last speaker noun before a preposition.
    var head: Int? {
        let end = words.firstIndex { $0.classes.contains(.preposition) } ?? words.count
        return (0..<end).last { !words[$0].classes.isDisjoint(with: [.role, .group, .title]) }
    }

    /// Without the article before it; "his" stays.
    var spanWithoutArticle: ByteSpan {
        let hasArticle = words.count > 1 && words[0].classes.contains(.determiner) && !words[0].classes.contains(.possessive)
        return ByteSpan(hasArticle ? words[1].start : span.start, span.end)
    }

    /// Headed by a noun for one person: "the diplomat".
    var isRole: Bool { head.map { words[$0].classes.contains(.role) && !words[$0].classes.contains(.group) } ?? false }

    /// Names a body or several people: "the ministry", "officials".
    var isGroup: Bool { words.contains { $0.classes.contains(.group) && !$0.classes.contains(.role) } }

    /// Means somebody named elsewhere: "the diplomat", "president" in a headline, not "a diplomat" or "another".
    func isDefinite(_ bytes: TextBytes) -> Bool {
        guard words[0].classes.contains(.determiner) else { return words.count <= 4 }
        return words[0].end - words[0].start == 3 && NameText.hash(of: words[0], bytes) == Self.the
    }

    private static let the = NameText.hash(ofFolded: "the")

    /// The capitalised words that may be a person's name: behind the last title, nationalities and places left out.
    func nameWords(_ bytes: TextBytes) -> Slice<VoiceTokens> {
        let words = words
        let end = endOfName
        var start = max(0, end - 1)
        // Nothing before the last word that is no part of a name belongs to it.
        while start > 0, Self.mayGoOn(words[start - 1]) { start -= 1 }
        let followsPlace =
            start >= 2 && words[start - 1].classes.contains(.preposition) && !words[start - 2].classes.isDisjoint(with: [.title, .role])
        // "Bin Salman" is the surname of somebody whose name goes on before it.
        while start + 1 < end, words[start].flags.contains(.particle), words[start].classes.isEmpty { start += 1 }
        for index in start..<end
        where !words[index].isCapitalized && !NameText.bearsArticle(words[index], bytes)
            || !words[index].classes.isDisjoint(with: [.preposition, .determiner, .conjunction])
        {
            return words[end..<end]
        }
        return words[(followsPlace && end - start > 1 ? start + 1 : start)..<end]
    }

    /// Whether more of a name may follow the word: no title, nationality or place.
    private static func mayGoOn(_ word: VoiceToken) -> Bool {
        word.isCapitalized && word.classes.isDisjoint(with: [.title, .role]) && !word.flags.contains(.possessive)
    }

    /// Where the words end before a preposition if a name stands there: "Mr. Hale of the U.N.", or something written, "his letter to Ana Ruiz"; else where all do:
    /// "Ambassador to Russia Polad Bulbuloglu".
    private var endOfName: Int {
        let words = words
        guard let end = words.firstIndex(where: { $0.classes.contains(.preposition) }), end > 0 else { return words.count }
        let last = words[end - 1]
        if last.classes.contains(.medium) { return end }
        return last.isCapitalized && last.classes.isDisjoint(with: [.title, .role, .group]) ? end : words.count
    }
}

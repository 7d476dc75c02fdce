/// A run of capitalised words and which of them are the name itself.
struct NameRun {
    let range: Range<Int>
    /// Items of the name: titles before it left out, the stops of initials kept.
    let core: Range<Int>
    let wordCount: Int
    /// All that its words are.
    let classes: WordClass
    private let looksLikePlace: Bool

    private static let longest = 12

    static func isNameWord(_ item: VoiceToken) -> Bool {
        guard item.kind == .word, item.isCapitalized else { return false }
        if isLabel(item) { return false }
        return item.classes.isDisjoint(with: functionClasses) || item.flags.contains(.allCapitals)
    }

    /// READ MORE, VIDEO
    @inline(__always)
    static func isLabel(_ item: VoiceToken) -> Bool { item.flags.contains(.allCapitals) && item.classes.contains(.label) }

    /// Of words that are no names unless all their letters are capitals.
    static let functionClasses: WordClass = [
        .determiner, .pronoun, .objectPronoun, .preposition, .conjunction, .subordinator, .auxiliary, .be, .modal, .calendar, .relative,
        .question, .adverb,
    ]

    /// The run that begins with the name word at `start`.
    init(items: VoiceTokens, from start: Int, _ bytes: TextBytes) {
        let end = Self.end(of: start, in: items, bytes)
        range = start..<end
        var (all, count) = (WordClass(rawValue: 0), 0)
        for index in range {
            all.formUnion(items[index].classes)
            count += Self.countsAsWord(items[index]) ? 1 : 0
        }
        classes = all
        var lower = start
        // Most runs are a name and nothing else.
        if !all.isDisjoint(with: [.title, .role]) {
            for index in start..<end - 1 where !items[index].classes.isDisjoint(with: [.title, .role]) { lower = index + 1 }
            while lower + 1 < end, items[lower].kind != .word { lower += 1 }
        }
        if lower == start, let place = Self.placeBehindTitle(start, items), end - start > place { lower += place }
        core = lower..<end
        var inCore = all
        if lower > start {
            (inCore, count) = (WordClass(rawValue: 0), 0)
            for index in core {
                inCore.formUnion(items[index].classes)
                count += Self.countsAsWord(items[index]) ? 1 : 0
            }
        }
        wordCount = count
        looksLikePlace = items[lower].classes.contains(.place) || !inCore.isDisjoint(with: [.group, .agency])
    }

    private static func countsAsWord(_ item: VoiceToken) -> Bool {
        item.kind == .word && (item.isCapitalized || !item.flags.contains(.particle))
    }

    /// Whether it has the form of a person's full name.
    var isPerson: Bool { (2...4).contains(wordCount) && !looksLikePlace }

    /// Whether the run that begins with the name word at `start` surely ends behind it.
    @inline(__always)
    static func isOneWord(from start: Int, in items: VoiceTokens, _ bytes: TextBytes) -> Bool {
        guard start + 1 < items.count else { return true }
        let next = items[start + 1]
        return next.kind != .abbreviationStop && next.flags.isDisjoint(with: [.capitalized, .particle])
            && !NameText.bearsArticle(next, bytes)
    }

    private static func end(of start: Int, in items: VoiceTokens, _ bytes: TextBytes) -> Int {
        var end = start + 1
        while end < items.count, end - start < longest, !items[end - 1].flags.contains(.possessive) {
            let last = items[end - 1]
            let takesStop = last.classes.contains(.title) || last.end - last.start == 1
            if isNameWord(items[end]) || items[end].kind == .abbreviationStop && takesStop || items.isInitial(at: end)
                || NameText.bearsArticle(items[end], bytes)
            {
                end += 1
            } else if let behind = particlesEnd(from: end, in: items, bytes) {
                end = behind
            } else {
                break
            }
        }
        return items[end - 1].kind == .abbreviationStop ? max(start + 1, end - 1) : end
    }

    /// Behind the name word that follows particles from `start` on: "von der Leyen".
    private static func particlesEnd(from start: Int, in items: VoiceTokens, _ bytes: TextBytes) -> Int? {
        var index = start
        while index < items.count, index - start < 3, items[index].flags.contains(.particle), !items[index].isCapitalized { index += 1 }
        guard index > start, index < items.count, isNameWord(items[index]) || NameText.bearsArticle(items[index], bytes) else { return nil }
        return index + 1
    }

    /// How many words of a run are the place of a title before it: "Ambassador to Russia Polad Bulbuloglu".
    private static func placeBehindTitle(_ index: Int, _ items: VoiceTokens) -> Int? {
        guard index >= 2, items[index - 1].classes.contains(.preposition), !items[index - 2].classes.isDisjoint(with: [.title, .role])
        else {
            return nil
        }
        return items[index].classes.contains(.place) ? 2 : 1
    }

    /// Whether the word stands between a role and somebody else's name: "the president spoke at a Brookings meeting".
    private static func parts(_ item: VoiceToken) -> Bool {
        if !item.classes.isDisjoint(with: [.role, .title]) || item.isCapitalized { return false }
        if item.classes.contains(.preposition) { return item.byteCount != 2 && item.byteCount != 3 || item.classes.contains(.subordinator) }
        return item.verbForm != .none || !item.classes.isDisjoint(with: [.be, .auxiliary, .modal, .verb, .conjunction, .relative])
    }

    /// Whether there is any word for a role where `forEachRole` looks: asked of all at once, since most names have none beside them.
    func mayHaveRole(in items: VoiceTokens) -> Bool {
        var near = classes
        for index in max(0, range.lowerBound - 4)..<range.lowerBound { near.formUnion(items[index].classes) }
        if !near.isDisjoint(with: [.role, .title]) { return true }
        guard range.upperBound + 1 < items.count, items[range.upperBound].kind == .comma else { return false }
        var behind = WordClass(rawValue: 0)
        for index in range.upperBound + 1..<min(items.count, range.upperBound + 8) { behind.formUnion(items[index].classes) }
        return behind.contains(.role)
    }

    /// The items that say what the person is: before the name, and up to a few behind a comma.
    func forEachRole(in items: VoiceTokens, _ body: (Int) -> Void) {
        for index in range where !items[index].classes.isDisjoint(with: [.role, .title]) { body(index) }
        var before = range.lowerBound - 1
        while before >= max(0, range.lowerBound - 4), items[before].kind == .word, !Self.parts(items[before]) {
            if !items[before].classes.isDisjoint(with: [.role, .title]) { body(before) }
            before -= 1
        }
        guard range.upperBound + 1 < items.count, items[range.upperBound].kind == .comma else { return }
        for index in range.upperBound + 1..<min(items.count, range.upperBound + 8) {
            let item = items[index]
            guard item.kind == .word, item.classes.isDisjoint(with: [.preposition, .relative, .verb, .auxiliary, .be]),
                item.verbForm == .none
            else {
                return
            }
            if item.classes.contains(.role) { body(index) }
        }
    }
}

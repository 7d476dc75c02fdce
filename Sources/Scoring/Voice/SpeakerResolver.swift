import Articles
import Lexicons
import Words

/// Finds whom a mention stands for, in the order in which the article names its speakers.
///
/// Whomever it remembers it remembers by the name's place in `names`, so that nothing is copied but numbers.
struct SpeakerResolver: ~Copyable {
    private(set) var register: SpeakerRegister
    private var texts: ArticleTexts
    /// What the mentions in the text that begin where the last one does stand for.
    ///
    /// Mentions come in order of their start, so this is all that can be asked again, and no table grows with the article.
    private var recent = FlatList<Recent>()
    private var recentStart = -1
    private var names: SpeakerNames
    /// What has been made of wordings and names.
    private(set) var namings: [SpeakerNaming] = []
    /// For each of these the name and the place of the wording.
    private var wordings = FlatList<Wording>()
    private var namingNumbers = HashedNumbers(capacity: 24)
    /// For each name the last naming made for it; -1 for none.
    private var lastNaming = FlatList<Int>()
    /// For each of the register's people, the name's place; -1 where it has not been needed.
    private var nameOfPerson = FlatList<Int>()
    private var spellings = SurnameSpellings()
    private var lastPerson: (name: Int, gender: WordClass, offset: Int)?
    private var lastGroup: (name: Int, offset: Int)?
    /// What opens sentences, for pronouns.
    private var topics = SentenceTopics()
    /// The body last named with a noun, by the noun's hash: for "the ministry".
    private var groups = HashedNumbers()
    private var roles = HashedNumbers()

    /// The lexicon's speaker whose name the words of the mention in hand are; nil where they are none's, and where nobody has asked.
    private var exact: (speaker: Int?, isKnown: Bool) = (nil, false)

    private struct Recent {
        let end, naming: Int
    }

    private struct Wording {
        /// -1 for none.
        let name: Int
        let field: TextField
        let start, end: Int
    }

    private static let pronounReach = 24
    private static let noGender = WordClass(rawValue: 0)

    /// Names are taken from `register`, once its article has been read.
    init(register: consuming SpeakerRegister) {
        self.register = register
        texts = ArticleTexts()
        names = SpeakerNames(texts)
    }

    /// Forgets what it knows of another article.
    mutating func begin(_ texts: ArticleTexts) {
        self.texts = texts
        recent.removeAll()
        recentStart = -1
        names.begin(texts)
        namings.removeAll(keepingCapacity: true)
        wordings.removeAll()
        namingNumbers.removeAll()
        lastNaming.removeAll()
        nameOfPerson.fill(register.people.count, with: -1)
        spellings.removeAll()
        (lastPerson, lastGroup) = (nil, nil)
        groups.removeAll()
        roles.removeAll()
    }

    /// Forgets the names of the article before, where the register's names are of another.
    mutating func beginRegister(with mentions: SpeakerMentions) {
        register.begin(with: mentions)
        topics.removeAll()
    }

    /// Adds the names in the items of a passage.
    mutating func addNames(of passage: borrowing VoicePassage, field: TextField, bytes: TextBytes) {
        register.addNames(of: passage, field: field, bytes: bytes)
        topics.add(of: passage, field: field, bytes: bytes)
    }

    /// What the speaker is called whom a mention stands for, as its place in `namings`.
    mutating func naming(of mention: SpeakerMention) -> Int {
        let bytes = texts[mention.field]
        exact = (nil, false)
        guard !mention.field.isTitle else { return naming(of: mention, name: resolve(mention, bytes), bytes) }
        if recentStart != mention.start {
            recent.removeAll()
            recentStart = mention.start
        }
        for place in recent.indices where recent[place].end == mention.end { return recent[place].naming }
        let naming = naming(of: mention, name: resolve(mention, bytes), bytes)
        recent.append(Recent(end: mention.end, naming: naming))
        return naming
    }

    /// What the speaker is called there: made once for all mentions of one wording that stand for one name.
    private mutating func naming(of mention: SpeakerMention, name: Int?, _ bytes: TextBytes) -> Int {
        let span = mention.span
        if let name {
            while lastNaming.count <= name { lastNaming.append(-1) }
            if lastNaming[name] >= 0, stands(wordings[lastNaming[name]], for: name, span, bytes) { return lastNaming[name] }
        }
        let number = number(ofNaming: mention, name: name, bytes)
        if let name { lastNaming[name] = number }
        return number
    }

    private mutating func number(ofNaming mention: SpeakerMention, name: Int?, _ bytes: TextBytes) -> Int {
        let span = mention.span
        let key = NameText.exactHash(of: span.range, bytes) &+ UInt64(truncatingIfNeeded: name ?? -1)
        if let known = namingNumbers[key], stands(wordings[known], for: name ?? -1, span, bytes) { return known }
        let made = name.map { names.name(at: $0, register) }
        let speaker = (made?.speaker ?? speaker(named: mention, bytes)).map { register.speakers[$0] }
        let naming = SpeakerNaming(mentionText: bytes.string(span.range), name: speaker?.name ?? made?.name, side: speaker?.side)
        namingNumbers[key] = namings.count
        namings.append(naming)
        wordings.append(Wording(name: name ?? -1, field: mention.field, start: span.start, end: span.end))
        return namings.count - 1
    }

    @inline(__always)
    private func stands(_ wording: Wording, for name: Int, _ span: ByteSpan, _ bytes: TextBytes) -> Bool {
        wording.name == name && texts[wording.field].spell(wording.start..<wording.end, as: bytes, span.range)
    }

    /// The lexicon's speaker whose name the words are.
    private mutating func speaker(named mention: SpeakerMention, _ bytes: TextBytes) -> Int? {
        if !exact.isKnown { exact = (register.speakers.index(of: mention.words, bytes), true) }
        return exact.speaker
    }

    /// The place of the name that the mention stands for.
    private mutating func resolve(_ mention: SpeakerMention, _ bytes: TextBytes) -> Int? {
        if mention.isPronoun { return resolvePronoun(mention) }
        let run = mention.nameWords(bytes)
        if let person = person(run, at: mention.span.start, bytes) { return remember(person: person, at: mention.span.start) }
        if let exact = speaker(named: mention, bytes) { return remember(known: exact, mention, bytes) }
        if run.isEmpty || mention.isRole { return resolveRole(mention, bytes) }
        if run.count == 1, let only = run.first, !mention.isGroup { return resolveSingleName(only, mention, bytes) }
        rememberGroup(mention, bytes)
        return nil
    }

    /// A name of one word that no full name in the article explains: a surname, a country, a body.
    private mutating func resolveSingleName(_ word: VoiceToken, _ mention: SpeakerMention, _ bytes: TextBytes) -> Int? {
        if let known = register.speakers.index(of: CollectionOfOne(word), bytes) { return remember(known: known, mention, bytes) }
        let name = names.place(of: .text(mention.field, ByteSpan(word.start, NameText.stemEnd(of: word, bytes))))
        if isPolity(word, bytes) {
            lastGroup = (name, mention.span.start)
        } else if !(mention.words.first?.classes.contains(.determiner) ?? false) || mention.words.count == 1 {
            lastPerson = (name, Self.noGender, mention.span.start)
        }
        return mention.words.count == 1 ? nil : name
    }

    private mutating func remember(person: Int, at offset: Int) -> Int {
        let name = self.name(of: person)
        lastPerson = (name, register.people[person].gender, offset)
        var next = register.people[person].lastRole
        while let place = next {
            roles[register.roles[place].noun] = name
            next = register.roles[place].before
        }
        return name
    }

    /// Keeps a speaker whom the lexicon names for "the ministry", "the president", "he" and "it" behind.
    private mutating func remember(known speaker: Int, _ mention: SpeakerMention, _ bytes: TextBytes) -> Int {
        let name = names.place(of: .known(speaker))
        if mention.isGroup || mention.words.allSatisfy({ isPolity($0, bytes) }) {
            lastGroup = (name, mention.span.start)
            keep(name, forGroupsOf: mention, bytes)
        } else {
            lastPerson = (name, Self.noGender, mention.span.start)
            if let head = mention.head { roles[NameText.hash(of: mention.words[head], bytes)] = name }
        }
        return name
    }

    private mutating func rememberGroup(_ mention: SpeakerMention, _ bytes: TextBytes) {
        let name = names.place(of: .text(mention.field, mention.spanWithoutArticle))
        if !mention.words.contains(where: { $0.classes.contains(.medium) }) { lastGroup = (name, mention.span.start) }
        keep(name, forGroupsOf: mention, bytes)
    }

    private mutating func keep(_ name: Int, forGroupsOf mention: SpeakerMention, _ bytes: TextBytes) {
        guard mention.words.count > 1 else { return }
        for word in mention.words where word.classes.contains(.group) { groups[NameText.hash(of: word, bytes)] = name }
    }

    /// A government by its country, its capital or its initials: "Baku", "NATO".
    private func isPolity(_ word: VoiceToken, _ bytes: TextBytes) -> Bool {
        word.flags.contains(.allCapitals) && word.end - word.start >= 2 || PolityTable.contains(NameText.hash(of: word, bytes))
    }

    private mutating func name(of person: Int) -> Int {
        if nameOfPerson[person] < 0 { nameOfPerson[person] = names.place(of: .person(person)) }
        return nameOfPerson[person]
    }

    private mutating func person(_ run: Slice<VoiceTokens>, at offset: Int, _ bytes: TextBytes) -> Int? {
        guard let last = run.last else { return nil }
        if let known = register.lastPerson(withSurname: NameText.nameHash(of: last, bytes)) {
            let found = run.count >= 2 ? register.person(named: run, before: known, bytes) : personNear(offset, withSurnameOf: known)
            if let found { return found }
        }
        guard last.classes.isEmpty, last.end - last.start >= 5, !register.people.isEmpty else { return nil }
        return spellings.person(spelled: last, bytes, before: offset, register, texts)
    }

    /// Of people with one surname the only one, else the last named before `offset`, else the first with it.
    @inline(__always)
    private func personNear(_ offset: Int, withSurnameOf last: Int) -> Int {
        guard register.people[last].sharesSurnameWith != nil else { return last }
        let known = register.people(withSurnameOf: last)
        return register.lastNamed(before: offset) { known.contains($0) } ?? known.last ?? last
    }

    private mutating func resolveRole(_ mention: SpeakerMention, _ bytes: TextBytes) -> Int? {
        guard let head = mention.head else { return nil }
        let noun = NameText.hash(of: mention.words[head], bytes)
        if !mention.words[head].classes.isDisjoint(with: [.role, .title]), mention.isDefinite(bytes),
            let name = personWithRole(noun, before: mention.span.start)
        {
            lastPerson = (name, Self.noGender, mention.span.start)
            return name
        }
        if mention.words.count <= 2, let group = groups[noun] { return group }
        if mention.isRole {
            rememberUnnamed(mention, role: noun)
        } else {
            rememberGroup(mention, bytes)
        }
        return nil
    }

    /// "A ministry spokesman", whom "the spokesman" and "he" then stand for.
    private mutating func rememberUnnamed(_ mention: SpeakerMention, role noun: UInt64) {
        let name = names.place(of: .text(mention.field, mention.spanWithoutArticle))
        if mention.words.count > 2 { roles[noun] = name }
        lastPerson = (name, Self.noGender, mention.span.start)
    }

    private mutating func personWithRole(_ noun: UInt64, before offset: Int) -> Int? {
        if let spoken = roles[noun] { return spoken }
        return register.person(withRoleOf: noun, namedBefore: offset).map { name(of: $0) }
    }

    private mutating func resolvePronoun(_ mention: SpeakerMention) -> Int? {
        let word = mention.words[0]
        if word.classes.contains(.male) { return lastPerson(not: .female, before: mention) }
        if word.classes.contains(.female) { return lastPerson(not: .male, before: mention) }
        return word.classes.contains(.thirdPerson) ? lastBody(before: mention) : nil
    }

    /// The body that "it" or "they" stands for: the last one that spoke, or one that opens a sentence since.
    private mutating func lastBody(before mention: SpeakerMention) -> Int? {
        let isPlural = mention.byteCount > 3  // they, them, their rather than it, its
        let topic = topics.last(before: mention.start, field: mention.field) { $0.isBody && (isPlural || !$0.isPlural) }
        if let topic, topic.opens > lastGroup?.offset ?? -1 {
            lastGroup = (names.place(of: .text(topic.field, ByteSpan(topic.start, topic.end))), topic.opens)
        }
        return lastGroup?.name
    }

    private mutating func lastPerson(not other: WordClass, before mention: SpeakerMention) -> Int? {
        let end = register.firstOccurrence(from: mention.start)
        let near = (max(0, end - Self.pronounReach)..<end).reversed()
        var subject = near.first { register.occurrences[$0].isSubject && gender(ofNamedAt: $0) != other }
        // "She" is a woman named behind a subject who may be a man.
        if other == .male, let unknown = subject, gender(ofNamedAt: unknown).isEmpty,
            let woman = near.first(where: { $0 > unknown && gender(ofNamedAt: $0) == .female })
        {
            subject = woman
        }
        let name: Int?
        if let spoken = lastPerson, spoken.gender != other, spoken.offset >= subject.map({ register.occurrences[$0].offset }) ?? 0 {
            name = spoken.name
        } else {
            let named = subject ?? near.first { gender(ofNamedAt: $0) != other }
            name = named.map { self.name(of: register.occurrences[$0].person) }
        }
        let found = name ?? openingPerson(not: other, before: mention)
        if let found { lastPerson = (found, other == .female ? .male : .female, mention.span.start) }
        return found
    }

    /// Somebody unnamed, or of one name only, who opens a sentence.
    private mutating func openingPerson(not other: WordClass, before mention: SpeakerMention) -> Int? {
        let topic = topics.last(before: mention.start, field: mention.field) { !$0.isBody && $0.gender != other }
        return topic.map { names.place(of: .text($0.field, ByteSpan($0.start, $0.end))) }
    }

    @inline(__always)
    private func gender(ofNamedAt occurrence: Int) -> WordClass { register.people[register.occurrences[occurrence].person].gender }
}

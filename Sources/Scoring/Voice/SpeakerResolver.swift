import Articles
import Lexicons
import Words

/// Finds whom a mention stands for, in the order in which the article names its speakers.
struct SpeakerResolver {
    private let register: SpeakerRegister
    private let article: Article
    /// What the mentions in the text that begin where the last one does stand for.
    ///
    /// Mentions come in order of their start, so this is all that can be asked again, and no table grows with the article.
    private var recent: [SpeakerReference] = []
    /// Names of the register's people that have been needed so far.
    private var names: [String?]
    private var byTransliteration: [UInt64: [Int]]?
    private var lastPerson: (name: String, gender: WordClass, offset: Int)?
    private var lastGroup: String?
    /// The body last named with a noun, by the noun's hash: for "the ministry".
    private var groups: [UInt64: String] = [:]
    private var roles: [UInt64: String] = [:]

    private static let pronounReach = 24

    init(register: SpeakerRegister, article: Article) {
        self.register = register
        self.article = article
        names = [String?](repeating: nil, count: register.people.count)
    }

    mutating func reference(for mention: SpeakerMention) -> SpeakerReference {
        if mention.field == .text {
            if let known = recent.first(where: { $0.mention == mention.span }) { return known }
            if recent.first?.mention?.start != mention.span.start { recent.removeAll(keepingCapacity: true) }
        }
        let bytes = article.bytes(of: mention.field)
        var name = resolve(mention, bytes)
        let speaker = name.flatMap { register.speakers.speaker(named: $0) } ?? register.speakers.speaker(of: mention.words, bytes)
        if let speaker { name = speaker.name }
        let text = String(decoding: bytes[mention.span.range], as: UTF8.self)
        let reference = SpeakerReference(mention: mention.span, mentionText: text, name: name, side: speaker?.side)
        if mention.field == .text { recent.append(reference) }
        return reference
    }

    private mutating func resolve(_ mention: SpeakerMention, _ bytes: [UInt8]) -> String? {
        if mention.isPronoun { return resolvePronoun(mention) }
        let run = mention.nameWords
        if let person = person(run, at: mention.span.start, bytes) { return remember(person: person, at: mention.span.start) }
        if let exact = register.speakers.speaker(of: mention.words, bytes) { return remember(exact.name, mention, bytes) }
        if run.isEmpty || mention.isRole { return resolveRole(mention, bytes) }
        if run.count == 1, let only = run.first, !mention.isGroup { return resolveSingleName(only, mention, bytes) }
        rememberGroup(mention, bytes)
        return nil
    }

    /// A name of one word that no full name in the article explains: a surname, a country, a body.
    private mutating func resolveSingleName(_ word: VoiceToken, _ mention: SpeakerMention, _ bytes: [UInt8]) -> String? {
        if let known = register.speakers.speaker(of: CollectionOfOne(word), bytes) { return remember(known.name, mention, bytes) }
        let name = NameText.text(of: word, bytes)
        if isPolity(word, bytes) {
            lastGroup = name
        } else if !(mention.words.first?.classes.contains(.determiner) ?? false) || mention.words.count == 1 {
            lastPerson = (name, [], mention.span.start)
        }
        return mention.words.count == 1 ? nil : name
    }

    private mutating func remember(person: Int, at offset: Int) -> String {
        let name = self.name(of: person)
        lastPerson = (name, register.people[person].gender, offset)
        for role in register.people[person].roles { roles[role] = name }
        return name
    }

    /// Keeps a speaker whom the lexicon names for "the ministry", "the president", "he" and "it" behind.
    private mutating func remember(_ name: String, _ mention: SpeakerMention, _ bytes: [UInt8]) -> String {
        if mention.isGroup || mention.words.allSatisfy({ isPolity($0, bytes) }) {
            lastGroup = name
            keep(name, forGroupsOf: mention, bytes)
        } else {
            lastPerson = (name, [], mention.span.start)
            if let head = mention.head { roles[NameText.hash(of: mention.words[head], bytes)] = name }
        }
        return name
    }

    private mutating func rememberGroup(_ mention: SpeakerMention, _ bytes: [UInt8]) {
        let name = textWithoutArticle(mention, bytes)
        if !mention.words.contains(where: { $0.classes.contains(.medium) }) { lastGroup = name }
        keep(name, forGroupsOf: mention, bytes)
    }

    private mutating func keep(_ name: String, forGroupsOf mention: SpeakerMention, _ bytes: [UInt8]) {
        guard mention.words.count > 1 else { return }
        for word in mention.words where word.classes.contains(.group) { groups[NameText.hash(of: word, bytes)] = name }
    }

    private func textWithoutArticle(_ mention: SpeakerMention, _ bytes: [UInt8]) -> String {
        let hasArticle =
            mention.words.count > 1 && mention.words[0].classes.contains(.determiner) && !mention.words[0].classes.contains(.possessive)
        let start = hasArticle ? mention.words[1].start : mention.span.start
        return String(decoding: bytes[start..<mention.span.end], as: UTF8.self)
    }

    /// A government by its country, its capital or its initials: "Baku", "NATO".
    private func isPolity(_ word: VoiceToken, _ bytes: [UInt8]) -> Bool {
        word.flags.contains(.allCapitals) && word.end - word.start >= 2 || PolityTable.contains(NameText.hash(of: word, bytes))
    }

    private mutating func name(of person: Int) -> String {
        if let known = names[person] { return known }
        let entry = register.people[person]
        let name = NameText.text(of: entry.name, article.bytes(of: entry.field))
        names[person] = name
        return name
    }

    private mutating func person(_ run: Slice<VoiceTokens>, at offset: Int, _ bytes: [UInt8]) -> Int? {
        guard let last = run.last else { return nil }
        let known = register.people(withSurname: NameText.hash(of: last, bytes))
        if let found = choose(from: known, run: run, at: offset, bytes) { return found }
        guard last.classes.isEmpty, last.end - last.start >= 5, !register.people.isEmpty else { return nil }
        return choose(from: transliterations()[Transliteration.key(of: last, bytes)] ?? [], run: run.suffix(1), at: offset, bytes)
    }

    /// People by their surname's transliteration key, made when a surname is first met that nobody bears as written.
    private mutating func transliterations() -> [UInt64: [Int]] {
        if let made = byTransliteration { return made }
        var made: [UInt64: [Int]] = [:]
        for (index, person) in register.people.enumerated() {
            guard let surname = person.name.last, surname.end - surname.start >= 5 else { continue }
            made[Transliteration.key(of: surname, article.bytes(of: person.field)), default: []].append(index)
        }
        byTransliteration = made
        return made
    }

    /// Of people with one surname: the one with the same first name, else the last named before, else the first.
    private func choose(from known: [Int], run: Slice<VoiceTokens>, at offset: Int, _ bytes: [UInt8]) -> Int? {
        guard let first = run.first, !known.isEmpty else { return nil }
        if run.count >= 2 {
            let full = NameText.joined(run.lazy.map { NameText.hash(of: $0, bytes) })
            let firstName = NameText.hash(of: first, bytes)
            return known.first { register.people[$0].fullName == full } ?? known.last { register.people[$0].firstName == firstName }
        }
        return known.count == 1 ? known[0] : lastNamed(before: offset) { known.contains($0) } ?? known.last
    }

    /// The person last named before `offset` who fits; looks back over a bounded number of names.
    private func lastNamed(before offset: Int, where fits: (Int) -> Bool) -> Int? {
        let end = register.firstOccurrence(from: offset + 1)
        return register.occurrences[max(0, end - 200)..<end].last { fits($0.person) }?.person
    }

    private mutating func resolveRole(_ mention: SpeakerMention, _ bytes: [UInt8]) -> String? {
        guard let head = mention.head else { return nil }
        let noun = NameText.hash(of: mention.words[head], bytes)
        if !mention.words[head].classes.isDisjoint(with: [.role, .title]), mention.isDefinite(bytes),
            let name = personWithRole(noun, before: mention.span.start)
        {
            lastPerson = (name, [], mention.span.start)
            return name
        }
        if mention.words.count <= 2, let group = groups[noun] { return group }
        if mention.isRole {
            rememberUnnamed(mention, role: noun, bytes)
        } else {
            rememberGroup(mention, bytes)
        }
        return nil
    }

    /// "A ministry spokesman", whom "the spokesman" and "he" then stand for.
    private mutating func rememberUnnamed(_ mention: SpeakerMention, role noun: UInt64, _ bytes: [UInt8]) {
        let name = textWithoutArticle(mention, bytes)
        if mention.words.count > 2 { roles[noun] = name }
        lastPerson = (name, [], mention.span.start)
    }

    private mutating func personWithRole(_ noun: UInt64, before offset: Int) -> String? {
        if let spoken = roles[noun] { return spoken }
        let wanted = RoleSynonyms.alike(noun)
        func fits(_ person: Int) -> Bool { register.people[person].roles.contains { wanted.contains($0) } }
        let person = lastNamed(before: offset, where: fits) ?? register.people.indices.prefix(200).first(where: fits)
        return person.map { name(of: $0) }
    }

    private mutating func resolvePronoun(_ mention: SpeakerMention) -> String? {
        let word = mention.words[0]
        if word.classes.contains(.male) { return lastPerson(not: .female, before: mention) }
        if word.classes.contains(.female) { return lastPerson(not: .male, before: mention) }
        return word.classes.contains(.thirdPerson) ? lastGroup : nil
    }

    private mutating func lastPerson(not other: WordClass, before mention: SpeakerMention) -> String? {
        let end = register.firstOccurrence(from: mention.span.start)
        let near = register.occurrences[max(0, end - Self.pronounReach)..<end].reversed()
        let subject = near.first { $0.isSubject && register.people[$0.person].gender != other }
        let name: String?
        if let spoken = lastPerson, spoken.gender != other, spoken.offset >= subject?.offset ?? 0 {
            name = spoken.name
        } else {
            let named = subject ?? near.first { register.people[$0.person].gender != other }
            name = named.map { self.name(of: $0.person) }
        }
        if let name { lastPerson = (name, other == .female ? .male : .female, mention.span.start) }
        return name
    }
}

import Articles
import Lexicons
import Words

/// The names of people in an article, in order of appearance, with the roles and titles that the text gives them.
///
/// Words are kept as hashes: a name becomes a string only where somebody with it speaks.
struct SpeakerRegister: ~Copyable {
    struct Person {
        fileprivate(set) var field: TextField
        /// The words of the name where it first stands in full.
        fileprivate(set) var name: VoiceTokens
        fileprivate(set) var firstName: UInt64
        fileprivate(set) var fullName: UInt64
        /// The person before with the same surname.
        let sharesSurnameWith: Int?
        /// The last of the person's roles among `roles`; nil for none.
        var lastRole: Int?
        var roleCount = 0
        var gender = WordClass(rawValue: 0)
    }

    /// Where a person is named.
    struct Occurrence: Sendable {
        let person: Int
        let offset: Int
        /// Whether the name is the first thing of its sentence, and so most likely its subject.
        let isSubject: Bool
    }

    /// What a person is called by, and the place of the same person's role before it.
    struct Role {
        let noun: UInt64
        let before: Int?
    }

    private(set) var people = FlatList<Person>()
    /// The roles of all people: one list, since one each would be memory of its own.
    private(set) var roles = FlatList<Role>()
    /// In order of offset within a field; the title's first.
    private(set) var occurrences = FlatList<Occurrence>()
    /// The last person with a surname.
    private var bySurname = HashedNumbers(capacity: 24)
    /// A bit for each surname, by its hash, so that few other words are looked up: most capitals are no person's.
    private var surnameBits = FlatList<UInt64>()
    /// 64 bits each; a power of two.
    private static let surnameBlocks = 32
    private var byName = HashedNumbers(capacity: 24)
    private static let mostNamesakes = 16
    private static let mostRoles = 24
    private static let mostNamesLookedAt = 200

    let speakers: LexiconSpeakers
    private var mentions: SpeakerMentions
    /// More names than that are not expected in the next article.
    private static let mostKept = 1 << 12

    init(speakers: LexiconSpeakers, mentions: SpeakerMentions) {
        self.speakers = speakers
        self.mentions = mentions
        surnameBits.fill(Self.surnameBlocks, with: 0)
    }

    /// Forgets all names, but keeps the memory for some.
    mutating func begin(with mentions: SpeakerMentions) {
        self.mentions = mentions
        if occurrences.count > Self.mostKept {
            people = FlatList()
            roles = FlatList()
            occurrences = FlatList()
        }
        people.removeAll()
        roles.removeAll()
        occurrences.removeAll()
        bySurname.removeAll()
        byName.removeAll()
        surnameBits.fill(Self.surnameBlocks, with: 0)
    }

    /// Who was last of those with a surname to be named first.
    @inline(__always)
    func lastPerson(withSurname surname: UInt64) -> Int? { mayBeSurname(surname) ? bySurname[surname] : nil }

    @inline(__always)
    private func mayBeSurname(_ word: UInt64) -> Bool { surnameBits[Self.surnameBlock(of: word)] &>> (word &>> 6) & 1 != 0 }

    @inline(__always)
    private static func surnameBlock(of word: UInt64) -> Int { Int(truncatingIfNeeded: word) & (surnameBlocks - 1) }

    /// The people with the surname of `last`, a last person of it, the latest first; of very many the latest.
    func people(withSurnameOf last: Int) -> [Int] {
        var found: [Int] = []
        var next: Int? = last
        while let person = next, found.count < Self.mostNamesakes {
            found.append(person)
            next = people[person].sharesSurnameWith
        }
        return found
    }

    /// Among the people with the surname of `last`, the one with the words' full name, else the earliest with their first name.
    func person(named words: Slice<VoiceTokens>, before last: Int, _ bytes: TextBytes) -> Int? {
        guard let first = words.first else { return nil }
        let fullName = NameText.joined(words.lazy.map { NameText.nameHash(of: $0, bytes) })
        let firstName = NameText.nameHash(of: first, bytes)
        var alike: Int?
        var next: Int? = last
        for _ in 0..<Self.mostNamesakes {
            guard let person = next else { break }
            if people[person].fullName == fullName { return person }
            if people[person].firstName == firstName { alike = person }
            next = people[person].sharesSurnameWith
        }
        return alike
    }

    /// Whether the person has a role that fits.
    func hasRole(_ person: Int, where fits: (UInt64) -> Bool) -> Bool {
        var next = people[person].lastRole
        while let place = next {
            if fits(roles[place].noun) { return true }
            next = roles[place].before
        }
        return false
    }

    /// The person with a role, or one that may stand for it, who was last named before `offset`, else the first of some with it.
    func person(withRoleOf noun: UInt64, namedBefore offset: Int) -> Int? {
        guard !roles.isEmpty else { return nil }
        let synonyms = RoleSynonyms.roles(for: noun)
        if let last = lastNamed(before: offset, where: { hasRole($0, noun, or: synonyms) }) { return last }
        for person in 0..<min(people.count, Self.mostNamesLookedAt) where hasRole(person, noun, or: synonyms) { return person }
        return nil
    }

    private func hasRole(_ person: Int, _ noun: UInt64, or synonyms: [UInt64]) -> Bool {
        people[person].lastRole != nil && hasRole(person) { $0 == noun || synonyms.contains($0) }
    }

    /// The person last named before `offset` who fits; looks back over a bounded number of names.
    func lastNamed(before offset: Int, where fits: (Int) -> Bool) -> Int? {
        let end = firstOccurrence(from: offset + 1)
        var index = end
        while index > max(0, end - Self.mostNamesLookedAt) {
            index -= 1
            if fits(occurrences[index].person) { return occurrences[index].person }
        }
        return nil
    }

    private mutating func add(_ role: UInt64, to person: Int) {
        roles.append(Role(noun: role, before: people[person].lastRole))
        people[person].lastRole = roles.count - 1
        people[person].roleCount += 1
    }

    /// The index of the first occurrence at or behind `offset`.
    func firstOccurrence(from offset: Int) -> Int {
        var low = 0
        var high = occurrences.count
        while low < high {
            let middle = (low + high) / 2
            if occurrences[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Adds the names in the items of a passage.
    mutating func addNames(of passage: borrowing VoicePassage, field: TextField, bytes: TextBytes) {
        let (items, names) = (passage.items, passage.landmarks.names)
        var (sentence, behind) = (0, 0)
        for place in names.indices {
            let index = names[place]
            guard index >= behind, !NameRun.isLabel(items[index]) else { continue }
            if NameRun.isOneWord(from: index, in: items, bytes), !isSurname(items[index], bytes) { continue }
            let run = NameRun(items: items, from: index, bytes)
            behind = run.range.upperBound
            guard let person = person(named: run, in: items, field: field, bytes: bytes) else { continue }
            while sentence < passage.sentences.count, passage.sentences[sentence].upperBound <= index { sentence += 1 }
            let opens = sentence < passage.sentences.count && passage.sentences[sentence].lowerBound + 1 >= index
            note(Occurrence(person: person, offset: items[run.core.lowerBound].start, isSubject: opens), field)
            learn(person, run, items, bytes)
        }
    }

    @inline(__always)
    private func isSurname(_ word: VoiceToken, _ bytes: TextBytes) -> Bool {
        !people.isEmpty && lastPerson(withSurname: NameText.nameHash(of: word, bytes)) != nil
    }

    /// Whose name a run is, who may be new; nil where it is nobody's.
    private mutating func person(named run: NameRun, in items: VoiceTokens, field: TextField, bytes: TextBytes) -> Int? {
        let last = items[run.range.upperBound - 1]
        if run.wordCount == 1 {
            let surname = NameText.nameHash(of: last, bytes)
            if !people.isEmpty, let known = lastPerson(withSurname: surname) { return known }
            guard isTitled(run, items, bytes) else { return nil }
            return insert(run, name: NameText.mixed(NameText.seed, surname), surname: surname, items: items, field: field, bytes: bytes)
        }
        guard run.isPerson else { return nil }
        var (name, surname) = (NameText.seed, NameText.seed)
        for index in run.core where items[index].kind == .word {
            surname = NameText.nameHash(of: items[index], bytes)
            name = NameText.mixed(name, surname)
        }
        if last.kind != .word { surname = NameText.nameHash(of: last, bytes) }
        if items[run.core.lowerBound].flags.contains(.particle), let known = lastPerson(withSurname: surname),
            people[known].name.dropFirst().contains(where: { $0.flags.contains(.particle) })
        {
            return known
        }
        if let known = byName[name] { return known }
        if let known = lastPerson(withSurname: surname), people[known].name.count == 1,
            people[known].gender.union(run.classes.intersection([.male, .female])) != [.male, .female]
        {
            complete(known, run, name: name, items: items, field: field, bytes: bytes)
            return known
        }
        return insert(run, name: name, surname: surname, items: items, field: field, bytes: bytes)
    }

    /// Names in the title count as standing before the text.
    private mutating func note(_ occurrence: Occurrence, _ field: TextField) {
        guard !field.isTitle else { return }
        occurrences.append(occurrence)
    }

    private mutating func insert(
        _ run: NameRun, name: UInt64, surname: UInt64, items: VoiceTokens, field: TextField, bytes: TextBytes
    ) -> Int {
        let words = mentions.keepWords(of: items, run.core)
        let person = Person(
            field: field, name: words, firstName: NameText.nameHash(of: words[0], bytes), fullName: name,
            sharesSurnameWith: lastPerson(withSurname: surname)
        )
        byName[name] = people.count
        bySurname[surname] = people.count
        surnameBits[Self.surnameBlock(of: surname)] |= 1 &<< (surname &>> 6)
        people.append(person)
        return people.count - 1
    }

    /// "President Ruiz", "Mr. Hale": a surname that a title makes a person's.
    private func isTitled(_ run: NameRun, _ items: VoiceTokens, _ bytes: TextBytes) -> Bool {
        let word = items[run.core.lowerBound]
        guard run.core.lowerBound > run.range.lowerBound, run.core.count == 1, word.classes.isEmpty, word.byteCount > 1,
            NameText.hash(of: word, bytes) != Self.junior,
            !word.flags.contains(.allCapitals)
        else { return false }
        var title = run.core.lowerBound - 1
        if items[title].kind != .word { title -= 1 }
        return title >= run.range.lowerBound && Self.titles[NameText.hash(of: items[title], bytes)] != nil
    }

    private static let junior = NameText.hash(ofFolded: "jr")

    /// Titles that no name of a body or a thing begins with.
    private static let titles =
        "president mr mrs ms dr sir sen rep gov lt gen col maj capt adm minister chancellor senator congressman congresswoman queen prince princess pope cardinal sheikh ayatollah mayor premier ambassador secretary"
        .split(separator: " ").reduce(into: HashedNumbers()) { $0[NameText.hash(ofFolded: String($1))] = 0 }

    /// Gives somebody known by title and surname the full name that the text has later.
    private mutating func complete(_ person: Int, _ run: NameRun, name: UInt64, items: VoiceTokens, field: TextField, bytes: TextBytes) {
        let words = mentions.keepWords(of: items, run.core)
        byName[name] = person
        people[person].field = field
        people[person].name = words
        people[person].firstName = NameText.nameHash(of: words[0], bytes)
        people[person].fullName = name
    }

    /// Takes in the titles before a name and the role behind it: "Hikmet Hajiyev, the foreign policy adviser".
    private mutating func learn(_ person: Int, _ run: NameRun, _ items: VoiceTokens, _ bytes: TextBytes) {
        if run.mayHaveRole(in: items) {
            run.forEachRole(in: items) { index in
                let role = NameText.hash(of: items[index], bytes)
                if people[person].roleCount < Self.mostRoles, !hasRole(person, where: { $0 == role }) { add(role, to: person) }
            }
        }
        people[person].gender.formUnion(run.classes.intersection([.male, .female]))
        if people[person].gender == [.male, .female] {
            people[person].gender = items[run.core.lowerBound].classes.intersection([.male, .female])
        }
    }
}

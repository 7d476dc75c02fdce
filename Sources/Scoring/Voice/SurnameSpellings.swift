import Words

/// The people of an article by the transliteration keys of their surnames, made when a surname is first met that nobody bears as written.
struct SurnameSpellings: ~Copyable {
    /// A bit for the first two sounds of each surname: most words that nobody bears have others, and no keys need be made for them.
    private var openings = FlatList<UInt64>()
    /// For each person the surname's key; 0 for surnames too short to tell.
    private var keys = FlatList<UInt64>()
    /// The last person with a key.
    private var lastWithKey = HashedNumbers()
    /// Whether the person is the only one so far with the key.
    private var isFirst = FlatList<Bool>()
    private var (hasOpenings, hasKeys) = (false, false)

    private static let shortest = 5
    private static let blocks = Transliteration.openings / 64

    /// More people than that are not expected in the next article.
    private static let mostKept = 1 << 12

    /// Forgets the people of another article.
    mutating func removeAll() {
        (hasOpenings, hasKeys) = (false, false)
        guard keys.count > Self.mostKept else { return }
        keys = FlatList()
        isFirst = FlatList()
    }

    /// The only person whose surname the word may spell, else the one of them last named before `offset`, else the last.
    mutating func person(
        spelled surname: VoiceToken, _ bytes: TextBytes, before offset: Int, _ register: borrowing SpeakerRegister, _ texts: ArticleTexts
    ) -> Int? {
        if !hasOpenings { findOpenings(register, texts) }
        let opening = Transliteration.opening(of: surname, bytes)
        guard openings[opening >> 6] &>> UInt64(opening & 63) & 1 != 0 else { return nil }
        if !hasKeys { makeKeys(register, texts) }
        let key = Transliteration.key(of: surname, bytes)
        guard let last = lastWithKey[key] else { return nil }
        return isFirst[last] ? last : register.lastNamed(before: offset) { keys[$0] == key } ?? last
    }

    private mutating func findOpenings(_ register: borrowing SpeakerRegister, _ texts: ArticleTexts) {
        openings.fill(Self.blocks, with: 0)
        hasOpenings = true
        for number in register.people.indices {
            guard let surname = Self.surname(of: register.people[number]) else { continue }
            let opening = Transliteration.opening(of: surname, texts[register.people[number].field])
            openings[opening >> 6] |= 1 &<< UInt64(opening & 63)
        }
    }

    private mutating func makeKeys(_ register: borrowing SpeakerRegister, _ texts: ArticleTexts) {
        keys.removeAll()
        isFirst.removeAll()
        lastWithKey.removeAll()
        hasKeys = true
        for number in register.people.indices {
            guard let surname = Self.surname(of: register.people[number]) else {
                keys.append(0)
                isFirst.append(true)
                continue
            }
            let key = Transliteration.key(of: surname, texts[register.people[number].field])
            isFirst.append(lastWithKey[key] == nil)
            lastWithKey[key] = keys.count
            keys.append(key)
        }
    }

    /// The person's last word, where it is long enough.
    private static func surname(of person: SpeakerRegister.Person) -> VoiceToken? {
        person.name.last.flatMap { $0.end - $0.start >= shortest ? $0 : nil }
    }
}

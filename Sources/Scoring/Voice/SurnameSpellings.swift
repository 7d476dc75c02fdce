import Words

/// The people of an article by the transliteration keys of their surnames, made when a surname is first met that nobody bears as written.
struct SurnameSpellings: ~Copyable {
    /// For each person the surname's key; 0 for surnames too short to tell.
    private var keys = FlatList<UInt64>()
    /// The last person with a key.
    private var lastWithKey: HashedNumbers
    /// Whether the person is the only one so far with the key.
    private var isFirst = FlatList<Bool>()

    private static let shortest = 5

    init(of register: borrowing SpeakerRegister, _ texts: ArticleTexts) {
        lastWithKey = HashedNumbers(capacity: register.people.count)
        for number in register.people.indices {
            let person = register.people[number]
            guard let surname = person.name.last, surname.end - surname.start >= Self.shortest else {
                keys.append(0)
                isFirst.append(true)
                continue
            }
            let key = Transliteration.key(of: surname, texts[person.field])
            isFirst.append(lastWithKey[key] == nil)
            lastWithKey[key] = keys.count
            keys.append(key)
        }
    }

    /// The only person whose surname the word may spell, else the one of them last named before `offset`, else the last.
    func person(spelled surname: VoiceToken, _ bytes: TextBytes, before offset: Int, _ register: borrowing SpeakerRegister) -> Int? {
        let key = Transliteration.key(of: surname, bytes)
        guard let last = lastWithKey[key] else { return nil }
        return isFirst[last] ? last : register.lastNamed(before: offset) { keys[$0] == key } ?? last
    }
}

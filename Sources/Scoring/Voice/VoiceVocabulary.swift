/// The words that the rules of voice know, compiled from the tables into one hash table.
final class VoiceVocabulary: Sendable {
    static let english = VoiceVocabulary()

    struct Entry: Sendable {
        var classes: WordClass = []
        var verb: Int32 = -1
        var form: VerbForm = .none
    }

    private struct Slot: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var entry = Entry()
    }

    /// One for each verb of the table, in its order.
    let verbs: [ReportingVerb]
    private let traits: [VerbTraits]
    /// Eight bits of each slot's hash, 0 where the slot is empty: the few kilobytes that a look-up of an unknown word touches.
    private let tags: [UInt8]
    private let slots: [Slot]
    private let mask: Int

    private init() {
        var entries: [WordKey: Entry] = [:]
        for (classes, words) in FunctionWordTable.rows + SpeakerNounTable.rows { Self.add(words, classes, to: &entries) }
        Self.add(FirstNameTable.male, .male, to: &entries)
        Self.add(FirstNameTable.female, .female, to: &entries)
        verbs = Self.addVerbs(to: &entries)
        traits = verbs.map(VerbTraits.init)
        var size = 1
        while size < entries.count * 4 { size *= 2 }
        mask = size - 1
        var tags = [UInt8](repeating: 0, count: size)
        var slots = [Slot](repeating: Slot(), count: size)
        for (key, entry) in entries.sorted(by: { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }) {
            var place = key.hash & mask
            while tags[place] != 0 { place = (place + 1) & mask }
            tags[place] = key.tag
            slots[place] = Slot(low: key.low, high: key.high, entry: entry)
        }
        self.tags = tags
        self.slots = slots
    }

    private static func add(_ words: String, _ classes: WordClass, to entries: inout [WordKey: Entry]) {
        for word in words.split(separator: " ") {
            guard let key = WordKey(String(word)) else { continue }
            entries[key, default: Entry()].classes.formUnion(classes)
        }
    }

    private static func addVerbs(to entries: inout [WordKey: Entry]) -> [ReportingVerb] {
        var verbs: [ReportingVerb] = []
        for (implies, rows) in ReportingVerbTable.groups {
            for row in rows.split(separator: "\n") {
                guard let verb = ReportingVerb(row: String(row), implies: implies) else { continue }
                for (form, word) in verb.forms {
                    guard let key = WordKey(word) else { continue }
                    entries[key, default: Entry()].verb = Int32(verbs.count)
                    entries[key, default: Entry()].form = form
                }
                verbs.append(verb)
            }
        }
        return verbs
    }

    /// What is known of the word; nil for most words.
    @inline(__always)
    func entry(for key: WordKey) -> Entry? {
        let tag = key.tag
        var place = key.hash & mask
        while tags[place] != 0 {
            if tags[place] == tag, slots[place].low == key.low, slots[place].high == key.high { return slots[place].entry }
            place = (place + 1) & mask
        }
        return nil
    }

    /// What the rules ask of the token's verb, without its texts, which cost reference counts.
    @inline(__always)
    func traits(of token: VoiceToken) -> VerbTraits { traits[Int(token.index)] }
}

/// A word of at most 16 bytes in lower case, as two numbers; longer words are in no table.
struct WordKey: Hashable, Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    init?(_ word: String) {
        guard (1...16).contains(word.utf8.count) else { return nil }
        for (place, byte) in word.utf8.enumerated() {
            if place < 8 { low |= UInt64(byte) << UInt64(8 * place) } else { high |= UInt64(byte) << UInt64(8 * (place - 8)) }
        }
    }

    @inline(__always)
    private var mixed: UInt64 { (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93 }

    @inline(__always)
    var hash: Int { Int(truncatingIfNeeded: mixed >> 33) }

    /// Seven bits of the hash and one that is always set.
    @inline(__always)
    var tag: UInt8 { UInt8(truncatingIfNeeded: mixed >> 20) | 0x80 }
}

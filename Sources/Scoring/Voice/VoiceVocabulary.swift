/// The words that the rules of voice know, compiled from the tables into one hash table.
///
/// There is one, made at first use and never freed, so that whoever reads a sentence holds it without counting references.
struct VoiceVocabulary: Sendable {
    static let english = VoiceVocabulary()

    struct Entry: Sendable {
        var classes: WordClass = []
        var verb: Int32 = -1
        var form: VerbForm = .none

        /// Whether the word is in no table.
        @inline(__always)
        var isUnknown: Bool { classes.isEmpty && form == .none }
    }

    private struct Slot: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var entry = Entry()
    }

    /// One for each verb of the table, in its order.
    nonisolated(unsafe) let verbs: UnsafeBufferPointer<ReportingVerb>
    nonisolated(unsafe) private let traits: UnsafePointer<VerbTraits>
    /// For each hash the slot of a word, 0 where there is none: the few kilobytes that a look-up of an unknown word touches.
    nonisolated(unsafe) private let places: UnsafeMutablePointer<UInt16>
    /// The words side by side behind an empty slot.
    nonisolated(unsafe) private let slots: UnsafeMutablePointer<Slot>
    private let mask: Int

    private init() {
        var entries: [WordKey: Entry] = [:]
        for (classes, words) in FunctionWordTable.rows + SpeakerNounTable.rows { Self.add(words, classes, to: &entries) }
        Self.add(FirstNameTable.male, .male, to: &entries)
        Self.add(FirstNameTable.female, .female, to: &entries)
        let verbs = Self.addVerbs(to: &entries)
        self.verbs = UnsafeBufferPointer(Self.lasting(verbs))
        traits = UnsafePointer(Self.lasting(verbs.map(VerbTraits.init)).baseAddress.unsafelyUnwrapped)
        var size = 1
        while size < entries.count * 4 { size *= 2 }
        precondition(entries.count < Int(UInt16.max), "a slot's number has sixteen bits")
        mask = size - 1
        places = .allocate(capacity: size)
        places.initialize(repeating: 0, count: size)
        slots = .allocate(capacity: entries.count + 1)
        slots.initialize(to: Slot())
        for (number, entry) in entries.sorted(by: { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }).enumerated() {
            var place = entry.key.hash & mask
            while places[place] != 0 { place = (place + 1) & mask }
            places[place] = UInt16(number + 1)
            (slots + number + 1).initialize(to: Slot(low: entry.key.low, high: entry.key.high, entry: entry.value))
        }
    }

    /// A copy that is never freed.
    private static func lasting<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
        _ = copy.initialize(from: elements)
        return copy
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
    func entry(for key: WordKey) -> Entry? {
        let entry = lookUp(key)
        return entry.isUnknown ? nil : entry
    }

    /// What is known of the word; for most words nothing, which is the empty slot's entry, so that the common ways need no branch.
    @inline(__always)
    func lookUp(_ key: WordKey) -> Entry {
        var place = key.hash & mask
        while true {
            let number = Int(places[place])
            let differs = (slots[number].low ^ key.low) | (slots[number].high ^ key.high)
            if differs & (number == 0 ? 0 : .max) == 0 { return slots[number].entry }
            place = (place + 1) & mask
        }
    }

    /// What the rules ask of the token's verb, without its texts, which cost reference counts.
    @inline(__always)
    func traits(of token: VoiceToken) -> VerbTraits {
        precondition(token.index >= 0 && Int(token.index) < verbs.count, "the token is a form of a verb")
        return traits[Int(token.index)]
    }
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
    var hash: Int { Int(truncatingIfNeeded: ((low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93) >> 33) }
}

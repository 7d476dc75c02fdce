import CVectors

/// The words that the rules of voice know, compiled from the tables into one hash table.
///
/// There is one, made at first use and never freed, so that whoever reads a sentence holds it without counting references.
struct VoiceVocabulary: Sendable {
    static let english = VoiceVocabulary()

    struct Entry: Sendable {
        var classes = WordClass(rawValue: 0)
        var verb: Int32 = -1
        var form: VerbForm = .none
        /// Whether the word is a cue.
        var flags = VoiceToken.Flags(rawValue: 0)

        /// The entry itself where the mask is all ones; that of a word in no table where it is 0.
        @inline(__always)
        fileprivate func masked(by mask: UInt64) -> Entry {
            var entry = Entry()
            entry.classes = WordClass(rawValue: classes.rawValue & UInt32(truncatingIfNeeded: mask))
            entry.verb = verb | Int32(truncatingIfNeeded: ~mask)
            entry.form = form.masked(by: UInt8(truncatingIfNeeded: mask))
            entry.flags = VoiceToken.Flags(rawValue: flags.rawValue & UInt16(truncatingIfNeeded: mask))
            return entry
        }

        /// Whether the word is in no table.
        @inline(__always)
        var isUnknown: Bool { classes.isEmpty && form == .none }
    }

    /// A word and what is known of it.
    fileprivate struct Slot: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var entry = Entry()
    }

    /// The hash table, which whoever looks up many words takes out once.
    struct Table {
        /// Which slot a key has: no two words share one, so that a look-up is one step for known and unknown words alike.
        fileprivate let places: WordPlaces
        /// The words at their places, empty slots between them.
        private let slots: UnsafeMutablePointer<Slot>

        /// For reading plain words.
        let masks: PlainWord.Masks

        fileprivate init(places: WordPlaces, slots: UnsafeMutablePointer<Slot>) {
            self.places = places
            self.slots = slots
            masks = UnsafePointer(VoiceVocabulary.lasting(PlainWord.makeMasks()).baseAddress.unsafelyUnwrapped)
        }

        /// What is known of the word; for many words nothing: the slot's entry masked, so that no branch and no second look depend on the word.
        @inline(__always)
        func lookUp(_ key: WordKey) -> Entry {
            let found = slots + places.place(of: key)
            let differs = (found.pointee.low ^ key.low) | (found.pointee.high ^ key.high)
            return found.pointee.entry.masked(by: cv_ones_where_zero(differs))
        }
    }

    private struct Contents {
        /// One for each verb of the table, in its order.
        let verbs: UnsafeBufferPointer<ReportingVerb>
        let traits: UnsafePointer<VerbTraits>
        let table: Table
    }

    /// One pointer, so that whatever holds the vocabulary stays small.
    nonisolated(unsafe) private let contents: UnsafePointer<Contents>

    var verbs: UnsafeBufferPointer<ReportingVerb> { contents.pointee.verbs }
    @inline(__always) var table: Table { contents.pointee.table }

    private static let cueClasses: WordClass = [.cue, .soCalled, .accusation]

    private init() {
        var entries: [WordKey: Entry] = [:]
        entries.reserveCapacity(2_048)
        for (classes, words) in FunctionWordTable.rows + SpeakerNounTable.rows { Self.add(words, classes, to: &entries) }
        Self.add(FirstNameTable.male, .male, to: &entries)
        Self.add(FirstNameTable.female, .female, to: &entries)
        let verbs = Self.addVerbs(to: &entries)
        let words = entries.sorted { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }
        let places = WordPlaces(of: words.map(\.key))
        let slots = Self.alignedSlots(places.count)
        for entry in words {
            var slot = Slot(low: entry.key.low, high: entry.key.high, entry: entry.value)
            if slot.entry.form != .none || !slot.entry.classes.isDisjoint(with: Self.cueClasses) { slot.entry.flags = .cue }
            slots[places.place(of: entry.key)] = slot
        }
        let traits = Self.lasting(verbs.map(VerbTraits.init))
        let contents = Contents(
            verbs: UnsafeBufferPointer(Self.lasting(verbs)), traits: UnsafePointer(traits.baseAddress.unsafelyUnwrapped),
            table: Table(places: places, slots: slots))
        self.contents = UnsafePointer(Self.lasting([contents]).baseAddress.unsafelyUnwrapped)
    }

    /// Empty slots, two to a cache line, so that none lies in two.
    private static func alignedSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Slot>.stride, alignment: 64)
            .bindMemory(to: Slot.self, capacity: count)
        slots.initialize(repeating: Slot(), count: count)
        return slots
    }

    /// A copy that is never freed.
    fileprivate static func lasting<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
        _ = copy.initialize(from: elements)
        return copy
    }

    private static func add(_ words: String, _ classes: WordClass, to entries: inout [WordKey: Entry]) {
        // By bytes: by characters, whose borders are to be found, reading the tables took three milliseconds of each run.
        for word in words.utf8.split(separator: UInt8(ascii: " ")) {
            guard let key = WordKey(word) else { continue }
            entries[key, default: Entry()].classes.formUnion(classes)
        }
    }

    private static func addVerbs(to entries: inout [WordKey: Entry]) -> [ReportingVerb] {
        var verbs: [ReportingVerb] = []
        for (implies, rows) in ReportingVerbTable.groups {
            for row in rows.utf8.split(separator: UInt8(ascii: "\n")) {
                guard let verb = ReportingVerb(row: row, implies: implies) else { continue }
                for (form, word) in verb.forms {
                    guard let key = WordKey(word) else { continue }
                    var entry = entries[key] ?? Entry()
                    (entry.verb, entry.form) = (Int32(verbs.count), form)
                    entries[key] = entry
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

    /// What is known of the word, which may be nothing.
    @inline(__always)
    func lookUp(_ key: WordKey) -> Entry { table.lookUp(key) }

    /// What the rules ask of the token's verb, without its texts, which cost reference counts.
    @inline(__always)
    func traits(of token: VoiceToken) -> VerbTraits {
        precondition(token.index >= 0 && Int(token.index) < contents.pointee.verbs.count, "the token is a form of a verb")
        return contents.pointee.traits[Int(token.index)]
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

    init?(_ word: String) { self.init(Substring(word).utf8) }

    init?(_ word: Substring.UTF8View) {
        var count = 0
        for byte in word {
            guard count < 16 else { return nil }
            append(byte, at: count)
            count += 1
        }
        if count == 0 { return nil }
    }

    /// Both halves multiplied to 128 bits and folded, which mixes all bits in one step.
    ///
    /// Source: the mixing step of wyhash (Wang Yi 2019); the constants are its own.
    @inline(__always)
    var hash: UInt64 {
        let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: high ^ 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}

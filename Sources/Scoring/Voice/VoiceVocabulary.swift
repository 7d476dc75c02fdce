import CVectors
import Words

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

        init() {}

        /// Forms lie in memory as their raw values.
        @inline(__always)
        fileprivate init(_ entry: cv_voice_entry) {
            classes = WordClass(rawValue: entry.classes)
            verb = entry.index
            form = unsafeBitCast(entry.form, to: VerbForm.self)
            flags = VoiceToken.Flags(rawValue: entry.flags)
        }

        fileprivate var inTable: cv_voice_entry {
            cv_voice_entry(
                classes: classes.rawValue, index: verb, kind: VoiceToken.Kind.word.rawValue, form: form.rawValue, flags: flags.rawValue)
        }

        /// Whether the word is in no table.
        @inline(__always)
        var isUnknown: Bool { classes.isEmpty && form == .none }
    }

    private struct Contents {
        /// One for each verb of the table, in its order.
        let verbs: UnsafeBufferPointer<ReportingVerb>
        let traits: UnsafePointer<VerbTraits>
        /// A perfect hash: no two words share a slot, so that a look-up is one step for known and unknown words alike.
        let table: UnsafePointer<cv_voice_table>
    }

    /// One pointer, so that whatever holds the vocabulary stays small.
    nonisolated(unsafe) private let contents: UnsafePointer<Contents>

    var verbs: UnsafeBufferPointer<ReportingVerb> { contents.pointee.verbs }
    @inline(__always) var table: UnsafePointer<cv_voice_table> { contents.pointee.table }

    private static let cueClasses: WordClass = [.cue, .soCalled, .accusation]

    private init() {
        var entries = WordEntries()
        for (classes, words) in FunctionWordTable.rows + SpeakerNounTable.rows { Self.add(words, classes, to: &entries) }
        Self.add(FirstNameTable.male, .male, to: &entries)
        Self.add(FirstNameTable.female, .female, to: &entries)
        Self.add(FirstNameTable.particles, WordClass(rawValue: 0), .particle, to: &entries)
        let verbs = Self.addVerbs(to: &entries)
        let words = Self.words(of: entries)
        let places = WordPlaces(of: words.map { WordKey(low: $0.low, high: $0.high) })
        let slots = Self.alignedSlots(places.count)
        for word in words { slots[places.place(of: WordKey(low: word.low, high: word.high))] = word }
        let traits = Self.lasting(verbs.map(VerbTraits.init))
        let contents = Contents(
            verbs: UnsafeBufferPointer(Self.lasting(verbs)), traits: UnsafePointer(traits.baseAddress.unsafelyUnwrapped),
            table: UnsafePointer(Self.lasting([places.table(of: slots)]).baseAddress.unsafelyUnwrapped))
        self.contents = UnsafePointer(Self.lasting([contents]).baseAddress.unsafelyUnwrapped)
    }

    /// All words as they stand in the table, and behind them the marks that are cut like words.
    private static func words(of entries: WordEntries) -> [cv_voice_word] {
        var words = entries.all.map { key, entry in
            var entry = entry
            if entry.form != .none || !entry.classes.isDisjoint(with: cueClasses) { entry.flags.insert(.cue) }
            return cv_voice_word(low: key.low, high: key.high, entry: entry.inTable)
        }
        while case let mark = cv_voice_mark(words.count - entries.all.count), mark.low != 0 { words.append(mark) }
        return words
    }

    /// Empty slots, two to a cache line, so that none lies in two.
    private static func alignedSlots(_ count: Int) -> UnsafeMutablePointer<cv_voice_word> {
        let slots = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<cv_voice_word>.stride, alignment: 64)
            .bindMemory(to: cv_voice_word.self, capacity: count)
        slots.initialize(repeating: cv_voice_word(low: 0, high: 0, entry: Entry().inTable), count: count)
        return slots
    }

    /// A copy that is never freed.
    private static func lasting<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
        _ = copy.initialize(from: elements)
        return copy
    }

    private static func add(
        _ words: String, _ classes: WordClass, _ flags: VoiceToken.Flags = VoiceToken.Flags(rawValue: 0), to entries: inout WordEntries
    ) {
        // By bytes: by characters, whose borders are to be found, reading the tables took three milliseconds of each run.
        for word in words.utf8.split(separator: UInt8(ascii: " ")) {
            guard let key = WordKey(word) else { continue }
            entries.change(key) {
                $0.classes.formUnion(classes)
                $0.flags.formUnion(flags)
            }
        }
    }

    private static func addVerbs(to entries: inout WordEntries) -> [ReportingVerb] {
        var verbs: [ReportingVerb] = []
        for (implies, rows) in ReportingVerbTable.groups {
            for row in rows.utf8.split(separator: UInt8(ascii: "\n")) {
                guard let verb = ReportingVerb(row: row, implies: implies) else { continue }
                for (form, word) in verb.forms {
                    guard let key = WordKey(word) else { continue }
                    entries.change(key) { ($0.verb, $0.form) = (Int32(verbs.count), form) }
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
    func lookUp(_ key: WordKey) -> Entry { Entry(cv_voice_look_up(table, key.low, key.high)) }

    /// What the rules ask of the token's verb, without its texts, which cost reference counts.
    @inline(__always)
    func traits(of token: VoiceToken) -> VerbTraits {
        precondition(token.index >= 0 && Int(token.index) < contents.pointee.verbs.count, "the token is a form of a verb")
        return contents.pointee.traits[Int(token.index)]
    }
}

/// What the tables say of each word, in the order in which they first name it.
private struct WordEntries {
    private(set) var all: [(key: WordKey, entry: VoiceVocabulary.Entry)] = []
    private var numbers = HashedNumbers(capacity: 2_048)

    mutating func change(_ key: WordKey, _ change: (inout VoiceVocabulary.Entry) -> Void) {
        let number = numbers[key.hash] ?? all.count
        if number == all.count {
            numbers[key.hash] = number
            all.append((key, VoiceVocabulary.Entry()))
        }
        precondition(all[number].key == key, "two words of the tables have one hash")
        change(&all[number].entry)
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

    @inline(__always)
    var hash: UInt64 { cv_voice_hash(low, high) }
}

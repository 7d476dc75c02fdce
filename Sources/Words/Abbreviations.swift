/// Abbreviations of English news prose whose full stop does not end a sentence, or not always.
///
/// Source: Associated Press Stylebook, entries "abbreviations and acronyms", "titles", "military titles", "months" and "state names",
/// with the reporters' and scholars' forms (vs., cf., e.g.) of the Chicago Manual of Style, chapter 10. Lower case here; `isCapitalized`
/// ones count only with a capital letter, since "gen." and "col." are titles but "miss." and "wash." are words.
enum Abbreviations {
    enum Kind {
        /// A name or another word follows: "Mr. Smith".
        case neverLast
        /// A number follows: "No. 5", "Oct. 7"; without one the stop ends a sentence.
        case beforeNumber
        /// May end a sentence: "Acme Inc. The shares fell".
        case mayBeLast
    }

    /// What the abbreviation `word`, its last stop left off, says of that stop; nil where it is none.
    static func kind(of word: String) -> Kind? {
        let lower = word.lowercased()
        guard let kind = kinds[lower] else { return nil }
        return word == lower && capitalized.contains(lower) ? nil : kind
    }

    /// No abbreviation has more bytes.
    static let longest = 8

    /// Whether a word might be an abbreviation; `key` is its ASCII letters in lower case, the first in the highest byte.
    ///
    /// The quick answer for words that surely are none; `kind(of:)` decides the rest.
    static func mayBe(_ key: UInt64) -> Bool { place(of: key) != nil }

    /// What `kind(of:)` says of a word of ASCII with such a key, which has at most `longest` bytes.
    static func kind(ofKey key: UInt64, isLowerCase: Bool) -> Kind? {
        guard let place = place(of: key), !isLowerCase || !isCapitalized[place] else { return nil }
        return kindsByPlace[place]
    }

    /// The place of a key among `keys`.
    private static func place(of key: UInt64) -> Int? {
        guard filter.mayHold(key) else { return nil }
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }

    /// Most other words are known by it.
    static let filter = AbbreviationFilter(keys)

    /// The keys of all abbreviations, ascending.
    private static let keys = words.map(key)
    /// What they are, and whether only with a capital.
    private static let kindsByPlace = words.map { kinds[$0] }
    private static let isCapitalized = words.map(capitalized.contains)

    /// All abbreviations by their keys, ascending.
    private static let words = kinds.keys.sorted { key($0) < key($1) }

    private static func key(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    private static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        for word in titles + connectors { kinds[word] = .neverLast }
        for word in numbered + months { kinds[word] = .beforeNumber }
        for word in companies + states + others { kinds[word] = .mayBeLast }
        return kinds
    }()

    /// These are words too when they stand in lower case.
    private static let capitalized = Set(months + states + ["rep", "sen", "gov", "sec", "pres", "hon", "rev", "supt", "co", "bros"])

    private static let titles = [
        "mr", "mrs", "ms", "mx", "dr", "prof", "messrs", "mme", "mlle", "st", "ste", "mt", "ft", "gen", "lt", "col", "maj", "capt", "cpt",
        "cmdr", "cdr", "adm", "sgt", "cpl", "pvt", "brig", "gov", "sen", "rep", "pres", "hon", "rev", "fr", "msgr", "amb", "supt", "det",
        "insp", "atty", "asst", "dist", "mgr", "ald", "dep", "rt", "sheikh", "hr", "sra", "ing",
    ]
    private static let connectors = ["vs", "v", "cf", "viz", "e.g", "i.e", "ca", "approx", "incl", "esp"]
    private static let numbered = [
        "no", "nos", "nr", "art", "arts", "fig", "figs", "p", "pp", "vol", "vols", "ch", "sec", "para", "paras", "app", "op", "tel", "ext",
    ]
    private static let months = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
    private static let companies = ["inc", "corp", "co", "ltd", "llc", "plc", "bros", "jr", "sr", "esq", "gmbh"]
    private static let states = [
        "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn",
        "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "va", "vt", "wash", "wis", "wyo",
    ]
    private static let others = [
        "etc", "al", "dept", "univ", "assn", "est", "ave", "blvd", "rd", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
    ]

    /// Whether `word` surely starts a sentence when it has a capital letter after an abbreviation: function words, which no name starts with.
    static func startsSentence(_ word: String) -> Bool { openers.contains(word) }

    /// The same of letters of ASCII, at most 16 of them.
    static func startsSentence(_ word: UnsafeRawBufferPointer) -> Bool {
        let letters = Letters(word)
        guard let place = openersByHash[letters.hash] else { return false }
        return openerLetters[place] == letters
    }

    /// A word of ASCII as two numbers, the first letter lowest.
    private struct Letters: Equatable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        init(_ word: some Collection<UInt8>) {
            for (place, byte) in word.enumerated() {
                if place < 8 { low |= UInt64(byte) << UInt64(8 * place) } else { high |= UInt64(byte) << UInt64(8 * (place - 8)) }
            }
        }

        var hash: UInt64 { low ^ high &* 0x9E37_79B9_7F4A_7C15 }
    }

    private static let openerLetters = openers.map { Letters($0.utf8) }
    private static let openersByHash = openerLetters.indices.reduce(into: HashedNumbers()) { $0[openerLetters[$1].hash] = $1 }

    private static let openers: Set<String> = [
        "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "You", "I", "His", "Her", "Its", "Their",
        "Our",
        "There", "Here", "But", "And", "Or", "So", "Yet", "If", "When", "While", "As", "At", "By", "For", "From", "In", "On", "Of", "With",
        "After", "Before", "Since", "Although", "Though", "However", "Meanwhile", "Moreover", "Nevertheless", "Despite", "During", "Both",
        "Some", "Many", "Most", "All", "No", "Not", "Now", "Then", "What", "Why", "How", "Who", "Where", "According", "Also", "Because",
        "Under", "Until", "To", "Such", "One", "Each", "Another", "Earlier", "Later", "Last", "Only",
    ]
}

/// A verb that introduces somebody's words: what it implies of them and what may follow it.
struct ReportingVerb: Sendable {
    /// What may follow the verb; letters are those of `ReportingVerbTable`.
    struct Frames: OptionSet, Sendable {
        let rawValue: UInt32

        static let bareClause = Frames(rawValue: 1 << 0)
        static let finiteClause = Frames(rawValue: 1 << 1)
        static let thatClause = Frames(rawValue: 1 << 2)
        static let infinitive = Frames(rawValue: 1 << 3)
        static let objectInfinitive = Frames(rawValue: 1 << 4)
        static let gerund = Frames(rawValue: 1 << 5)
        static let anything = Frames(rawValue: 1 << 6)
        static let hearer = Frames(rawValue: 1 << 7)
        static let forPhrase = Frames(rawValue: 1 << 8)
        static let objectOf = Frames(rawValue: 1 << 9)
        static let objectFor = Frames(rawValue: 1 << 10)
        static let objectAs = Frames(rawValue: 1 << 11)
        static let quotationOnly = Frames(rawValue: 1 << 12)
        static let isNounToo = Frames(rawValue: 1 << 13)
        static let needsParticle = Frames(rawValue: 1 << 14)
        static let mental = Frames(rawValue: 1 << 15)

        init(rawValue: UInt32) { self.rawValue = rawValue }

        /// What a letter of the table means; nothing for any other.
        init(letter: UInt8) {
            self =
                switch letter {
                case UInt8(ascii: "c"): [.bareClause, .thatClause]
                case UInt8(ascii: "t"): [.finiteClause, .thatClause]
                case UInt8(ascii: "T"): .thatClause
                case UInt8(ascii: "i"): .infinitive
                case UInt8(ascii: "o"): .objectInfinitive
                case UInt8(ascii: "g"): .gerund
                case UInt8(ascii: "x"): .anything
                case UInt8(ascii: "h"): .hearer
                case UInt8(ascii: "f"): .forPhrase
                case UInt8(ascii: "p"): .objectOf
                case UInt8(ascii: "b"): .objectFor
                case UInt8(ascii: "a"): .objectAs
                case UInt8(ascii: "k"): .quotationOnly
                case UInt8(ascii: "n"): .isNounToo
                case UInt8(ascii: "r"): .needsParticle
                case UInt8(ascii: "m"): .mental
                default: []
                }
        }
    }

    let implies: String
    let frames: Frames
    let forms: [(VerbForm, String)]

    var base: String { forms.first?.1 ?? "" }

    /// Reads a row of `ReportingVerbTable`, in UTF-8; nil where it has no bar.
    init?(row: Substring.UTF8View, implies: String) {
        let parts = row.split(separator: UInt8(ascii: "|"))
        guard parts.count == 2 else { return nil }
        let words = parts[0].split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
        self.implies = implies
        frames = parts[1].reduce(into: Frames()) { $0.formUnion(Frames(letter: $1)) }
        switch words.count {
        case 2: forms = [(.base, words[0]), (.third, words[1])]
        case 3: forms = [(.past, words[0]), (.third, words[1]), (.gerund, words[2])]
        default:
            let kinds: [VerbForm] = [.base, .third, .past, .gerund, .participle]
            forms = Array(zip(kinds, words))
        }
    }
}

/// What the rules of voice ask of a verb at each place where it stands.
struct VerbTraits: Sendable {
    let frames: ReportingVerb.Frames
    /// "Claim", which takes lives as well as words.
    let isClaim: Bool
    /// Whether "what X called Y" and "called it Y" are said with it.
    let givesNames: Bool
    /// Whether "is said to have" tells what somebody says.
    let isHearsay: Bool

    private static let namingVerbs = [
        "call", "describe", "term", "dub", "label", "brand", "refer", "characterize", "characterise", "consider", "say",
    ]

    init(_ verb: ReportingVerb) {
        frames = verb.frames
        isClaim = verb.base == "claim"
        givesNames = Self.namingVerbs.contains(verb.base)
        isHearsay = isClaim || verb.base == "say" || verb.base == "report" || verb.base == "allege"
    }
}

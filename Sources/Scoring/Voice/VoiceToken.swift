/// A word, a number or a mark of a passage, as the rules of voice see it. Laid out as `cv_voice_token`, which it is while a passage is cut.
struct VoiceToken: Sendable {
    enum Kind: UInt8, Sendable {
        case word, number, comma, stop, ellipsis, colon, semicolon, dash, openBracket, closeBracket, openSquare, closeSquare, slash, mark,
            other
        /// The full stop of an abbreviation or an initial.
        case abbreviationStop
        /// An outermost quotation, taken as one token with all that it encloses.
        case quotation

        var endsSentence: Bool { self == .stop || self == .ellipsis }

        /// Whether a sentence can end with something of this kind where more follows.
        var mayEndSentence: Bool {
            switch self {
            case .stop, .ellipsis, .quotation, .closeBracket, .closeSquare: true
            case .word, .number, .comma, .colon, .semicolon, .dash, .openBracket, .openSquare, .slash, .mark, .other, .abbreviationStop:
                false
            }
        }
    }

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt16

        static let capitalized = Flags(rawValue: 1 << 0)
        static let allCapitals = Flags(rawValue: 1 << 1)
        /// Written with 's or a plural's closing apostrophe.
        static let possessive = Flags(rawValue: 1 << 2)
        /// A quotation whose last character inside is a comma.
        static let endsWithComma = Flags(rawValue: 1 << 3)
        /// A quotation that ends with a stop, a question or an exclamation.
        static let endsWithStop = Flags(rawValue: 1 << 4)
        /// A quotation in single marks.
        static let isSingle = Flags(rawValue: 1 << 5)
        /// May say who speaks: a form of a verb, "according", "so-called", "accusations".
        static let cue = Flags(rawValue: 1 << 6)
        /// Stands in small letters inside names: "bin", "von".
        static let particle = Flags(rawValue: 1 << 7)
        /// White space stands before it.
        static let afterBlank = Flags(rawValue: 1 << 11)
        /// A word such as "U.S.", whose last stop may be the sentence's.
        static let endsInStop = Flags(rawValue: 1 << 12)
        /// A mark with which a sentence may end.
        static let ending = Flags(rawValue: 1 << 13)
        /// A quotation mark.
        static let quotes = Flags(rawValue: 1 << 14)
        static let dash = Flags(rawValue: 1 << 15)
        /// Any for which a token is a landmark or may lead to one.
        static let noted: Flags = [.capitalized, .cue, .endsInStop, .ending, .quotes, .dash]
    }

    let start: Int
    /// A token lies in one piece of a passage.
    let byteCount: UInt32
    /// None; the literal [] would be an array, whose release the compiler leaves in the scanner's loop.
    var classes = WordClass(rawValue: 0)
    /// Index of the verb in `VoiceVocabulary.verbs`; for a mark, which it is; for a quotation, of the quotation in its passage; else -1.
    var index: Int32 = -1
    var kind: Kind
    var verbForm: VerbForm = .none
    var flags: Flags

    @inline(__always)
    init(start: Int, end: Int, kind: Kind, flags: Flags = Flags(rawValue: 0)) {
        self.start = start
        byteCount = UInt32(truncatingIfNeeded: end &- start)
        self.kind = kind
        self.flags = flags
    }

    @inline(__always) var end: Int { start &+ Int(byteCount) }
    var isCapitalized: Bool { flags.contains(.capitalized) }
    var isWord: Bool { kind == .word }
    var mayEndSentence: Bool { kind.mayEndSentence || flags.contains(.endsInStop) }
    var isVerb: Bool { kind == .word && verbForm != .none }
}

/// Which form of its verb a word is; past also stands for the participle where the two are one word.
enum VerbForm: UInt8, Sendable {
    case none, base, third, past, gerund, participle
}

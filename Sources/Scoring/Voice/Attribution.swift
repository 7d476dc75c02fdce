/// Words laid at somebody's door: who, by which cue, and which items of the sentence are theirs.
struct Attribution {
    /// Empty for none.
    private var mentioned: ItemRange
    private let decided: ItemRange
    /// The items that are the speaker's, in order.
    var regions: ItemRanges
    var voice: Voice
    var rule: VoiceRule
    /// Whether the mention is of the sentence's subject rather than found beside the cue.
    var isInherited: Bool
    /// Whether it stands in a relative clause, so that nothing outside its regions is the speaker's: "a bridge that X says is safe".
    var isInRelative = false

    init(
        mention: Range<Int>? = nil, cue: Range<Int>, regions: ItemRanges = ItemRanges(), voice: Voice = .reported, rule: VoiceRule,
        isInherited: Bool = false
    ) {
        mentioned = mention.map(ItemRange.init) ?? ItemRange()
        decided = ItemRange(cue)
        self.regions = regions
        self.voice = voice
        self.rule = rule
        self.isInherited = isInherited
    }

    /// The items that name the speaker; nil where the sentence does not.
    var mention: Range<Int>? {
        get { mentioned.range.isEmpty ? nil : mentioned.range }
        set { mentioned = newValue.map(ItemRange.init) ?? ItemRange() }
    }

    /// The items of the verb or phrase that decided.
    var cue: Range<Int> { decided.range }
}

/// The rules that make voice spans; their names are printed.
package enum VoiceRule: String, Sendable, BitwiseCopyable {
    case marks
    /// In marks, outside every clause that a cue governs: of the nearest cue's speaker.
    case nearestCue = "nearest-cue"
    case reportingVerb = "reporting-verb"
    case frontedClause = "fronted-clause"
    case infinitive
    case accusation
    case denial
    case accordingTo = "according-to"
    case inWords = "in-words"
    case distancedForm = "distanced-form"
    case scareMarks = "scare-marks"
    case title
    case carriedOver = "carried-over"
    case continuedQuotation = "continued-quotation"
    case headline
    case dialogueDash = "dialogue-dash"
    case brackets
    /// "Q:", "HALE:" at the start of a paragraph of an interview.
    case speakerLabel = "speaker-label"
    /// A paragraph behind one that ends with "the ministry said:".
    case introducedBlock = "introduced-block"
    case dashAside = "dash-aside"
}

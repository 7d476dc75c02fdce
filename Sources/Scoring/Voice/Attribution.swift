/// Words laid at somebody's door: who, by which cue, and which items of the sentence are theirs.
struct Attribution: Sendable {
    /// The items that name the speaker; nil where the sentence does not.
    var mention: Range<Int>?
    /// The items of the verb or phrase that decided.
    var cue: Range<Int>
    /// The items that are the speaker's, in order.
    var regions = ItemRanges()
    var voice: Voice = .reported
    var rule: VoiceRule
    /// Whether the mention is of the sentence's subject rather than found beside the cue.
    var isInherited = false
}

/// The rules that make voice spans; their names are printed.
package enum VoiceRule: String, Sendable {
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

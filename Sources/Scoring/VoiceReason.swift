/// The rules of voice in a reader's words: the page and `parallax voices --explain` say the same.
package enum VoiceReason {
    /// Why a span is in its voice, as a clause behind "because"; the rule's own name where it has no other.
    package static func sentence(ofRule rule: String) -> String { sentences[rule] ?? "of the rule \(rule)" }

    /// Why, in a few words: by "said" where a cue decided, else what the rule saw.
    package static func short(rule: String, cue: String?) -> String {
        if let cue { return "by \u{201C}\(cue)\u{201D}" }
        return "by " + (names[rule] ?? rule)
    }

    private static let sentences = [
        "marks": "it stands in quotation marks",
        "reporting-verb": "a verb of speech governs the clause",
        "fronted-clause": "a verb of speech behind the clause gives it to the speaker",
        "infinitive": "a verb of speech governs what is to be done",
        "accusation": "the clause is what somebody is accused of",
        "denial": "the clause is what somebody denies",
        "according-to": "a phrase such as \u{201C}according to\u{201D} gives it to the speaker",
        "in-words": "the text says in whose words it is put",
        "distanced-form": "the text keeps the wording at a distance",
        "scare-marks": "a few words stand in quotation marks and nobody is named",
        "nearest-cue": "it stands in quotation marks; the nearest verb of speech names the speaker",
        "speaker-label": "the paragraph bears the speaker\u{2019}s name, as interviews do",
        "introduced-block": "the paragraph before ends with a verb of speech and a colon",
        "title": "the quotation marks hold the title of a work",
        "carried-over": "it stands in quotation marks; the speaker is that of the quotation beside it",
        "continued-quotation": "it goes on with the quotation of the paragraph before",
        "headline": "the headline gives it to the speaker",
        "dialogue-dash": "a dash opens speech",
        "brackets": "square brackets in a quotation hold the editor\u{2019}s words",
        "dash-aside": "what stands between dashes is the source\u{2019}s aside",
    ]

    private static let names = [
        "marks": "marks", "carried-over": "marks, speaker from beside", "continued-quotation": "marks, speaker from before",
        "nearest-cue": "marks, speaker from nearby", "speaker-label": "a name before a colon", "introduced-block": "a colon before",
        "scare-marks": "marks, nobody named", "headline": "headline form", "dialogue-dash": "a dash", "distanced-form": "wording",
    ]
}

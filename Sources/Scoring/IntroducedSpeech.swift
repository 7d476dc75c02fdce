package import Articles
package import Words

/// One verb with which an article hands words to a speaker: "said", "claimed". Neither right nor wrong: a source's choice of verb.
///
/// A verb that introduces a quotation and a reported clause stands here once. "Did not deny" is counted as "deny".
package struct IntroducedSpeech: Hashable, Sendable, Codable {
    package var field: TextField
    package var span: ByteSpan
    /// The verb as it stands in the text.
    package var surface: String
    /// The verb's base form.
    package var verb: String
    /// Its group in `lexicons/reporting-verbs.yaml`, such as "neutral" or "doubt".
    package var implies: String
    /// Index of the passage in the article, and of the verb among the passage's words.
    package var passageIndex: Int
    package var word: Int
    /// Index into the article's speakers; nil where nobody is named.
    package var speaker: Int?
    /// The sentence around the verb; nil where the bound on kept evidence was reached.
    package var context: HitContext?
    /// `counted`, `repeated` or `duplicate`.
    package var status: HitStatus

    package init(
        field: TextField, span: ByteSpan, surface: String, verb: String, implies: String, passageIndex: Int, word: Int, speaker: Int?,
        context: HitContext?, status: HitStatus
    ) {
        self.field = field
        self.span = span
        self.surface = surface
        self.verb = verb
        self.implies = implies
        self.passageIndex = passageIndex
        self.word = word
        self.speaker = speaker
        self.context = context
        self.status = status
    }
}

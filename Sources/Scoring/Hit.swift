package import Articles
package import Words

/// One place where a term of the lexicon stands in an article.
package struct Hit: Hashable, Sendable, Codable {
    package var field: TextField
    package var span: ByteSpan
    package var surface: String
    package var concept: String
    package var framing: String
    /// The term's pattern as written in the lexicon.
    package var term: String
    package var passage: PassageKind
    /// Index of the passage in the article, and of the hit's first word and the word after its last within the passage.
    package var passageIndex: Int
    package var firstWord: Int
    package var endWord: Int
    package var voice: Voice
    /// The speaker's resolved name, else the mention; nil in own voice or where nobody is named.
    package var speaker: String?
    package var side: String?
    /// The voice rule that decided; nil in own voice.
    package var rule: String?
    /// The word or phrase that decided, such as "said"; nil where a mark did.
    package var cue: String?
    /// The sentence around it, cut to a readable length; nil where the bound on kept evidence was reached.
    package var context: HitContext?
    package var status: HitStatus

    package init(
        field: TextField, span: ByteSpan, surface: String, concept: String, framing: String, term: String,
        passage: PassageKind, passageIndex: Int, firstWord: Int, endWord: Int, voice: Voice, speaker: String?,
        side: String?, rule: String?, cue: String? = nil, context: HitContext?, status: HitStatus
    ) {
        self.field = field
        self.span = span
        self.surface = surface
        self.concept = concept
        self.framing = framing
        self.term = term
        self.passage = passage
        self.passageIndex = passageIndex
        self.firstWord = firstWord
        self.endWord = endWord
        self.voice = voice
        self.speaker = speaker
        self.side = side
        self.rule = rule
        self.cue = cue
        self.context = context
        self.status = status
    }
}

/// The words of a sentence on both sides of a hit; `isCut` marks a side that does not reach the sentence's end.
package struct HitContext: Hashable, Sendable, Codable {
    package var left: String
    package var right: String
    package var leftIsCut: Bool
    package var rightIsCut: Bool

    package init(left: String, right: String, leftIsCut: Bool, rightIsCut: Bool) {
        self.left = left
        self.right = right
        self.leftIsCut = leftIsCut
        self.rightIsCut = rightIsCut
    }
}

/// Whether a hit enters the counts, and if not, why.
package enum HitStatus: String, Sendable, Codable, Hashable, CaseIterable {
    case counted
    /// In a run of 25 or more words that an earlier article of the source has too.
    case repeated
    /// In a passage that stands earlier in the same article.
    case duplicate
    /// In a run of 25 or more words that another source has too.
    case shared
    /// In a "read more" line.
    case link
    /// Judged to be no instance of the framing.
    case rejected
}

package import Words

/// A speaker as the text names them and as the register of names resolves them.
package struct SpeakerReference: Hashable, Sendable {
    /// The words that name the speaker ("the diplomat", "he"), in the same field as the span.
    package let mention: ByteSpan?
    let naming: SpeakerNaming

    package init(mention: ByteSpan?, mentionText: String, name: String?, side: String?) {
        self.init(mention: mention, naming: SpeakerNaming(mentionText: mentionText, name: name, side: side))
    }

    init(mention: ByteSpan?, naming: SpeakerNaming) {
        self.mention = mention
        self.naming = naming
    }

    package var mentionText: String { naming.mentionText }
    /// The name it stands for: the lexicon's where it knows the speaker, else the fullest in the article; nil where unknown.
    package var name: String? { naming.name }
    package var side: String? { naming.side }
    /// The best name there is.
    package var displayName: String { name ?? mentionText }
}

/// What a speaker is called at one or more places of an article: shared by them, so that each costs a pointer.
final class SpeakerNaming: Hashable, Sendable {
    let mentionText: String
    let name: String?
    let side: String?

    init(mentionText: String, name: String?, side: String?) {
        self.mentionText = mentionText
        self.name = name
        self.side = side
    }

    static func == (left: SpeakerNaming, right: SpeakerNaming) -> Bool {
        left === right || (left.mentionText, left.name, left.side) == (right.mentionText, right.name, right.side)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(mentionText)
        hasher.combine(name)
        hasher.combine(side)
    }
}

/// What a word is to English grammar, as far as a search for telling words asks.
package enum EnglishWordKind {
    private static let functionClasses: WordClass = [
        .determiner, .pronoun, .relative, .auxiliary, .be, .modal, .preposition, .conjunction, .subordinator, .adverb, .calendar, .question,
        .negation, .objectPronoun, .possessive, .quantifier, .thirdPerson,
    ]

    /// Whether a folded word belongs to a closed class: the, of, his, was, not, Monday.
    package static func isFunctionWord(_ word: String) -> Bool {
        guard let key = WordKey(word), let entry = VoiceVocabulary.english.entry(for: key) else { return false }
        return !entry.classes.isDisjoint(with: functionClasses)
    }

    /// Whether a folded word is a form of a verb that introduces speech.
    package static func introducesSpeech(_ word: String) -> Bool { verb(word) != nil }

    /// Whether a folded word merely says that somebody spoke (said, told) and is no noun as well.
    package static func saysOnly(_ word: String) -> Bool {
        verb(word).map { $0.implies == "neutral" && !$0.frames.contains(.isNounToo) } ?? false
    }

    private static func verb(_ word: String) -> ReportingVerb? {
        guard let key = WordKey(word), let entry = VoiceVocabulary.english.entry(for: key), entry.verb >= 0 else { return nil }
        return VoiceVocabulary.english.verbs[Int(entry.verb)]
    }
}

/// What a source implies by the word with which it introduces somebody's words.
package enum SpeechIntroduction {
    /// The group of the verb, such as "neutral", "doubt" or "denial"; nil where the cue is no verb of the table, as "according to".
    ///
    /// The groups and their verbs are those of `lexicons/reporting-verbs.yaml`.
    package static func implication(of cue: some Collection<UInt8>) -> String? {
        let word = String(decoding: cue, as: UTF8.self).lowercased()
        guard let key = WordKey(word), let entry = VoiceVocabulary.english.entry(for: key), entry.verb >= 0 else { return nil }
        return VoiceVocabulary.english.verbs[Int(entry.verb)].implies
    }

    /// Every form of every verb with its group, in the order of the table.
    package static var forms: [(word: String, implies: String)] {
        VoiceVocabulary.english.verbs.flatMap { verb in verb.forms.map { (word: $0.1, implies: verb.implies) } }
    }
}

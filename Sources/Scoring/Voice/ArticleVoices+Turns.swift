import Articles
import Words

/// Interviews and transcripts, whose paragraphs bear the names of those who speak.
extension ArticleVoices {
    /// Whose words the paragraphs up to the next label are.
    struct Turn {
        /// Nil for an answer by somebody whom the text has not named.
        let speaker: MentionNumber?
        let cue: ByteSpan
        /// Whether the source itself asks.
        let isOwn: Bool
    }

    /// Reads the passage as part of an interview; false where it is none, or where the source itself is asking.
    mutating func readTurn(_ voiced: borrowing VoicePassage, _ passage: Passage, _ bytes: TextBytes, index: Int) -> Bool {
        guard let labels else { return false }
        var start = passage.span.start
        if let label = labels.label(of: passage, in: bytes), let begun = turn(label, voiced, passage.field, bytes) {
            turn = begun
            start = min(label.name.end + 1, passage.span.end)
        }
        guard let turn, !turn.isOwn else { return false }
        let span = ByteSpan(start, passage.span.end)
        append(VoiceDraft(field: passage.field, span: span, voice: .reported, rule: .speakerLabel, cue: turn.cue, mention: turn.speaker))
        for brackets in editorsWords(in: voiced) { append(VoiceDraft(field: passage.field, span: brackets, voice: .own, rule: .brackets)) }
        return true
    }

    private func turn(_ label: SpeakerLabels.Label, _ voiced: borrowing VoicePassage, _ field: TextField, _ bytes: TextBytes) -> Turn? {
        switch label.kind {
        case .question: return Turn(speaker: nil, cue: label.name, isOwn: true)
        case .answer: return Turn(speaker: turn?.isOwn == true ? interviewee(field) : turn?.speaker, cue: label.name, isOwn: false)
        case .name:
            guard let colon = voiced.items.firstIndex(where: { $0.kind == .colon }),
                let speaker = memory.buffers.mentions.number(ofMentionIn: voiced.items, 0..<colon, field: field),
                let word = memory.buffers.mentions[speaker].words.last
            else { return nil }
            if label.needsName, memory.resolver.register.lastPerson(withSurname: NameText.nameHash(of: word, bytes)) == nil { return nil }
            return Turn(speaker: speaker, cue: label.name, isOwn: isSource(label.name, bytes))
        }
    }

    private func isSource(_ name: ByteSpan, _ bytes: TextBytes) -> Bool {
        guard let source = sourceName else { return false }
        return NameText.folded(source) == NameText.folded(bytes.string(name.range))
    }

    /// Who answers: the first person named, in the headline or before the first question.
    private func interviewee(_ field: TextField) -> MentionNumber? {
        guard let person = memory.resolver.register.people.indices.first(where: { memory.resolver.register.people[$0].field == field }),
            let first = memory.resolver.register.people[person].name.first, let last = memory.resolver.register.people[person].name.last
        else { return nil }
        let words = memory.resolver.register.people[person].name
        return SpeakerMention(field: field, words: words, span: ByteSpan(first.start, last.end)).map(memory.buffers.mentions.number)
    }

    /// What stands in square brackets.
    private func editorsWords(in voiced: borrowing VoicePassage) -> [ByteSpan] {
        let tokens = voiced.tokens.isEmpty ? voiced.items : voiced.tokens
        var spans: [ByteSpan] = []
        var open: Int?
        for token in tokens {
            if token.kind == .openSquare { open = token.start }
            guard token.kind == .closeSquare, let start = open else { continue }
            spans.append(ByteSpan(start, token.end))
            open = nil
        }
        return spans
    }
}

/// A lexicon in our own file format.
enum LexiconYAMLWriter {
    static func text(of lexicon: Lexicon) -> String {
        var lines = ["lexicon: \(YAMLText.plain(lexicon.name.isEmpty ? "Lexicon" : lexicon.name))", "format: \(LexiconFile.format)"]
        lines.append("version: \(YAMLText.plain(lexicon.version.isEmpty ? "1" : lexicon.version))")
        if let language = lexicon.language { lines.append("language: \(YAMLText.plain(language))") }
        lines.append("concepts:")
        for concept in lexicon.concepts { append(concept, to: &lines) }
        if !lexicon.speakers.isEmpty { lines.append("speakers:") }
        for speaker in lexicon.speakers { append(speaker, to: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(_ concept: Concept, to lines: inout [String]) {
        lines.append("  - concept: \(concept.id)")
        lines.append("    label: \(YAMLText.plain(concept.label))")
        if let question = concept.question { lines.append("    question: \(YAMLText.plain(question))") }
        lines.append("    framings:")
        for framing in concept.framings { append(framing, to: &lines) }
    }

    private static func append(_ framing: Framing, to lines: inout [String]) {
        lines.append("      - framing: \(framing.id)")
        lines.append("        label: \(YAMLText.plain(framing.label))")
        if let note = framing.note { lines.append("        note: \(YAMLText.plain(note))") }
        if let opposite = framing.opposite { lines.append("        opposite: \(opposite)") }
        lines.append("        terms:")
        guard framing.terms.contains(where: { $0.language != nil }) else {
            return append(framing.terms, indentation: "          ", to: &lines)
        }
        for language in framing.languages {
            lines.append("          \(YAMLText.plain(language)):")
            append(framing.terms.filter { $0.language == language }, indentation: "            ", to: &lines)
        }
    }

    private static func append(_ terms: [Term], indentation: String, to lines: inout [String]) {
        for term in terms {
            let text = YAMLText.plain(term.pattern.source)
            guard !term.unless.isEmpty || term.near != nil else {
                lines.append("\(indentation)- \(text)")
                continue
            }
            lines.append("\(indentation)- term: \(text)")
            if !term.unless.isEmpty { lines.append("\(indentation)  unless: \(list(term.unless))") }
            if let near = term.near {
                let side = near.side == .either ? "" : ", where: \(near.side.rawValue)"
                lines.append("\(indentation)  near: {any: \(list(near.any)), within: \(near.within)\(side)}")
            }
        }
    }

    private static func append(_ speaker: Speaker, to lines: inout [String]) {
        lines.append("  - speaker: \(YAMLText.plain(speaker.name))")
        if let side = speaker.side { lines.append("    side: \(YAMLText.plain(side))") }
        if !speaker.aliases.isEmpty { lines.append("    aliases: [\(speaker.aliases.map(YAMLText.plain).joined(separator: ", "))]") }
    }

    private static func list(_ patterns: [TermPattern]) -> String {
        "[\(patterns.map { YAMLText.plain($0.source) }.joined(separator: ", "))]"
    }
}

extension Framing {
    /// In the order of the terms.
    fileprivate var languages: [String] {
        terms.compactMap(\.language).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

package import Diagnostics

extension Lexicon {
    /// Several lexicons as one: concepts and speakers in the order of the files, name and version those of the first.
    ///
    /// Concepts that share an id cannot stand together, since results are kept by id: the later is left out, with an error. A speaker whom
    /// two files name is one speaker with the aliases of both; the first file's side holds, and a different one is a warning. Terms without
    /// a language take that of their own file where the files' languages differ, so that each keeps its meaning.
    /// - Parameter parts: at least one.
    package static func merging(_ parts: [(file: String, lexicon: Lexicon)]) -> (lexicon: Lexicon, diagnostics: [Diagnostic]) {
        precondition(!parts.isEmpty, "nothing to merge")
        var merged = parts[0].lexicon
        var diagnostics: [Diagnostic] = []
        let isMixed = Set(parts.map(\.lexicon.language)).count > 1
        merged.concepts = []
        merged.speakers = []
        if isMixed { merged.language = nil }
        for (file, lexicon) in parts {
            diagnostics += merged.addConcepts(of: isMixed ? lexicon.withLanguageOnTerms() : lexicon, from: file)
            diagnostics += merged.addSpeakers(of: lexicon, from: file)
        }
        return (merged, diagnostics)
    }

    private mutating func addConcepts(of other: Lexicon, from file: String) -> [Diagnostic] {
        let known = Set(concepts.map(\.id))
        concepts += other.concepts.filter { !known.contains($0.id) }
        return other.concepts.filter { known.contains($0.id) }.map { clashing in
            Diagnostic(
                .error, file: file, line: clashing.framings.first?.terms.first?.line,
                message: "a concept of that id stands in another of the lexicons given", text: clashing.id, remedy: "rename one of the two"
            )
        }
    }

    private mutating func addSpeakers(of other: Lexicon, from file: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for speaker in other.speakers {
            guard let index = speakers.firstIndex(where: { $0.name == speaker.name }) else {
                speakers.append(speaker)
                continue
            }
            let known = speakers[index]
            speakers[index].aliases += speaker.aliases.filter { !known.aliases.contains($0) }
            speakers[index].side = known.side ?? speaker.side
            if let side = speaker.side, let kept = known.side, side != kept {
                diagnostics.append(
                    Diagnostic(
                        .warning, file: file, message: "a speaker stands on another side in another of the lexicons given",
                        text: speaker.name, remedy: "the side \u{201C}\(kept)\u{201D} is kept; make the files agree"
                    ))
            }
        }
        return diagnostics
    }

    private func withLanguageOnTerms() -> Lexicon {
        guard let language else { return self }
        var copy = self
        for concept in copy.concepts.indices {
            for framing in copy.concepts[concept].framings.indices {
                for term in copy.concepts[concept].framings[framing].terms.indices
                where copy.concepts[concept].framings[framing].terms[term].language == nil {
                    copy.concepts[concept].framings[framing].terms[term].language = language
                }
            }
        }
        return copy
    }
}

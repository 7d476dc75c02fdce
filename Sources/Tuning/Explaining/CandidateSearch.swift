import Articles
import Lexicons
import Scoring
import Words

/// Finds the places of every term by itself, without its conditions, and what became of each.
struct CandidateSearch {
    private let lexicon: Lexicon

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    private struct Place {
        let framing: FramingReference
        let framingNumber: Int
        let term: Term
        let match: TermMatch
    }

    func candidates(in article: Article, passage index: Int, hits: [Hit]) -> [MatchExplanation.Candidate] {
        let passage = article.passages[index]
        let text = PassageWords(bytes: article.bytes(of: passage.field), span: passage.span)
        return places(in: text, language: article.language).map { place in
            MatchExplanation.Candidate(
                framing: place.framing, term: place.term.pattern.source, line: place.term.line, field: passage.field,
                span: place.match.span,
                surface: article.string(place.match.span, in: passage.field),
                outcome: outcome(of: place, in: text, article: article, passage: index, hits: hits))
        }
    }

    private func places(in text: PassageWords, language: String?) -> [Place] {
        lexicon.concepts.flatMap { concept in
            concept.framings.enumerated().flatMap { number, framing in
                framing.terms.flatMap { term -> [Place] in
                    let bare = Term(pattern: term.pattern, language: term.language, line: term.line)
                    let reference = FramingReference(concept: concept.id, framing: framing.id)
                    return matches(of: bare, in: text, language: language).map {
                        Place(framing: reference, framingNumber: number, term: term, match: $0)
                    }
                }
            }
        }
    }

    private func matches(of term: Term, in text: PassageWords, language: String?) -> [TermMatch] {
        let framing = Framing(id: "f", label: "", note: nil, opposite: nil, terms: [term])
        let concept = Concept(id: "c", label: "", question: nil, framings: [framing])
        var session = MatchingSession(Lexicon(name: "", version: "", language: lexicon.language, concepts: [concept], speakers: []))
        return session.matches(in: text, language: language)
    }

    private func outcome(
        of place: Place, in text: PassageWords, article: Article, passage: Int, hits: [Hit]
    ) -> MatchExplanation.Outcome {
        let kind = article.passages[passage].kind
        guard kind.isSearched else { return .notSearched(kind) }
        let span = place.match.span
        let rivals = hits.filter { $0.passageIndex == passage && $0.concept == place.framing.concept && $0.span.overlaps(span) }
        if let hit = rivals.first(where: { $0.span == span && $0.framing == place.framing.framing && $0.term == place.term.pattern.source })
        {
            return .hit(voice: hit.voice, rule: hit.rule, cue: hit.cue, speaker: hit.speaker)
        }
        if let condition = failedCondition(of: place, in: text, language: article.language) { return condition }
        guard let rival = rivals.first else { return .conditionsTogether }
        return .overlap(by: rival.term, framing: FramingReference(concept: rival.concept, framing: rival.framing), reason(rival, span))
    }

    private func failedCondition(of place: Place, in text: PassageWords, language: String?) -> MatchExplanation.Outcome? {
        for context in place.term.unless {
            let term = Term(pattern: place.term.pattern, language: place.term.language, unless: [context])
            if !matches(of: term, in: text, language: language).contains(where: { $0.span == place.match.span }) {
                return .unless(context.source)
            }
        }
        guard let near = place.term.near else { return nil }
        let term = Term(pattern: place.term.pattern, language: place.term.language, near: near)
        guard !matches(of: term, in: text, language: language).contains(where: { $0.span == place.match.span }) else { return nil }
        return .near(near.any.map(\.source), within: near.within)
    }

    private func reason(_ rival: Hit, _ span: ByteSpan) -> MatchExplanation.Outcome.Reason {
        if rival.span.start < span.start { return .startsEarlier }
        return rival.span.end > span.end ? .isLonger : .isListedFirst
    }
}

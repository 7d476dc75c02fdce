import Lexicons
import Scoring
import Words

/// What a lexicon lists: words that a term finds by themselves, and words that stand in any term or condition.
struct ListedWords {
    /// A word that a term finds by itself, and for which framing.
    struct Entry {
        let word: String
        let framing: FramingReference
    }

    /// By stem, the first in the lexicon's order.
    private(set) var entriesByStem: [String: Entry] = [:]
    /// By each of their spellings with one letter left out, for spelling variants.
    private var entriesByShortened: [String: Entry] = [:]
    /// Every literal word of every term, folded.
    private(set) var mentioned: Set<String> = []
    private var session: MatchingSession
    private var known: [String: Bool] = [:]

    private static let shortestForSpelling = 7

    init(_ lexicon: Lexicon) {
        session = MatchingSession(Self.unconditional(lexicon))
        for concept in lexicon.concepts {
            for framing in concept.framings {
                let reference = FramingReference(concept: concept.id, framing: framing.id)
                for term in framing.terms { add(term, of: reference) }
            }
        }
    }

    /// Whether some term finds the word by itself, whatever its conditions.
    mutating func lists(_ word: String) -> Bool {
        if let answer = known[word] { return answer }
        let bytes = Array(word.utf8)
        let passage = PassageWords(bytes: bytes, span: ByteSpan(0, bytes.count))
        let answer = !session.matches(in: passage, language: nil).isEmpty
        known[word] = answer
        return answer
    }

    /// A listed word that differs in one letter, where both are long enough for that to be no chance.
    func spelledLike(_ word: String) -> Entry? {
        guard word.count >= Self.shortestForSpelling else { return nil }
        let near = Self.shortened(word).lazy.compactMap { entriesByShortened[$0] }.first
        return near.flatMap { $0.word != word && $0.word.first == word.first ? $0 : nil }
    }

    private mutating func add(_ term: Term, of framing: FramingReference) {
        for literal in Self.literals(of: term.pattern.elements) { mentioned.insert(literal) }
        for word in Self.wholeWords(of: term.pattern.elements) {
            let entry = Entry(word: word, framing: framing)
            let stem = WordStem.stem(of: word)
            if entriesByStem[stem] == nil { entriesByStem[stem] = entry }
            guard word.count >= Self.shortestForSpelling else { continue }
            for shorter in Self.shortened(word) where entriesByShortened[shorter] == nil { entriesByShortened[shorter] = entry }
        }
    }

    /// The word and every spelling of it with one letter left out: two words that share one differ in one letter at most.
    private static func shortened(_ word: String) -> [String] {
        let letters = Array(word)
        return [word] + letters.indices.map { String(letters[..<$0] + letters[($0 + 1)...]) }
    }

    private static func unconditional(_ lexicon: Lexicon) -> Lexicon {
        var bare = lexicon
        for concept in bare.concepts.indices {
            for framing in bare.concepts[concept].framings.indices {
                for term in bare.concepts[concept].framings[framing].terms.indices {
                    bare.concepts[concept].framings[framing].terms[term].unless = []
                    bare.concepts[concept].framings[framing].terms[term].near = nil
                }
            }
        }
        return bare
    }

    /// Words of a term that has one word, or one in each alternative.
    private static func wholeWords(of elements: [TermPattern.Element]) -> [String] {
        guard elements.count == 1 else { return [] }
        switch elements[0] {
        case .compound(let compound): return spelling(of: compound).map { [$0] } ?? []
        case .choice(let alternatives): return alternatives.flatMap(wholeWords)
        case .gap: return []
        }
    }

    private static func literals(of elements: [TermPattern.Element]) -> [String] {
        elements.flatMap { element -> [String] in
            switch element {
            case .compound(let compound):
                return compound.words.compactMap(\.literal).map(folded) + (spelling(of: compound).map { [$0] } ?? [])
            case .choice(let alternatives): return alternatives.flatMap(literals)
            case .gap: return []
            }
        }
    }

    /// With its hyphens; nil where it holds a wildcard or another sign.
    private static func spelling(of compound: Compound) -> String? {
        let parts = compound.words.compactMap(\.literal)
        guard parts.count == compound.words.count, compound.joints.allSatisfy({ $0.connection == .hyphen }) else { return nil }
        return folded(parts.joined(separator: "-"))
    }

    private static func folded(_ word: String) -> String { CaseFolding.folded(Array(word.utf8)) }
}

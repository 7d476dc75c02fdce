package import Lexicons
package import Scoring
import Words

/// The definition of matching, written out without regard to speed: every term at every word in every length, every context tried at every
/// place, and the overlaps settled over the whole list at the end. Shares nothing with the real matcher but the parsed terms and the words.
package struct NaiveMatcher {
    private let lexicon: Lexicon
    private let bytes: [UInt8]
    private let words: [ByteSpan]
    private let sentences: [ByteSpan]

    package init(_ lexicon: Lexicon, passage: PassageWords) {
        self.lexicon = lexicon
        bytes = passage.bytes
        words = passage.words
        sentences = passage.sentences
    }

    private struct Candidate {
        let framing: Int
        let term: Int
        let words: Range<Int>
    }

    package func matches() -> [TermMatch] {
        lexicon.concepts.indices.flatMap(matches).sorted { ($0.firstWord, $0.conceptIndex) < ($1.firstWord, $1.conceptIndex) }
    }

    private func matches(ofConcept concept: Int) -> [TermMatch] {
        let ordered = candidates(ofConcept: concept).sorted { left, right in
            let (one, other) = (left.words, right.words)
            return (one.lowerBound, -one.upperBound, left.framing, left.term) < (
                other.lowerBound, -other.upperBound, right.framing, right.term
            )
        }
        var settled: [Candidate] = []
        for candidate in ordered where !settled.contains(where: { $0.words.overlaps(candidate.words) }) { settled.append(candidate) }
        return settled.map { candidate in
            TermMatch(
                conceptIndex: concept, framingIndex: candidate.framing, termIndex: candidate.term, firstWord: candidate.words.lowerBound,
                endWord: candidate.words.upperBound,
                span: ByteSpan(words[candidate.words.lowerBound].start, words[candidate.words.upperBound - 1].end)
            )
        }
    }

    private func candidates(ofConcept concept: Int) -> [Candidate] {
        var candidates: [Candidate] = []
        for (framing, value) in lexicon.concepts[concept].framings.enumerated() {
            for (index, term) in value.terms.enumerated() {
                let cancelling = term.unless.flatMap(allMatches)
                let neighbours = term.near.map { $0.any.flatMap(allMatches) } ?? []
                for hit in allMatches(of: term.pattern) {
                    if cancelling.contains(where: { $0.lowerBound <= hit.lowerBound && hit.upperBound <= $0.upperBound }) { continue }
                    if let near = term.near, !neighbours.contains(where: { isNeighbour($0, of: hit, by: near) }) { continue }
                    candidates.append(Candidate(framing: framing, term: index, words: hit))
                }
            }
        }
        return candidates
    }

    private func isNeighbour(_ other: Range<Int>, of hit: Range<Int>, by near: NearCondition) -> Bool {
        let whole = min(other.lowerBound, hit.lowerBound)..<max(other.upperBound, hit.upperBound)
        guard sentences.contains(where: { sentence in whole.allSatisfy { sentence.contains(words[$0]) } }) else { return false }
        let isBefore = other.upperBound <= hit.lowerBound && hit.lowerBound - other.upperBound + 1 <= near.within
        let isAfter = hit.upperBound <= other.lowerBound && other.lowerBound - hit.upperBound + 1 <= near.within
        switch near.side {
        case .before: return isBefore
        case .after: return isAfter
        case .either: return isBefore || isAfter
        }
    }

    private func allMatches(of pattern: TermPattern) -> [Range<Int>] {
        words.indices.flatMap { start in
            Set(ends(of: pattern.elements[...], from: [Progress(next: start, arrival: .anywhere)]).map(\.next)).map { start..<$0 }
        }
    }

    /// How far a term has been read: the next word, and what must lie before it.
    private struct Progress: Hashable {
        enum Arrival: Hashable {
            case anywhere
            case afterGap
            case afterWord(trailing: String)
        }
        var next: Int
        var arrival: Arrival
    }

    private func ends(of elements: ArraySlice<TermPattern.Element>, from starts: Set<Progress>) -> Set<Progress> {
        guard let element = elements.first else { return starts }
        let reached = starts.reduce(into: Set<Progress>()) { $0.formUnion(ends(of: element, from: $1)) }
        return ends(of: elements.dropFirst(), from: reached)
    }

    private func ends(of element: TermPattern.Element, from start: Progress) -> Set<Progress> {
        switch element {
        case .gap(let atLeast, let atMost):
            return Set((atLeast...atMost).map { Progress(next: start.next + $0, arrival: .afterGap) })
        case .choice(let alternatives):
            return alternatives.reduce(into: []) { $0.formUnion(ends(of: $1[...], from: [start])) }
        case .compound(let compound):
            guard start.next < words.count, arrives(start, at: compound) else { return [] }
            return Set(
                ends(of: compound, part: 0, at: start.next).map { Progress(next: $0, arrival: .afterWord(trailing: compound.trailing)) })
        }
    }

    private func arrives(_ start: Progress, at compound: Compound) -> Bool {
        guard case .afterWord(let trailing) = start.arrival else { return true }
        let isClitic = ["'s", "\u{2019}s"].contains(compound.words[0].literal?.lowercased())
        return isJoined(before: start.next, by: Joint(before: trailing, isClitic ? .none : .blank, after: compound.leading))
    }

    /// Tries each number of parts, from `part` on, that the text may write as the one word `word`.
    private func ends(of compound: Compound, part: Int, at word: Int) -> Set<Int> {
        guard word < words.count else { return [] }
        var ends: Set<Int> = []
        for endPart in (part + 1)...compound.words.count {
            let inner = compound.joints[part..<(endPart - 1)]
            guard inner.allSatisfy({ $0.connection == .hyphen && $0.before.isEmpty && $0.after.isEmpty }) else { break }
            let glyphs = compound.words[part..<endPart].flatMap(\.glyphs)
            guard looksLike(glyphs, exactCase: compound.words[0].isExactCase, word) else { continue }
            if endPart == compound.words.count {
                ends.insert(word + 1)
            } else if word + 1 < words.count, isJoined(before: word + 1, by: compound.joints[endPart - 1]) {
                ends.formUnion(self.ends(of: compound, part: endPart, at: word + 1))
            }
        }
        return ends
    }

    private func looksLike(_ glyphs: [WordPattern.Glyph], exactCase: Bool, _ word: Int) -> Bool {
        let text = Self.visible(bytes[words[word].range])
        let characters = Array(exactCase ? asWritten(text) : CaseFolding.folded(text))
        return fits(glyphs[...], characters[...], exactCase: exactCase)
    }

    /// Without the characters that no reader sees (Default_Ignorable_Code_Point, Unicode Character Database).
    package static func visible(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if text.allSatisfy({ $0 < 0x80 }) { return text }
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        return Array(String(String.UnicodeScalarView(scalars)).utf8)[...]
    }

    private func asWritten(_ text: some Collection<UInt8>) -> String {
        String(decoding: text, as: UTF8.self).replacing("\u{2019}", with: "'")
    }

    private func fits(_ glyphs: ArraySlice<WordPattern.Glyph>, _ characters: ArraySlice<Character>, exactCase: Bool) -> Bool {
        guard let glyph = glyphs.first else { return characters.isEmpty }
        switch glyph {
        case .anyRun:
            return fits(glyphs.dropFirst(), characters, exactCase: exactCase)
                || (!characters.isEmpty && fits(glyphs, characters.dropFirst(), exactCase: exactCase))
        case .anyOne: return !characters.isEmpty && fits(glyphs.dropFirst(), characters.dropFirst(), exactCase: exactCase)
        case .character(let character):
            let expected = Array(exactCase ? asWritten(String(character).utf8) : CaseFolding.folded(String(character).utf8))
            return characters.starts(with: expected) && fits(glyphs.dropFirst(), characters.dropFirst(expected.count), exactCase: exactCase)
        }
    }

    private func isJoined(before word: Int, by joint: Joint) -> Bool {
        let between = asWritten(bytes[words[word - 1].end..<words[word].start])
        let (before, after) = (asWritten(joint.before.utf8), asWritten(joint.after.utf8))
        guard between.count >= before.count + after.count, between.hasPrefix(before), between.hasSuffix(after) else { return false }
        let middle = between.dropFirst(before.count).dropLast(after.count)
        let isBlank = !middle.isEmpty && middle.allSatisfy(\.isWhitespace)
        let isHyphen = ["-", "\u{2010}", "\u{2011}", "\u{58A}"].contains(String(middle))
        switch joint.connection {
        case .none: return middle.isEmpty
        case .blank: return isBlank || isHyphen
        case .hyphen: return isBlank || isHyphen || middle.isEmpty
        }
    }
}

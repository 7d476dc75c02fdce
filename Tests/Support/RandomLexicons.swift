package import Lexicons

/// Random lexicons over few letters, so that wildcards, gaps, contexts and overlaps meet all the time.
package struct RandomLexicons {
    private var random: SeededRandom
    /// Whether words may begin with a wildcard, so that a term may begin at any word.
    private let opens: Bool

    package init(seed: UInt64, opens: Bool = true) {
        random = SeededRandom(seed: seed)
        self.opens = opens
    }

    /// Of eight bytes, sixteen, seventeen and more: where tables change over.
    private static let longWords = ["abcabcab", "abcabcabc", "abcabcabcabcabca", "abcabcabcabcabcab", "abcabcabcabcabcabcabcabcab"]

    package mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }
    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func word() -> String {
        let words = [
            "a", "b", "c", "ab", "ba", "a*", "b?", "a*b*", "=A", "=Ab", "=a*", "a's", "'s", "\u{E9}", "e\u{301}*", "A.B.", "c\u{2019}s",
            "abcabc*", "\u{430}\u{431}",
        ]
        return pick(words + Self.longWords + (opens ? ["*b", "?", "*", "*b", "?", "*"] : []))
    }

    private mutating func plainWord() -> String { pick(["a", "b", "c", "ab", "a*", "b's"] + (opens ? ["?b"] : [])) }

    private mutating func compound() -> String {
        guard chance(30) else { return word() }
        return (0...(chance(30) ? 2 : 1)).map { _ in plainWord() }.joined(separator: "-")
    }

    private mutating func part(depth: Int) -> String {
        guard depth < 3, chance(30) else { return compound() }
        let choice = "(" + (0...Int.random(in: 0...2, using: &random)).map { _ in term(depth: depth + 1) }.joined(separator: "|") + ")"
        return chance(15) ? choice + pick(["b", "-c", "'s", "*"]) : choice
    }

    private mutating func term(depth: Int = 0) -> String {
        var term = part(depth: depth)
        for _ in 0..<pick([0, 0, 0, 1, 1, 2]) { term += pick([" ", " ", "  ", " <0-1> ", " <1-2> ", "<0-3>"]) + part(depth: depth) }
        return term
    }

    private mutating func pattern() -> TermPattern {
        while true {
            if let pattern = TermPatternParser.parse(term()).pattern { return pattern }
        }
    }

    private mutating func patterns(upTo most: Int) -> [TermPattern] {
        (0..<Int.random(in: 1...most, using: &random)).map { _ in pattern() }
    }

    private mutating func entry() -> Term {
        var entry = Term(pattern: pattern())
        if chance(30) { entry.unless = patterns(upTo: 2) }
        if chance(30) {
            entry.near = NearCondition(any: patterns(upTo: 2), within: pick([1, 2, 3, 5]), side: pick([.before, .after, .either]))
        }
        return entry
    }

    package mutating func lexicon() -> Lexicon {
        let concepts = (0...Int.random(in: 0...1, using: &random)).map { concept in
            Concept(
                id: "c\(concept)", label: "", question: nil,
                framings: (0..<2).map { framing in
                    let terms = (0..<pick([1, 2, 3])).map { _ in entry() }
                    return Framing(id: "f\(framing)", label: "", note: nil, opposite: nil, terms: terms)
                })
        }
        return Lexicon(name: "L", version: "1", language: nil, concepts: concepts, speakers: [])
    }

    package mutating func text() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...14, using: &random) {
            let words = [
                "a", "b", "c", "ab", "abc", "A", "Ab", "a's", "b\u{2019}s", "\u{E9}", "e\u{301}b", "A.B", "bab", "1", "a", "b", "c",
                "\u{410}\u{431}", "ABCabcabcx", "\u{212A}", "\u{200F}ab", "a\u{200E}b",
            ]
            text += pick(words + Self.longWords)
            text += pick([" ", " ", " ", " ", "-", "\u{2011}", "  ", ", ", ". ", ". A", "\u{A0}", "", " - ", "\n"])
        }
        return text
    }
}

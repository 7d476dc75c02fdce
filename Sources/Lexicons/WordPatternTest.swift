/// Tells whether words of a text look like a word pattern, in one language's folding.
package struct WordPatternTest: Hashable, Sendable {
    /// The one word it matches, in the form in which words compare, where it has no wildcard.
    package let literal: String?
    /// What the words begin with that it matches, in that form, where one `*` behind it is the only wildcard.
    package let beginning: String?
    /// Those of a pattern with other wildcards.
    private let wildcardGlyphs: [WordPattern.Glyph]
    package let isExactCase: Bool

    package init(_ pattern: WordPattern, language: String?) {
        isExactCase = pattern.isExactCase
        if let plain = pattern.plain, plain.isHead {
            literal = nil
            beginning = plain.text.isEmpty ? "" : Self.comparable(plain.text, isExactCase: isExactCase, language: language)
            wildcardGlyphs = []
            return
        }
        literal = pattern.literal.map { $0.isEmpty ? $0 : Self.comparable($0, isExactCase: pattern.isExactCase, language: language) }
        let glyphs = literal == nil ? Self.comparable(pattern, language: language) : []
        beginning = Self.beginning(of: glyphs)
        wildcardGlyphs = beginning == nil ? glyphs : []
    }

    /// Nil where one `*` at the end is not the only wildcard.
    private static func beginning(of glyphs: [WordPattern.Glyph]) -> String? {
        guard glyphs.last == .anyRun else { return nil }
        var text = ""
        for glyph in glyphs.dropLast() {
            guard case .character(let character) = glyph else { return nil }
            text.append(character)
        }
        return text
    }

    /// - Parameters:
    ///   - text: as folding leaves it.
    ///   - isHead: whether words that begin so match, not the word itself alone.
    package init(folded text: String, isHead: Bool) {
        isExactCase = false
        literal = isHead ? nil : text
        beginning = isHead ? text : nil
        wildcardGlyphs = []
    }

    /// The arguments that `init(folded:isHead:)` makes it of; nil where it makes none like it.
    package var folded: (text: String, isHead: Bool)? {
        isExactCase ? nil : literal.map { ($0, false) } ?? beginning.map { ($0, true) }
    }

    /// The pattern's glyphs in the form in which words compare.
    package var glyphs: [WordPattern.Glyph] {
        if let literal { return literal.map { .character($0) } }
        return beginning.map { $0.map { .character($0) } + [.anyRun] } ?? wildcardGlyphs
    }

    /// The first character of every word it matches, where that is known.
    package var firstCharacter: Character? {
        if let text = literal ?? beginning { return text.first }
        return if case .character(let character)? = wildcardGlyphs.first { character } else { nil }
    }

    private static func comparable(_ word: String, isExactCase: Bool, language: String?) -> String {
        isExactCase ? WordForm.exact(word.utf8) : WordForm.folded(word.utf8, language: language)
    }

    /// Folds each run between wildcards by itself.
    private static func comparable(_ pattern: WordPattern, language: String?) -> [WordPattern.Glyph] {
        var glyphs: [WordPattern.Glyph] = []
        var run = ""
        func flushRun() {
            glyphs += comparable(run, isExactCase: pattern.isExactCase, language: language).map { .character($0) }
            run = ""
        }
        for glyph in pattern.glyphs {
            if case .character(let character) = glyph {
                run.append(character)
            } else {
                flushRun()
                if glyph != .anyRun || glyphs.last != .anyRun { glyphs.append(glyph) }
            }
        }
        flushRun()
        return glyphs
    }

    /// Whether `word`, the characters of a comparable form, matches as a whole.
    ///
    /// Each run of glyphs between two `*` is put at the first place where it fits, which leaves the most for what follows; so nothing is
    /// ever taken back further than to the last `*`.
    /// - Complexity: O(characters of the word × glyphs), and O(characters) for patterns of one run such as `*a*`.
    package func matches(_ word: [Character]) -> Bool {
        if let beginning { return word.starts(with: beginning) }
        let glyphs = glyphs
        var character = 0
        var glyph = 0
        var lastRun: (glyph: Int, character: Int)?
        while character < word.count {
            if glyph < glyphs.count, glyphs[glyph] == .anyRun {
                lastRun = (glyph, character)
                glyph += 1
            } else if glyph < glyphs.count, accepts(glyphs[glyph], word[character]) {
                glyph += 1
                character += 1
            } else if let run = lastRun {
                lastRun = (run.glyph, run.character + 1)
                glyph = run.glyph + 1
                character = run.character + 1
            } else {
                return false
            }
        }
        return glyphs[glyph...].allSatisfy { $0 == .anyRun }
    }

    private func accepts(_ glyph: WordPattern.Glyph, _ character: Character) -> Bool {
        switch glyph {
        case .character(let expected): expected == character
        case .anyOne: true
        case .anyRun: false
        }
    }
}

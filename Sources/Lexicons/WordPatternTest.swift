/// Tells whether words of a text look like a word pattern, in one language's folding.
package struct WordPatternTest: Hashable, Sendable {
    /// The pattern's glyphs in the form in which words compare.
    package let glyphs: [WordPattern.Glyph]
    package let isExactCase: Bool

    package init(_ pattern: WordPattern, language: String?) {
        isExactCase = pattern.isExactCase
        glyphs = Self.comparable(pattern, language: language)
    }

    /// The one word it matches, in comparable form, where it has no wildcard.
    package var literal: String? { WordPattern(glyphs: glyphs, isExactCase: isExactCase).literal }

    /// The first character of every word it matches, where that is known.
    package var firstCharacter: Character? {
        if case .character(let character)? = glyphs.first { character } else { nil }
    }

    /// Folds each run between wildcards by itself.
    private static func comparable(_ pattern: WordPattern, language: String?) -> [WordPattern.Glyph] {
        var glyphs: [WordPattern.Glyph] = []
        var run = ""
        func flushRun() {
            let word = pattern.isExactCase ? WordForm.exact(run.utf8) : WordForm.folded(run.utf8, language: language)
            glyphs += word.map { .character($0) }
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

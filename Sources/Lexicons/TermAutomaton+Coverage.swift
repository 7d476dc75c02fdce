/// Whether one term finds all that another finds; for the checks of a lexicon, not for texts.
extension TermAutomaton {
    /// One way through a term: its words and what joins each to the next.
    struct Path {
        var words: [WordPatternTest]
        var joints: [Joint]

        /// Whether the words of some text along `other` hold some along this path; sure where false.
        func mayStand(in other: Path) -> Bool {
            guard words.count <= other.words.count else { return false }
            return (0...(other.words.count - words.count)).contains { start in
                words.indices.allSatisfy { words[$0].mayMeet(other.words[start + $0]) }
            }
        }
    }

    /// All ways through the term; nil where they are more than `limit` or where it holds a gap, which any words can fill.
    func paths(limit: Int = 256, language: String?) -> [Path]? {
        var paths: [Path] = []
        var open = first.map { (state: $0, path: Path(words: [WordPatternTest(words[$0], language: language)], joints: [])) }
        while let (state, path) = open.popLast() {
            if last.contains(state) { paths.append(path) }
            for link in links[state] {
                guard case .joint(let joint) = link.crossing else { return nil }
                let word = WordPatternTest(words[link.target], language: language)
                open.append((link.target, Path(words: path.words + [word], joints: path.joints + [joint])))
            }
            guard paths.count + open.count <= limit else { return nil }
        }
        return paths
    }

    /// Whether every text that reads along `path` is a whole match of this term.
    ///
    /// Sure where true; where it depends on how several patterns of this term divide a wildcard's words among them, false.
    func covers(_ path: Path, language: String?) -> Bool {
        func covers(_ state: Int, _ word: WordPatternTest) -> Bool { WordPatternTest(words[state], language: language).covers(word) }
        var states = Set(first.filter { covers($0, path.words[0]) })
        for (index, joint) in path.joints.enumerated() {
            let next = path.words[index + 1]
            let followed = states.flatMap { links[$0] }.filter { $0.crossing.covers(joint) && covers($0.target, next) }
            states = Set(followed.map(\.target))
        }
        return states.contains { last.contains($0) }
    }
}

extension TermAutomaton.Crossing {
    fileprivate func covers(_ joint: Joint) -> Bool {
        switch self {
        case .gap(let atLeast, _): return atLeast == 0
        case .joint(let own):
            guard own.before == joint.before, own.after == joint.after else { return false }
            // Two words with nothing between them that are no compound do not occur, so a blank covers a hyphen.
            return own.connection == joint.connection || own.connection == .hyphen || joint.connection == .hyphen
        }
    }
}

extension WordPatternTest {
    /// Whether every word that `other` matches is matched by this pattern too. Sure where true.
    func covers(_ other: WordPatternTest) -> Bool {
        guard !isExactCase || other.isExactCase else { return false }
        let others = isExactCase || !other.isExactCase ? other.glyphs : other.foldedGlyphs
        if let own = glyphs.first, own != .anyRun, own != .anyOne, own != others.first { return false }
        return Self.covers(glyphs[...], others[...])
    }

    /// Whether a word may be matched by both patterns; sure where false.
    func mayMeet(_ other: WordPatternTest) -> Bool {
        // What another folding makes of an exact word is asked of nobody here.
        guard isExactCase == other.isExactCase else { return true }
        if let literal, let otherLiteral = other.literal { return literal == otherLiteral }
        guard let first = firstCharacter, let otherFirst = other.firstCharacter else { return true }
        return first == otherFirst
    }

    /// The glyphs of an exact-case pattern as a folding one sees them.
    private var foldedGlyphs: [WordPattern.Glyph] {
        WordPatternTest(WordPattern(glyphs: glyphs, isExactCase: false), language: nil).glyphs
    }

    /// A wildcard of the other pattern is a letter of its own kind, which only a wildcard as wide can match.
    private static func covers(_ own: ArraySlice<WordPattern.Glyph>, _ other: ArraySlice<WordPattern.Glyph>) -> Bool {
        var reached: Set<Int> = [own.startIndex]
        for glyph in other {
            reached = closure(of: reached, in: own)
            reached = reached.reduce(into: Set<Int>()) { next, index in
                guard index < own.endIndex else { return }
                switch own[index] {
                case .anyRun: next.insert(index)
                case .anyOne: if glyph != .anyRun { next.insert(index + 1) }
                case .character: if glyph == own[index] { next.insert(index + 1) }
                }
            }
        }
        return closure(of: reached, in: own).contains(own.endIndex)
    }

    /// A `*` may stand for nothing.
    private static func closure(of reached: Set<Int>, in glyphs: ArraySlice<WordPattern.Glyph>) -> Set<Int> {
        var closed = reached
        for index in reached where index < glyphs.endIndex && glyphs[index] == .anyRun { closed.insert(index + 1) }
        return closed
    }
}

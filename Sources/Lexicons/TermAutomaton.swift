/// A term as the words it can consist of and which of them may follow which: one state for each word of the pattern.
///
/// The position automaton of Glushkov (The abstract theory of automata, Russian Mathematical Surveys 16, 1961, section 5): being in a
/// state means that the state's word has just been read, so what may stand between two words is said on the link between them.
/// A hyphen of the term may be missing from the text, so `counter-terrorism` has three states: `counter`, `terrorism`, `counterterrorism`.
package struct TermAutomaton: Sendable {
    package struct Link: Hashable, Sendable {
        package let target: Int
        package let crossing: Crossing

        package init(target: Int, crossing: Crossing) {
            self.target = target
            self.crossing = crossing
        }
    }

    /// A state and how many words of a match may stand before what it reads.
    package struct Anchor: Hashable, Sendable {
        package let state: Int
        package let distance: ClosedRange<Int>

        package init(state: Int, distance: ClosedRange<Int>) {
            self.state = state
            self.distance = distance
        }
    }

    /// What lies between one word of a match and the next.
    package enum Crossing: Hashable, Sendable {
        case joint(Joint)
        /// So many words, and any punctuation.
        case gap(atLeast: Int, atMost: Int)
    }

    /// The word each state has read.
    package private(set) var words: [WordPattern] = []
    /// For each state, where a match can go on.
    package private(set) var links: [[Link]] = []
    /// States a match can start and end in, ascending.
    package private(set) var first: [Int] = []
    package private(set) var last: [Int] = []
    /// Words of the longest match, words in gaps included.
    package private(set) var mostWords = 0
    /// The sets of states of which every match goes through one.
    package private(set) var cut = TermCut.all([])
    /// For each state how many words of a match may stand before what it reads.
    package private(set) var distances: [ClosedRange<Int>] = []
    private var stepCount = 0

    private static let usualStates = 8
    static let mostStates = 1_000
    /// A gap counts for each number of words it may hold: this is the work that one word of a text can cause.
    static let mostSteps = 20_000
    static let mostWordsOfAMatch = 200

    /// Nil where the automaton would be larger than any term that a person writes.
    package init?(_ pattern: TermPattern) {
        words.reserveCapacity(Self.usualStates)
        links.reserveCapacity(Self.usualStates)
        guard let whole = fragment(pattern.elements) else { return nil }
        guard whole.mostWords <= Self.mostWordsOfAMatch else { return nil }
        first = Self.states(of: whole.first)
        last = Self.states(of: whole.last)
        mostWords = whole.mostWords
        cut = whole.cut
        distances = distancesOfStates()
    }

    /// States of which every match goes through one: those that stand for the fewest places to look at, as far as can be guessed.
    ///
    /// The cost grows with the words of a text that are one of them, and with the places before them at which a match may begin, which are sooner looked at.
    package var anchors: [Anchor] {
        let distances = distances
        let costs = zip(words, distances).map { $0.guessedFrequency * Double(3 + $1.count) }
        return cut.cheapest { costs[$0] }.map { Anchor(state: $0, distance: distances[$0]) }
    }

    /// Links lead to states of a higher number, so one walk over them in order is enough.
    private func distancesOfStates() -> [ClosedRange<Int>] {
        var distances = [ClosedRange<Int>?](repeating: nil, count: words.count)
        for state in first { distances[state] = 0...0 }
        for (state, links) in links.enumerated() {
            guard let before = distances[state] else { continue }
            for link in links {
                let words = link.crossing.words
                let (fewest, most) = (before.lowerBound + words.lowerBound + 1, before.upperBound + words.upperBound + 1)
                let known = distances[link.target] ?? fewest...most
                distances[link.target] = min(known.lowerBound, fewest)...max(known.upperBound, most)
            }
        }
        return distances.map { $0 ?? 0...0 }
    }

    /// The ends of a stretch of the pattern, each with the punctuation that the term writes outside its word.
    private struct Fragment {
        struct End: Hashable {
            let state: Int
            let punctuation: String
        }
        var first: [End] = []
        var last: [End] = []
        var fewestWords = 0
        var mostWords = 0
        var cut = TermCut.all([])
    }

    /// Ascending, each once.
    private static func states(of ends: [Fragment.End]) -> [Int] {
        var states = ends.map(\.state)
        // States are numbered as they come, and so stand the ends of most patterns.
        if !zip(states, states.dropFirst()).allSatisfy({ $0 < $1 }) { states = Set(states).sorted() }
        return states
    }

    private mutating func fragment(_ elements: [TermPattern.Element]) -> Fragment? {
        if elements.count == 1 { return fragment(elements[0]) }
        var whole: Fragment?
        var gap: (atLeast: Int, atMost: Int)?
        var cuts: [TermCut] = []
        for element in elements {
            if case .gap(let atLeast, let atMost) = element {
                gap = (atLeast, atMost)
                continue
            }
            guard let next = fragment(element) else { return nil }
            cuts.append(next.cut)
            if let before = whole {
                guard link(before.last, to: next.first, gap: gap) else { return nil }
                whole = Fragment(
                    first: before.first, last: next.last, fewestWords: before.fewestWords + (gap?.atLeast ?? 0) + next.fewestWords,
                    mostWords: before.mostWords + (gap?.atMost ?? 0) + next.mostWords)
            } else {
                whole = next
            }
            gap = nil
        }
        whole?.cut = .any(cuts)
        return whole
    }

    private mutating func fragment(_ element: TermPattern.Element) -> Fragment? {
        switch element {
        case .gap: return nil
        case .compound(let compound): return fragment(compound)
        case .choice(let alternatives):
            var union = Fragment(fewestWords: alternatives.isEmpty ? 0 : .max)
            var cuts: [TermCut] = []
            union.first.reserveCapacity(alternatives.count)
            union.last.reserveCapacity(alternatives.count)
            cuts.reserveCapacity(alternatives.count)
            for alternative in alternatives {
                guard let part = fragment(alternative) else { return nil }
                union.first += part.first
                union.last += part.last
                union.fewestWords = min(union.fewestWords, part.fewestWords)
                union.mostWords = max(union.mostWords, part.mostWords)
                cuts.append(part.cut)
            }
            union.cut = .all(cuts)
            return union
        }
    }

    private mutating func link(_ ends: [Fragment.End], to starts: [Fragment.End], gap: (atLeast: Int, atMost: Int)?) -> Bool {
        for start in starts {
            let connection: Joint.Connection = words[start.state].isClitic ? .none : .blank
            for end in ends {
                let crossing =
                    gap.map { Crossing.gap(atLeast: $0.atLeast, atMost: $0.atMost) }
                    ?? .joint(Joint(before: end.punctuation, connection, after: start.punctuation))
                guard addLink(from: end.state, Link(target: start.state, crossing: crossing)) else { return false }
            }
        }
        return true
    }

    private mutating func addLink(from state: Int, _ link: Link) -> Bool {
        links[state].append(link)
        if case .gap(let atLeast, let atMost) = link.crossing { stepCount += atMost - atLeast }
        stepCount += 1
        return stepCount <= Self.mostSteps
    }

    private mutating func addState(_ word: WordPattern) -> Int {
        words.append(word)
        links.append([])
        return words.count - 1
    }

    /// A state for each run of parts that hyphens join, since each may be written as one word.
    private mutating func fragment(_ compound: Compound) -> Fragment? {
        let count = compound.words.count
        guard count > 1 else { return fragment(ofWordIn: compound) }
        var whole = Fragment(fewestWords: compound.fewestWords(0..<count), mostWords: count)
        var endingBefore: [[Int]] = Array(repeating: [], count: count + 1)
        /// For each word of the compound the states that read it, by itself or with others.
        var reading: [[TermCut]] = Array(repeating: [], count: count)
        for start in 0..<count {
            for end in (start + 1)...count where compound.canBeOneWord(start..<end) {
                let state = addState(compound.joinedWord(start..<end))
                guard words.count <= Self.mostStates else { return nil }
                for word in start..<end { reading[word].append(.state(state)) }
                if start == 0 { whole.first.append(Fragment.End(state: state, punctuation: compound.leading)) }
                if end == count { whole.last.append(Fragment.End(state: state, punctuation: compound.trailing)) }
                for before in start == 0 ? [] : endingBefore[start] {
                    guard addLink(from: before, Link(target: state, crossing: .joint(compound.joints[start - 1]))) else { return nil }
                }
                endingBefore[end].append(state)
            }
        }
        whole.cut = .any(reading.map { .all($0) })
        return whole
    }

    /// The same for a compound of one word, as nearly all are.
    private mutating func fragment(ofWordIn compound: Compound) -> Fragment? {
        let state = addState(compound.words[0])
        guard words.count <= Self.mostStates else { return nil }
        return Fragment(
            first: [Fragment.End(state: state, punctuation: compound.leading)],
            last: [Fragment.End(state: state, punctuation: compound.trailing)],
            fewestWords: 1, mostWords: 1, cut: .state(state))
    }
}

extension TermAutomaton.Crossing {
    /// Those between.
    package var words: ClosedRange<Int> {
        switch self {
        case .joint: 0...0
        case .gap(let atLeast, let atMost): atLeast...atMost
        }
    }
}

extension Compound {
    /// Whether the words of `range` may stand in the text without the hyphens between them.
    package func canBeOneWord(_ range: Range<Int>) -> Bool {
        joints[range.lowerBound..<(range.upperBound - 1)].allSatisfy { $0 == Joint(.hyphen) }
    }

    /// Words that the text has of `range` at least.
    fileprivate func fewestWords(_ range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        return 1 + joints[range.lowerBound..<(range.upperBound - 1)].count { $0 != Joint(.hyphen) }
    }

    package func joinedWord(_ range: Range<Int>) -> WordPattern {
        if range.count == 1 { return words[range.lowerBound] }
        return WordPattern(glyphs: words[range].flatMap(\.glyphs), isExactCase: words[range.lowerBound].isExactCase)
    }
}

extension WordPattern {
    /// 's, which follows the word before it directly.
    package var isClitic: Bool {
        if let plain, plain.isHead || plain.text.utf8.count > 4 || plain.text.utf8.last.map({ $0 | 0x20 }) != UInt8(ascii: "s") {
            return false
        }
        let glyphs = glyphs
        return glyphs.count == 2 && (glyphs[1] == .character("s") || glyphs[1] == .character("S")) && glyphs[0].isApostrophe
    }
}

extension WordPattern.Glyph {
    fileprivate var isApostrophe: Bool {
        if case .character(let character) = self { WordForm.isApostrophe(character) } else { false }
    }
}

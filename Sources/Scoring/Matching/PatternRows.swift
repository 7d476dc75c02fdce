import Lexicons

/// The automata of a lexicon's patterns in a few rows of plain values, so that running them counts no references.
struct PatternRows: ~Copyable {
    struct Pattern: Sendable {
        /// In `states`.
        let states: RowRange
        /// The states that a match can start in, in `firstStates`.
        let first: RowRange
        /// Words of the longest match, words in gaps included.
        let mostWords: Int32
        /// How many words behind the first the second one outside gaps stands at most; 0 where one word is a match.
        let nextReach: Int32
        /// Of the words that a match can start with.
        let firstWords: PatternSignature
        /// Of the words that can be its second one outside gaps.
        let nextWords: PatternSignature
        /// Of the words that it can end with.
        let lastWords: PatternSignature

        /// How many pairs of a state and a word behind the start a run can come to.
        var spots: Int { states.count * (Int(mostWords) + 1) }
    }

    struct State: Sendable {
        /// The word pattern that it has read.
        let word: Int32
        let isLast: Bool
        /// In `links`.
        let links: RowRange
        /// How many words behind it the next one stands at most.
        let reach: Int32
        /// Of the words that may be the next.
        let nextWords: PatternSignature
    }

    /// A way from one state to the next, behind so many words.
    struct Link: Sendable {
        let target: Int32
        /// That of the target.
        let word: Int32
        /// What stands before the word, in `joints`; below 0 in a gap, where anything may.
        let joint: Int32
        /// Whether one blank may.
        let admitsBlank: Bool
        let fewest: Int32
        let most: Int32
    }

    private(set) var patterns = FlatList<Pattern>()
    private(set) var states = FlatList<State>()
    private(set) var links = FlatList<Link>()
    private(set) var firstStates = FlatList<Int32>()

    init(_ patterns: [CompiledPattern], joints: inout JointNumbers) {
        _ = self.patterns.reserve(patterns.count)
        _ = states.reserve(2 * patterns.count)
        _ = firstStates.reserve(patterns.count)
        let blank = joints.number(of: Joint(.blank))
        for pattern in patterns {
            let firstState = states.count
            let firstStart = firstStates.count
            if pattern.isPlain { append(plain: pattern.words, blank: blank) } else { append(pattern, &joints) }
            self.patterns.append(row(RowRange(firstState, states.count), RowRange(firstStart, firstStates.count), pattern.mostWords))
        }
    }

    private func row(_ range: RowRange, _ first: RowRange, _ mostWords: Int) -> Pattern {
        var firstWords = PatternSignature()
        var nextWords = PatternSignature()
        var lastWords = PatternSignature()
        var reach: Int32 = 0
        var isWord = false
        for place in first.places {
            let state = states[Int(firstStates[place])]
            firstWords.insert(state.word)
            isWord = isWord || state.isLast
            nextWords.formUnion(state.nextWords)
            reach = max(reach, state.reach)
        }
        for place in range.places where states[place].isLast { lastWords.insert(states[place].word) }
        return Pattern(
            states: range, first: first, mostWords: Int32(mostWords), nextReach: isWord ? 0 : reach, firstWords: firstWords,
            nextWords: nextWords, lastWords: lastWords)
    }

    private mutating func append(plain words: PatternWords, blank: Int32) {
        firstStates.append(Int32(states.count))
        for place in words.indices {
            let link = links.count
            let isLast = place == words.count - 1
            if !isLast {
                let target = Int32(states.count + 1)
                links.append(Link(target: target, word: words[place + 1], joint: blank, admitsBlank: true, fewest: 0, most: 0))
            }
            appendState(words[place], isLast: isLast, links: RowRange(link, links.count))
        }
    }

    private mutating func append(_ pattern: CompiledPattern, _ joints: inout JointNumbers) {
        let base = Int32(states.count)
        for state in pattern.first { firstStates.append(base + Int32(state)) }
        for state in pattern.words.indices {
            let first = links.count
            for link in pattern.links(from: state) { append(link, to: pattern.words[link.target], base: base, &joints) }
            appendState(pattern.words[state], isLast: pattern.isLast(state), links: RowRange(first, links.count))
        }
    }

    private mutating func appendState(_ word: Int32, isLast: Bool, links range: RowRange) {
        var nextWords = PatternSignature()
        var reach: Int32 = 0
        for place in range.places {
            nextWords.insert(links[place].word)
            reach = max(reach, links[place].most + 1)
        }
        states.append(State(word: word, isLast: isLast, links: range, reach: reach, nextWords: nextWords))
    }

    private mutating func append(_ link: TermAutomaton.Link, to word: Int32, base: Int32, _ joints: inout JointNumbers) {
        let target = base + Int32(link.target)
        switch link.crossing {
        case .joint(let joint):
            let number = joints.number(of: joint)
            links.append(
                Link(target: target, word: word, joint: number, admitsBlank: joints.admitsBlank(number), fewest: 0, most: 0))
        case .gap(let atLeast, let atMost):
            links.append(
                Link(target: target, word: word, joint: -1, admitsBlank: true, fewest: Int32(atLeast), most: Int32(atMost)))
        }
    }
}

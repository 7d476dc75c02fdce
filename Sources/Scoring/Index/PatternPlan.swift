import Lexicons

/// A compiled pattern as it is looked for in an index: its links by number, and as chains of words where it has few.
///
/// A class, since searches ask for plans at each candidate.
final class PatternPlan: Sendable {
    /// A way from one state to the next: behind so many words, with the joint of that number before the word (-1: whatever stands there).
    struct Link: Sendable {
        let target: Int
        let word: Int32
        let joint: Int32
        /// Words between: 0 for a joint.
        let skipped: ClosedRange<Int>
    }

    /// A word of a chain and how far it can stand behind the chain's first.
    struct Step: Sendable {
        let word: Int32
        let joint: Int32
        let distance: ClosedRange<Int>
    }

    /// The word pattern that each state has read.
    let words: [Int32]
    let links: [[Link]]
    let firstStates: [Int]
    let isLast: [Bool]
    let mostWords: Int
    /// Every way through the pattern, one for each choice and each hyphen that may be missing; nil where there are too many to list.
    let chains: [[Step]]?
    /// Whether no gap stands between the words of any chain, so that a match has as many words as its chain.
    let isTight: Bool
    /// The word patterns that a match can begin and end with, ascending.
    let firstWords: [Int32]
    let lastWords: [Int32]

    init(_ pattern: CompiledPattern, joints: inout JointNumbers) {
        words = pattern.words
        firstStates = pattern.first
        isLast = pattern.words.indices.map { pattern.isLast($0) }
        mostWords = pattern.mostWords
        firstWords = Set(pattern.first.map { pattern.words[$0] }).sorted()
        lastWords = Set(pattern.words.indices.filter { pattern.isLast($0) }.map { pattern.words[$0] }).sorted()
        links = pattern.words.indices.map { pattern.links(from: $0).map { Self.link($0, joints: &joints) } }
        let chains = Self.chains(links, words: words, first: firstStates, isLast: isLast)
        self.chains = chains
        isTight = chains?.allSatisfy { $0.dropFirst().allSatisfy { $0.joint >= 0 } } ?? false
    }

    private static func link(_ link: CompiledPattern.Link, joints: inout JointNumbers) -> Link {
        switch link.crossing {
        case .joint(let joint): Link(target: link.target, word: link.word, joint: joints.number(of: joint), skipped: 0...0)
        case .gap(let atLeast, let atMost): Link(target: link.target, word: link.word, joint: -1, skipped: atLeast...atMost)
        }
    }

    private static let mostChains = 8

    private static func chains(_ links: [[Link]], words: [Int32], first: [Int], isLast: [Bool]) -> [[Step]]? {
        var chains: [[Step]] = []
        var open = first.map { (state: $0, steps: [Step(word: words[$0], joint: -1, distance: 0...0)]) }
        while let (state, steps) = open.popLast() {
            if isLast[state] { chains.append(steps) }
            // A chain of more words than there are states would go round in the pattern.
            guard chains.count + open.count <= mostChains, steps.count <= words.count else { return nil }
            for link in links[state] {
                let before = steps[steps.count - 1].distance
                let distance = before.lowerBound + link.skipped.lowerBound + 1...before.upperBound + link.skipped.upperBound + 1
                open.append((link.target, steps + [Step(word: link.word, joint: link.joint, distance: distance)]))
            }
        }
        return chains
    }
}

/// A compiled lexicon made ready for indexes: it serves all segments.
struct IndexedLexicon {
    let compiled: CompiledLexicon
    let plans: [PatternPlan]
    let joints: [Joint]

    init(_ compiled: CompiledLexicon) {
        var numbers = JointNumbers()
        self.compiled = compiled
        plans = compiled.patterns.map { PatternPlan($0, joints: &numbers) }
        joints = numbers.joints
    }
}

import Lexicons

/// A compiled pattern as it is looked for in an index: its links by number, and as a chain where one word always follows the other.
struct PatternPlan {
    /// A way from one state to the next: behind so many words, with the joint of that number before the word (-1: whatever stands there).
    struct Link {
        let target: Int
        let word: Int32
        let joint: Int32
        /// Words between: 0 for a joint.
        let skipped: ClosedRange<Int>
    }

    /// A word of a chain and how far it can stand behind the chain's first.
    struct Step {
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
    /// Nil for choices, and for hyphens, which may be missing.
    let chain: [Step]?
    /// Whether no gap stands between the words of the chain, so that a match has as many words as the chain.
    let isTight: Bool

    init(_ pattern: CompiledPattern, joints: inout JointNumbers) {
        words = pattern.words
        firstStates = pattern.first
        isLast = pattern.isLast
        mostWords = pattern.mostWords
        links = pattern.links.map { $0.map { Self.link($0, joints: &joints) } }
        chain = Self.chain(links, words: words, first: firstStates, isLast: isLast)
        isTight = chain?.dropFirst().allSatisfy { $0.joint >= 0 } ?? false
    }

    /// The word patterns that a match can begin and end with.
    var firstWords: [Int32] { Array(Set(firstStates.map { words[$0] })).sorted() }
    var lastWords: [Int32] { Array(Set(isLast.indices.filter { isLast[$0] }.map { words[$0] })).sorted() }

    private static func link(_ link: CompiledPattern.Link, joints: inout JointNumbers) -> Link {
        switch link.crossing {
        case .joint(let joint): Link(target: link.target, word: link.word, joint: joints.number(of: joint), skipped: 0...0)
        case .gap(let atLeast, let atMost): Link(target: link.target, word: link.word, joint: -1, skipped: atLeast...atMost)
        }
    }

    private static func chain(_ links: [[Link]], words: [Int32], first: [Int], isLast: [Bool]) -> [Step]? {
        guard first.count == 1, var state = first.first else { return nil }
        var steps = [Step(word: words[state], joint: -1, distance: 0...0)]
        while !isLast[state] {
            guard links[state].count == 1, steps.count <= words.count else { return nil }
            let link = links[state][0]
            let before = steps[steps.count - 1].distance
            let distance = before.lowerBound + link.skipped.lowerBound + 1...before.upperBound + link.skipped.upperBound + 1
            steps.append(Step(word: link.word, joint: link.joint, distance: distance))
            state = link.target
        }
        return links[state].isEmpty ? steps : nil
    }
}

/// The distinct joints of a lexicon's terms, numbered.
struct JointNumbers {
    private(set) var joints: [Joint] = []
    private var numbers: [Joint: Int32] = [:]

    mutating func number(of joint: Joint) -> Int32 {
        if let known = numbers[joint] { return known }
        joints.append(joint)
        numbers[joint] = Int32(joints.count - 1)
        return Int32(joints.count - 1)
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

import Lexicons
import Words

/// The patterns that are one word after the other, without choices or gaps, in one row: nearly all terms.
struct PlainPhrases: Sendable {
    /// A word behind the first.
    struct Step: Sendable {
        /// The word pattern.
        let word: Int32
        /// Index in `joints`: what may stand before it.
        let joint: Int32
        /// That of the one ASCII word that matches, as `TextWords` computes it; 0 where there is not one.
        let hash: UInt64
    }

    private(set) var steps: [Step] = []
    private(set) var joints: [Joint] = []
    /// For each pattern its steps; nil where it is no plain phrase.
    private(set) var ofPattern: [Range<Int>?] = []

    init(_ patterns: [CompiledPattern], tests: [WordPatternTest], isTurkic: Bool) {
        let hashes = tests.map { test in
            if case .word(let bytes) = ASCIIForm(test, isTurkic: isTurkic), !bytes.isEmpty {
                TextWords.hash(of: bytes).hash
            } else {
                UInt64(0)
            }
        }
        var numbers: [Joint: Int32] = [:]
        for pattern in patterns {
            guard let links = pattern.chain else {
                ofPattern.append(nil)
                continue
            }
            let first = steps.count
            for link in links {
                guard case .joint(let joint) = link.crossing else { continue }
                let number = numbers[joint] ?? Int32(joints.count)
                if Int(number) == joints.count {
                    numbers[joint] = number
                    joints.append(joint)
                }
                steps.append(Step(word: link.word, joint: number, hash: hashes[Int(link.word)]))
            }
            ofPattern.append(first..<steps.count)
        }
    }
}

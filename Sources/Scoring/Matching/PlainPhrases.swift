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
        /// Those of the one word that matches, as `TextWords` computes them; the hash is 0 where there is not one.
        let hash: UInt64
        let head: UInt64
        /// Its bytes in `letters`; empty where the case of letters counts or they are not all ASCII.
        let letters: Range<Int32>
    }

    private(set) var steps: [Step] = []
    private(set) var joints: [Joint] = []
    private(set) var letters: [UInt8] = []
    /// For each pattern its steps; nil where it is no plain phrase.
    private(set) var ofPattern: [Range<Int>?] = []
    private let forms: [Form]

    /// The one ASCII word that a word pattern matches.
    private struct Form {
        var hash: UInt64 = 0
        var head: UInt64 = 0
        var bytes: [UInt8] = []
    }

    init(_ patterns: [CompiledPattern], tests: [WordPatternTest], forms: [PatternForm], isTurkic: Bool) {
        self.forms = zip(tests, forms).map { test, form in
            guard case .word(let bytes) = form, !bytes.isEmpty else { return Form() }
            let (hash, head) = TextWords.hash(of: bytes)
            return Form(hash: hash, head: head, bytes: test.isExactCase || isTurkic || PatternForm.isBeyond(bytes) ? [] : bytes)
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
                append(link.word, joint: number)
            }
            ofPattern.append(first..<steps.count)
        }
    }

    private mutating func append(_ word: Int32, joint: Int32) {
        let form = forms[Int(word)]
        let start = Int32(letters.count)
        letters += form.bytes
        steps.append(Step(word: word, joint: joint, hash: form.hash, head: form.head, letters: start..<Int32(letters.count)))
    }

    /// Whether the bytes of ASCII words alone tell whether a plain phrase stands there: no wildcard, no exact case.
    func isDirect(_ pattern: Int) -> Bool { ofPattern[pattern].map { $0.allSatisfy { !steps[$0].letters.isEmpty } } ?? false }
}

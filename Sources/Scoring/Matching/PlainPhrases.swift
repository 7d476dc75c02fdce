import Lexicons
import Words

/// The patterns that are one word after the other, without choices or gaps, in one row: nearly all terms.
struct PlainPhrases: Sendable {
    /// A word behind the first.
    struct Step: Sendable {
        /// The word pattern.
        let word: Int32
        /// What may stand before it, by number.
        let joint: Int32
        /// Whether one blank may.
        let admitsBlank: Bool
        /// Those of the one word that matches, as `TextWords` computes them; the hash is 0 where there is not one.
        let hash: UInt64
        let head: UInt64
        /// Its bytes in `letters`; empty where the case of letters counts or they are not all ASCII.
        let letters: RowRange
    }

    private(set) var steps: [Step] = []
    /// For each pattern its steps; nil where it is no plain phrase.
    private(set) var ofPattern: [Range<Int>?] = []
    private let forms: PatternForms

    var letters: [UInt8] { forms.letters }

    init(_ patterns: [CompiledPattern], forms: PatternForms, joints: inout JointNumbers) {
        self.forms = forms
        ofPattern.reserveCapacity(patterns.count)
        let blank = joints.number(of: Joint(.blank))
        for pattern in patterns {
            let first = steps.count
            if pattern.isPlain {
                for word in pattern.words.dropFirst() { append(word, joint: blank, admitsBlank: true) }
            } else if let links = pattern.chain {
                for link in links { append(link, to: pattern.words[link.target], &joints) }
            } else {
                ofPattern.append(nil)
                continue
            }
            ofPattern.append(first..<steps.count)
        }
    }

    private mutating func append(_ link: TermAutomaton.Link, to word: Int32, _ joints: inout JointNumbers) {
        guard case .joint(let joint) = link.crossing else { return }
        let number = joints.number(of: joint)
        append(word, joint: number, admitsBlank: joints.admitsBlank(number))
    }

    private mutating func append(_ word: Int32, joint: Int32, admitsBlank: Bool) {
        let form = forms[word]
        let isWord = !form.isPrefix && !form.isEmpty
        steps.append(
            Step(
                word: word, joint: joint, admitsBlank: admitsBlank, hash: isWord ? form.hash : 0, head: isWord ? form.head : 0,
                letters: form.isDirect ? form.letters : .empty))
    }

    /// Whether the bytes of ASCII words alone tell whether a plain phrase stands there: no wildcard, no exact case.
    func isDirect(_ pattern: Int) -> Bool { ofPattern[pattern].map { $0.allSatisfy { !steps[$0].letters.isEmpty } } ?? false }
}

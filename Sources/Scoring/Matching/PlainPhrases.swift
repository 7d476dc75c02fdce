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
        /// Whether one blank may.
        let admitsBlank: Bool
        /// Those of the one word that matches, as `TextWords` computes them; the hash is 0 where there is not one.
        let hash: UInt64
        let head: UInt64
        /// Its bytes in `letters`; empty where the case of letters counts or they are not all ASCII.
        let letters: Range<Int32>
    }

    private(set) var steps: [Step] = []
    private(set) var joints: [Joint] = [Joint(.blank)]
    /// For each pattern its steps; nil where it is no plain phrase.
    private(set) var ofPattern: [Range<Int>?] = []
    private let forms: PatternForms

    /// Number 0 is a blank.
    private static let blank: Int32 = 0

    var letters: [UInt8] { forms.letters }

    init(_ patterns: [CompiledPattern], forms: PatternForms) {
        self.forms = forms
        ofPattern.reserveCapacity(patterns.count)
        var numbers = [Joint(.blank): Self.blank]
        for pattern in patterns {
            let first = steps.count
            if pattern.isPlain {
                for word in pattern.words.dropFirst() { append(word, joint: Self.blank, admitsBlank: true) }
            } else if let links = pattern.chain {
                for link in links { append(link, numbers: &numbers) }
            } else {
                ofPattern.append(nil)
                continue
            }
            ofPattern.append(first..<steps.count)
        }
    }

    private mutating func append(_ link: CompiledPattern.Link, numbers: inout [Joint: Int32]) {
        guard case .joint(let joint) = link.crossing else { return }
        let number = numbers[joint] ?? Int32(joints.count)
        if Int(number) == joints.count {
            numbers[joint] = number
            joints.append(joint)
        }
        append(link.word, joint: number, admitsBlank: TextJoint.satisfies(joint, CollectionOfOne(0x20)))
    }

    private mutating func append(_ word: Int32, joint: Int32, admitsBlank: Bool) {
        let form = forms[word]
        let isWord = !form.isPrefix && !form.isEmpty
        steps.append(
            Step(
                word: word, joint: joint, admitsBlank: admitsBlank, hash: isWord ? form.hash : 0, head: isWord ? form.head : 0,
                letters: form.isDirect ? form.letters : 0..<0))
    }

    /// Whether the bytes of ASCII words alone tell whether a plain phrase stands there: no wildcard, no exact case.
    func isDirect(_ pattern: Int) -> Bool { ofPattern[pattern].map { $0.allSatisfy { !steps[$0].letters.isEmpty } } ?? false }
}

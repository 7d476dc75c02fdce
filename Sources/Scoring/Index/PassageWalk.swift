/// The passage of one word after the other.
struct PassageWalk {
    private let segment: SegmentView
    private(set) var number = -1
    private(set) var words = 0..<0

    init(_ segment: SegmentView) { self.segment = segment }

    /// Words behind which it pays to look an article up instead of walking over passages.
    private static let farJump = 2048

    /// Goes on to the passage of a word.
    ///
    /// - Parameter word: no smaller than that of the call before.
    @inline(__always)
    mutating func enter(_ word: Int) { if word >= words.upperBound { goOn(to: word) } }

    private mutating func goOn(to word: Int) {
        if word - words.upperBound >= Self.farJump { number = max(number, firstPassage(near: word) - 1) }
        repeat { number += 1 } while Int(segment.passageFirst[number + 1]) <= word
        words = segment.words(ofPassage: number)
    }

    private func firstPassage(near word: Int) -> Int { Int(segment.articleFirst[segment.article(ofWord: word)]) }
}

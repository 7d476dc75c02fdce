import Comparing
import Scoring

/// The words of one source by whose they are: its own, each side's, and those of speakers without a side or a name.
struct SpeakerShares {
    enum Owner: Hashable {
        case own
        /// Index into `SpeakerShares.sides(of:)`.
        case side(Int)
        case withoutSide
        case unnamed
    }

    struct Segment {
        let owner: Owner
        let words: Int
    }

    /// In order: own, the sides, without side, unnamed; only those with words.
    let segments: [Segment]
    let total: Int

    init(_ source: ComparedSource, sides: [String]) {
        let positions = Dictionary(zip(sides, sides.indices), uniquingKeysWith: { first, _ in first })
        var bySide = [Int](repeating: 0, count: sides.count)
        var withoutSide = 0
        for speaker in source.speakers {
            if let side = speaker.side.flatMap({ positions[$0] }) {
                bySide[side] += speaker.words.others
            } else {
                withoutSide += speaker.words.others
            }
        }
        let named = bySide.reduce(withoutSide, +)
        let own = Segment(owner: .own, words: source.words.own)
        let others = bySide.enumerated().map { Segment(owner: .side($0), words: $1) }
        let rest = [Segment(owner: .withoutSide, words: withoutSide), Segment(owner: .unnamed, words: source.words.others - named)]
        segments = ([own] + others + rest).filter { $0.words > 0 }
        total = source.words.total
    }

    /// The sides that speak anywhere, most words first, then by name.
    static func sides(of comparison: Comparison) -> [String] {
        var words: [String: Int] = [:]
        for speaker in comparison.sources.flatMap(\.speakers) {
            if let side = speaker.side { words[side, default: 0] += speaker.words.others }
        }
        return words.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    static func label(_ owner: Owner, sides: [String]) -> String {
        switch owner {
        case .own: "Own words"
        case .side(let index): sides[index]
        case .withoutSide: "Other speakers"
        case .unnamed: "Unnamed speakers"
        }
    }
}

/// The slots that words stand in: which words stand around them, and how many of those places a hit covers.
///
/// Source of the idea: Harris (Distributional structure, Word 10, 1954); words of one meaning fill the same places.
struct SlotTable {
    /// Neighbours on one side or both, by their word numbers; -1 for the edge of a sentence.
    struct Slot: Hashable {
        enum Shape: Int, CaseIterable {
            case left, right, both, twoLeft, twoRight
        }

        let shape: Shape
        let first: Int
        var second = -1
    }

    struct Count {
        var all = 0
        var covered = 0
    }

    private(set) var counts: [Slot: Count] = [:]
    /// Covered places of all.
    let base: Double

    init(_ text: SuggestionText, places: [Int]) {
        var covered = 0
        for place in places {
            let isCovered = text.tokens[place].hit >= 0
            if isCovered { covered += 1 }
            for slot in Self.slots(of: place, in: text) {
                counts[slot, default: Count()].all += 1
                if isCovered { counts[slot, default: Count()].covered += 1 }
            }
        }
        base = Double(covered + 1) / Double(places.count + 2)
    }

    /// One slot of each shape, in the order of the shapes.
    static func slots(of place: Int, in text: SuggestionText) -> [Slot] {
        let left = text.neighbour(of: place, at: -1)
        let right = text.neighbour(of: place, at: 1)
        return [
            Slot(shape: .left, first: left), Slot(shape: .right, first: right), Slot(shape: .both, first: left, second: right),
            Slot(shape: .twoLeft, first: text.neighbour(of: place, at: -2)),
            Slot(shape: .twoRight, first: text.neighbour(of: place, at: 2)),
        ]
    }
}

extension SuggestionText {
    /// The word so many words away in the same sentence; -1 behind its edge.
    func neighbour(of place: Int, at distance: Int) -> Int { index(of: place, at: distance).map { tokens[$0].word } ?? -1 }

    func index(of place: Int, at distance: Int) -> Int? {
        let other = place + distance
        guard tokens.indices.contains(other), tokens[other].sentence == tokens[place].sentence else { return nil }
        return other
    }
}

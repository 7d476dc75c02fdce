import Foundation
import Scoring

/// Which listed words fill which slots, to say what a suggested word resembles.
struct SlotFillers {
    struct SharedSlot {
        /// "the ___ region".
        let slot: String
        /// Listed words that stand there, most frequent first.
        let words: [String]
    }

    private let text: SuggestionText
    /// By slot the tokens of hits that fill it.
    private var fillers: [SlotTable.Slot: [Int]] = [:]
    /// How often any word stands in the slot.
    private var frequencies: [SlotTable.Slot: Int] = [:]

    private static let mostWordsNamed = 3
    private static let mostFillers = 200

    init(_ text: SuggestionText) {
        self.text = text
        for place in text.tokens.indices {
            let isTelling = text.tokens[place].hit >= 0 && !EnglishWordKind.isFunctionWord(text.words[text.tokens[place].word].folded)
            for slot in SlotTable.slots(of: place, in: text) where slot.isInformative {
                frequencies[slot, default: 0] += 1
                if isTelling, fillers[slot, default: []].count < Self.mostFillers { fillers[slot, default: []].append(place) }
            }
        }
    }

    /// The slot of most weight that the family shares with a listed word; one with a neighbour on both sides wins over one with less.
    func bestSlot(of family: WordFamily) -> SharedSlot? {
        var best: (weight: Double, slot: SlotTable.Slot)?
        for slot in slots(of: family) where fillers[slot] != nil && !isOfFunctionWords(slot) {
            let weight = weight(of: slot)
            if best.map({ weight > $0.weight || (weight == $0.weight && slot.order < $0.slot.order) }) ?? true { best = (weight, slot) }
        }
        guard let best, let places = fillers[best.slot] else { return nil }
        let counts = Dictionary(grouping: places) { text.words[text.tokens[$0].word].folded }.mapValues(\.count)
        let words = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(Self.mostWordsNamed).map(\.key)
        return SharedSlot(slot: shown(best.slot), words: Array(words))
    }

    /// The framing whose hits share the most telling slots with the family; nil where none shares any.
    func framing(of family: WordFamily) -> FramingReference? {
        var votes: [FramingReference: Double] = [:]
        for slot in slots(of: family) {
            guard let places = fillers[slot] else { continue }
            for place in places {
                let hit = text.hits[text.tokens[place].hit]
                votes[FramingReference(concept: hit.concept, framing: hit.framing), default: 0] += weight(of: slot) / Double(places.count)
            }
        }
        return votes.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
    }

    private func slots(of family: WordFamily) -> Set<SlotTable.Slot> {
        Set(family.places.flatMap { SlotTable.slots(of: $0, in: text) }.filter(\.isInformative))
    }

    /// Rare slots say more; a slot of two neighbours counts double.
    private func weight(of slot: SlotTable.Slot) -> Double {
        let rarity = log(Double(text.tokens.count + 1) / Double(frequencies[slot, default: 1]))
        return slot.shape == .both ? 2 * rarity : rarity
    }

    private func isOfFunctionWords(_ slot: SlotTable.Slot) -> Bool {
        [slot.first, slot.second].allSatisfy { $0 < 0 || EnglishWordKind.isFunctionWord(text.words[$0].folded) }
    }

    private func shown(_ slot: SlotTable.Slot) -> String {
        let first = slot.first >= 0 ? text.words[slot.first].folded : ""
        let second = slot.second >= 0 ? text.words[slot.second].folded : ""
        let words: [String] =
            switch slot.shape {
            case .left: [first, "___"]
            case .right: ["___", first]
            case .both: [first, "___", second]
            case .twoLeft: [first, "\u{2026}", "___"]
            case .twoRight: ["___", "\u{2026}", first]
            }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension SlotTable.Slot {
    /// Whether it names a neighbour at all: the edge of a sentence alone tells little.
    fileprivate var isInformative: Bool { shape == .both ? first >= 0 && second >= 0 : first >= 0 }

    fileprivate var order: (Int, Int, Int) { (shape.rawValue, first, second) }
}

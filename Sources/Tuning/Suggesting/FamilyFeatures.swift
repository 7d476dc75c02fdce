import Foundation
import Scoring

/// What is measured of a family of words, the same for words that the lexicon lists and for those that it does not.
struct FamilyFeatures {
    private let text: SuggestionText
    private let table: SlotTable
    private let endings: EndingTable
    private let mentioned: [Bool]
    private let isFunctionWord: [Bool]

    /// The weights that fits on several corpora had in common, in the order of `row`: they speak where a lexicon is too small to fit.
    static let prior: [Double] = [
        0.2, 0.1, 0, 0.25, 0.25, 0.1, 0.15, 0.2, 0, 0, 0.3, -0.1, 0, 0, 0, 0, 0, 0.2, 0.3, 0.1, -0.25, 0.2, 0,
    ]

    init(_ text: SuggestionText, table: SlotTable, listed: ListedWords) {
        self.text = text
        self.table = table
        endings = EndingTable(text, listed: listed)
        mentioned = text.words.map { listed.mentioned.contains($0.folded) && !EnglishWordKind.isFunctionWord($0.folded) }
        isFunctionWord = text.words.map { EnglishWordKind.isFunctionWord($0.folded) }
    }

    func row(of family: WordFamily) -> [Double] {
        let count = Double(family.places.count)
        // A mean over few places is drawn towards nothing.
        let trust = count / (count + 1)
        let articles = Dictionary(grouping: family.places) { text.tokens[$0].article }.mapValues(\.count)
        let most = Double(articles.values.max() ?? 0)
        let main = mainWord(of: family)
        let word = text.words[main].folded
        let frequency: [Double] = [log(count), log(Double(articles.count)), most / count * log(1 + count)]
        let neighbours: [Double] = (slots(of: family) + surroundings(of: family)).map { $0 / count * trust }
        let introducesSpeech = family.words.contains { EnglishWordKind.introducesSpeech(text.words[$0].folded) }
        let form: [Double] = [
            endings.logRatio(of: word), Double(min(word.count, 14)) / 10, word.contains("-") ? 1 : 0, introducesSpeech ? 1 : 0,
            neighboursMentioned(of: family) / count * trust, capitals(of: family) / count,
        ]
        return frequency + neighbours + form
    }

    /// Its most frequent word, the first by letters among equals.
    func mainWord(of family: WordFamily) -> Int {
        let counts = Dictionary(grouping: family.places) { text.tokens[$0].word }.mapValues(\.count)
        return counts.min { (-$0.value, text.words[$0.key].folded) < (-$1.value, text.words[$1.key].folded) }?.key ?? 0
    }

    /// By shape the summed log ratio of how often hits cover the slot, the family's own places left out.
    private func slots(of family: WordFamily) -> [Double] {
        let slots = family.places.map { SlotTable.slots(of: $0, in: text) }
        var own: [SlotTable.Slot: Int] = [:]
        for slot in slots.joined() { own[slot, default: 0] += 1 }
        var sums = [Double](repeating: 0, count: SlotTable.Slot.Shape.allCases.count)
        for slot in slots.joined() {
            let count = table.counts[slot] ?? SlotTable.Count()
            let all = Double(count.all - own[slot, default: 0])
            let covered = Double(count.covered - (family.isCovered ? own[slot, default: 0] : 0))
            sums[slot.shape.rawValue] += log((covered + table.base * 2) / (all + 2) / table.base)
        }
        return sums
    }

    /// Hits left, right and within five words; sentence edges, function words and capitals left and right.
    private func surroundings(of family: WordFamily) -> [Double] {
        var sums = [Double](repeating: 0, count: 9)
        for place in family.places {
            let left = text.index(of: place, at: -1)
            let right = text.index(of: place, at: 1)
            if isHit(left, besides: place) { sums[0] += 1 }
            if isHit(right, besides: place) { sums[1] += 1 }
            if (-5...5).contains(where: { isHit(at: place + $0, besides: place) }) { sums[2] += 1 }
            if left == nil { sums[3] += 1 }
            if right == nil { sums[4] += 1 }
            if let left, isFunctionWord[text.tokens[left].word] { sums[5] += 1 }
            if let right, isFunctionWord[text.tokens[right].word] { sums[6] += 1 }
            if let left, text.tokens[left].isCapital { sums[7] += 1 }
            if let right, text.tokens[right].isCapital { sums[8] += 1 }
        }
        return sums
    }

    private func isHit(_ index: Int?, besides place: Int) -> Bool { index.map { isHit(at: $0, besides: place) } ?? false }

    private func isHit(at index: Int, besides place: Int) -> Bool {
        guard text.tokens.indices.contains(index), text.tokens[index].article == text.tokens[place].article else { return false }
        return text.tokens[index].hit >= 0 && text.tokens[index].hit != text.tokens[place].hit
    }

    private func neighboursMentioned(of family: WordFamily) -> Double {
        let neighbours = family.places.flatMap { place in [-1, 1].compactMap { text.index(of: place, at: $0) } }
        return Double(neighbours.count { mentioned[text.tokens[$0].word] })
    }

    private func capitals(of family: WordFamily) -> Double { Double(family.places.count { text.tokens[$0].isCapital }) }
}

/// How much more often words of the lexicon end in -tion, -ed, -ist ... than words of the texts do.
struct EndingTable {
    private static let endings = [
        "isation", "ization", "ations", "ation", "ingly", "ments", "ment", "ities", "ness", "ions", "ion", "ings", "ing", "ists", "ist",
        "isms", "ism", "ives", "ive", "ers", "er", "ors", "or", "ies", "ied", "edly", "ed", "es", "ity", "ly", "al", "y", "e", "s",
    ]

    private var listed: [String: Int] = [:]
    private var all: [String: Int] = [:]
    private var listedCount = 0
    private var allCount = 0

    init(_ text: SuggestionText, listed words: ListedWords) {
        for word in words.mentioned where word.count > 3 {
            listed[Self.ending(of: word), default: 0] += 1
            listedCount += 1
        }
        for word in text.words where !word.isName && !EnglishWordKind.isFunctionWord(word.folded) {
            all[Self.ending(of: word.folded), default: 0] += 1
            allCount += 1
        }
    }

    func logRatio(of word: String) -> Double {
        let ending = Self.ending(of: word)
        let inLexicon = Double(listed[ending, default: 0] + 1) / Double(listedCount + 20)
        return log(inLexicon / (Double(all[ending, default: 0] + 1) / Double(allCount + 20)))
    }

    private static func ending(of word: String) -> String {
        endings.first { word.hasSuffix($0) && word.count >= $0.count + 3 } ?? ""
    }
}

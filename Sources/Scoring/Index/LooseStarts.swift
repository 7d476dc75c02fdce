import Lexicons
import Words

/// Finds where matches of patterns with gaps or many choices may begin, from the words of each of which every match must have one: the rarest, as
/// postings say.
///
/// Nearly all places are told by the words around them (`PatternAnchor`). What is left waits until all that begins before it has been searched: where a
/// match of the same concept lies over it, nobody runs its pattern.
final class LooseStarts {
    /// The word patterns that matches are looked for from.
    let words: [Int32]
    /// How far before such a word a match can begin.
    let mostDistance: Int
    @exclusivity(unchecked) private var places = WaitingPlaces()
    private let tables: SegmentTables
    private let anchors: FlatRow<PatternAnchor>
    /// By meaning.
    private let anchorsOfMeaning: FlatRows
    /// For each anchor the word behind the last that was asked whether its pattern may begin there.
    @exclusivity(unchecked) private var asked: FlatList<Int>
    /// For each pattern the place that it was taken for last.
    @exclusivity(unchecked) private var taken: FlatList<Int>
    /// Words at hand with the anchors of patterns a match of which they may be in, and how many of them have been looked from.
    @exclusivity(unchecked) private var admitted = FlatList<AdmittedAnchor>()
    @exclusivity(unchecked) private var next = 0
    @exclusivity(unchecked) private var around = WordsAround()
    @exclusivity(unchecked) private var passages: PassageWalk
    private let whole: Range<Int>

    /// - Parameter costs: of the word patterns, places to look at.
    init(_ lexicon: IndexedLexicon, _ tables: SegmentTables, costs: [Double]) {
        self.tables = tables
        passages = PassageWalk(tables.segment)
        whole = 0..<tables.segment.column.count
        var anchors: [PatternAnchor] = []
        var anchorWords: [Int32] = []
        for (number, pattern) in lexicon.compiled.patterns.enumerated() where lexicon.isLoose(number) {
            for state in pattern.cut.cheapest({ costs[Int(pattern.words[$0])] }) {
                anchorWords.append(pattern.words[state])
                anchors.append(PatternAnchor(pattern, number: number, state: state))
            }
        }
        let anchorsOfWord = FlatRows(count: costs.count) { body in
            for (anchor, word) in anchorWords.enumerated() { body(Int(word), Int32(anchor)) }
        }
        anchorsOfMeaning = Self.rows(of: anchorsOfWord, tables.meanings)
        words = Set(anchorWords).sorted()
        mostDistance = anchors.map { Int($0.most) }.max() ?? 0
        precondition(mostDistance < WaitingPlaces.reach, "places that wait are still told apart")
        asked = FlatList()
        asked.fill(anchors.count, with: 0)
        self.anchors = FlatRow(anchors)
        taken = FlatList()
        taken.fill(lexicon.compiled.patterns.count, with: -1)
    }

    /// By meaning the numbers of all its word patterns; those of two of them twice.
    private static func rows(of numbersOfWord: borrowing FlatRows, _ meanings: borrowing SegmentMeanings) -> FlatRows {
        FlatRows(count: meanings.count) { body in
            for meaning in 0..<meanings.count {
                for word in meanings.patterns(of: meaning) {
                    for number in numbersOfWord[word] { body(meaning, number) }
                }
            }
        }
    }

    var isEmpty: Bool { words.isEmpty }

    /// The first place that waits; `Int.max` where none does.
    @inline(__always) var first: Int { places.first }

    /// Goes on to some words, behind all before: those that the words around them do not exclude from all matches are to be asked for with `nextAnchor`.
    func enter(_ words: UnsafeBufferPointer<UInt32>) {
        let anchors = anchors.elements
        admitted.removeAll()
        next = 0
        for word in words {
            let numbers = anchorsOfMeaning[tables.meaning(of: Int(word))]
            guard !numbers.isEmpty else { continue }
            around.begin(at: Int(word)..<Int(word) + 1, in: whole)
            for number in numbers where !anchors[Int(number)].isExcluded(by: &around, in: tables) {
                admitted.append(AdmittedAnchor(word: word, anchor: number))
            }
        }
    }

    /// The word that matches are looked for from next.
    var nextAnchor: Int? { next < admitted.count ? Int(admitted[next].word) : nil }

    /// Adds the places from which a match may come to `nextAnchor`, of which there is one, and goes on to the one behind; none of the places that wait
    /// may lie farther before it than `mostDistance`.
    func addPlaces() {
        let word = Int(admitted[next].word)
        passages.enter(word)
        while next < admitted.count, Int(admitted[next].word) == word {
            let number = Int(admitted[next].anchor)
            addPlaces(number, before: word)
            next += 1
        }
    }

    private func addPlaces(_ number: Int, before word: Int) {
        let anchor = anchors.elements.baseAddress.unsafelyUnwrapped + number
        let behind = word - Int(anchor.pointee.fewest) + 1
        var start = max(passages.words.lowerBound, word - Int(anchor.pointee.most), asked[number])
        guard start < behind else { return }
        asked[number] = behind
        let firstWords = tables.patterns.patterns[Int(anchor.pointee.pattern)].firstWords
        while start < behind {
            let meaning = tables.meaning(of: start)
            if meaning > 0, !firstWords.isDisjoint(with: tables.signature(ofMeaning: meaning)) {
                places.insert(start, pattern: anchor.pointee.pattern)
            }
            start += 1
        }
    }

    /// The next pattern that may begin at the first place, each once; nil where none is left, and the next place is the first.
    func takePattern() -> Int32? {
        let place = places.first
        while let pattern = places.takePattern() {
            guard taken[Int(pattern)] != place else { continue }
            taken[Int(pattern)] = place
            return pattern
        }
        return nil
    }
}

/// A word that matches are looked for from, and the number of the anchor that says how.
private struct AdmittedAnchor: BitwiseCopyable {
    let word: UInt32
    let anchor: Int32
}

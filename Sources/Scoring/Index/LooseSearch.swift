import Lexicons
import Words

/// A match of a loose pattern in a segment, before conditions and the overlap rule.
struct LooseMatch: BitwiseCopyable {
    let start: UInt32
    /// The word behind its last.
    let end: UInt32
    let pattern: Int32
}

/// Finds the matches of patterns with gaps or many choices, from the words of each of which every match must have one: the rarest, as postings say.
///
/// Nearly all places are told by the words around them (`PatternAnchor`); at the rest the pattern is run from each word at which a match may begin.
final class LooseSearch {
    /// The word patterns that matches are looked for from.
    let words: [Int32]
    /// How far before such a word a match can begin.
    let mostDistance: Int
    /// In the order of their starts behind `sort`; those of one start in no order.
    @exclusivity(unchecked) private(set) var matches = FlatList<LooseMatch>()
    private let tables: SegmentTables
    private let run: PatternRun<SegmentTables>
    private let anchors: FlatRow<PatternAnchor>
    /// Where the anchors of each meaning stand; one entry more than there are meanings.
    private let anchorStarts: FlatRow<Int32>
    @exclusivity(unchecked) private var around = WordsAround()
    /// For each pattern the words that it was run from, those near the last one.
    @exclusivity(unchecked) private var tried: FlatList<RecentWords>
    @exclusivity(unchecked) private var passages: PassageWalk

    /// - Parameter costs: of the word patterns, places to look at.
    init(_ lexicon: IndexedLexicon, _ tables: SegmentTables, costs: [Double], _ memory: PatternMemory) {
        self.tables = tables
        run = PatternRun(text: tables, memory: memory)
        passages = PassageWalk(tables.segment)
        var anchorsOfWord: [Int32: [PatternAnchor]] = [:]
        var mostDistance = 0
        for (number, pattern) in lexicon.compiled.patterns.enumerated() where lexicon.isLoose(number) {
            for state in pattern.cut.cheapest({ costs[Int(pattern.words[$0])] }) {
                let anchor = PatternAnchor(pattern, number: number, state: state)
                anchorsOfWord[pattern.words[state], default: []].append(anchor)
                mostDistance = max(mostDistance, Int(anchor.most))
            }
        }
        var anchors: [PatternAnchor] = []
        var starts: [Int32] = [0]
        for meaning in 0..<tables.meanings.count {
            for pattern in tables.meanings.patterns(of: meaning) { anchors += anchorsOfWord[pattern] ?? [] }
            starts.append(Int32(anchors.count))
        }
        words = anchorsOfWord.keys.sorted()
        self.mostDistance = mostDistance
        self.anchors = FlatRow(anchors)
        anchorStarts = FlatRow(starts)
        tried = FlatList()
        tried.fill(lexicon.compiled.patterns.count, with: RecentWords())
    }

    var isEmpty: Bool { words.isEmpty }

    /// Adds the matches that are found from some words, which lie behind all before.
    func find(from words: UnsafeBufferPointer<UInt32>) {
        let (starts, anchors) = (anchorStarts.elements, anchors.elements)
        let whole = 0..<tables.segment.column.count
        for word in words {
            let word = Int(word)
            let meaning = Int(tables.meaning(of: word))
            let (first, end) = (Int(starts[meaning]), Int(starts[meaning + 1]))
            guard first < end else { continue }
            around.begin(at: word..<word + 1, in: whole)
            for number in first..<end where !anchors[number].isExcluded(by: &around, in: tables) { find(anchors[number], at: word) }
        }
    }

    private func find(_ anchor: PatternAnchor, at word: Int) {
        passages.enter(word)
        run.passage = passages.words
        let pattern = run.pattern(anchor.pattern)
        let last = word - Int(anchor.fewest)
        var start = max(run.passage.lowerBound, word - Int(anchor.most))
        while start <= last {
            let meaning = tables.meaning(of: start)
            if meaning > 0, !pattern.pointee.firstWords.isDisjoint(with: tables.signature(ofMeaning: meaning)),
                tried[Int(anchor.pattern)].insert(start)
            {
                for end in run.ends(of: anchor.pattern, from: start) {
                    matches.append(
                        LooseMatch(
                            start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), pattern: anchor.pattern))
                }
            }
            start += 1
        }
    }

    func sort() { matches.sort { $0.start < $1.start } }

    /// Forgets the first matches.
    func removeFirst(_ count: Int) { matches.removeFirst(count) }
}

/// Words that were seen, of some hundred up to the last.
private struct RecentWords: BitwiseCopyable {
    /// A bit for each, 64 words a block, in a ring.
    private var blocks = SIMD8<UInt64>.zero
    private var newest = 0

    /// Whether the word was not there before.
    ///
    /// - Parameter word: less than 448 words before the last of all.
    @inline(__always)
    mutating func insert(_ word: Int) -> Bool {
        let block = word >> 6
        if block > newest {
            if block - newest >= blocks.scalarCount { blocks = .zero } else { for next in newest + 1...block { blocks[next & 7] = 0 } }
            newest = block
        }
        let bit = UInt64(1) << UInt64(word & 63)
        let isNew = blocks[block & 7] & bit == 0
        blocks[block & 7] |= bit
        return isNew
    }
}

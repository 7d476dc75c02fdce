/// Finds words that an article has not said first: runs that an earlier article of its source has too, and passages it says twice.
///
/// A word counts once. A run of `runLength` or more equal words in two articles of one source counts for the earlier one; an equal passage
/// within one article counts for its first place, at any length. Runs go across the borders of passages: the words of an article's searched
/// passages are taken as one sequence.
///
///     let repeats = RepeatFinder.find(in: texts)
///     repeats.uncounted[article][passage]    // word ranges that do not count, and why
package enum RepeatFinder {
    /// Words that two articles must share in a row.
    package static let runLength = 25

    /// One article as repeats see it.
    package final class Text: Sendable {
        package let doc: String
        /// Articles with equal keys are of one source.
        package let sourceKey: String
        package let date: ArticleDate?
        /// Those of the searched passages, one behind the other.
        package let words: [UInt32]
        /// Where each passage ends in them.
        private let ends: [Int]

        /// - Parameter ends: where each passage ends in `words`, ascending, the last behind all of them.
        package init(doc: String, sourceKey: String, date: ArticleDate?, words: [UInt32], passageEnds ends: [Int]) {
            precondition(ends.last ?? 0 == words.count, "words that stand in passages")
            self.doc = doc
            self.sourceKey = sourceKey
            self.date = date
            self.words = words
            self.ends = ends
        }

        package var passageCount: Int { ends.count }

        /// Where the words of a passage stand among those of all.
        package func place(ofPassage index: Int) -> Range<Int> { (index > 0 ? ends[index - 1] : 0)..<ends[index] }

        var wordCount: Int { words.count }
    }

    package enum Reason: Hashable, Sendable {
        /// An earlier article of the source, by its doc, has the same run.
        case repeated(doc: String)
        /// The article has the same passage before, by its index.
        case duplicate(passage: Int)
    }

    /// Words of one passage that do not count.
    package struct Uncounted: Hashable, Sendable {
        /// Word indices within the passage.
        package let words: Range<Int>
        package let reason: Reason

        package init(words: Range<Int>, reason: Reason) {
            self.words = words
            self.reason = reason
        }
    }

    /// A longest run of equal words in two articles; indices count in the words of all searched passages of an article, one after the other.
    package struct SharedRun: Hashable, Sendable {
        package let earlier: String
        package let later: String
        package let earlierWords: Range<Int>
        package let laterWords: Range<Int>
        package var wordCount: Int { laterWords.count }
    }

    package struct Repeats: Sendable {
        /// By article and passage, both in the order given: ranges ascending, none overlapping another.
        package let uncounted: [[[Uncounted]]]
        /// By later article's doc, then place.
        package let runs: [SharedRun]
    }

    /// What of `texts` is said again.
    ///
    /// Two signatures are compared word by word, so two different words count as equal with a chance of 2^-24 each; runs whose 64-bit hashes
    /// collide by chance would be missed.
    ///
    /// - Parameter windows: those of `texts`; nil to have them found.
    /// - Complexity: O(words), also where one word stands a million times.
    package static func find(in texts: [Text], windows: SharedWindows? = nil, threads: Int = 1) -> Repeats {
        let windows = windows ?? SharedWindows(of: texts, threads: threads)
        let sharing = texts.indices.filter { !windows[$0].isEmpty }
        let sources = Dictionary(grouping: sharing, by: { texts[$0].sourceKey }).values.filter { $0.count > 1 }
        let runsOfSource = OrderedParallel(threads: threads).map(Array(sources)) { members in
            Self.runs(among: members, of: texts, windows: windows)
        }
        var foundRuns = [[SharedRun]](repeating: [], count: texts.count)
        for source in runsOfSource { for (text, runs) in source { foundRuns[text] = runs } }
        let runsOfText = foundRuns
        let uncounted = OrderedParallel(threads: threads).map(Array(texts.indices), state: { FirstPassages() }) { text, passages in
            uncountedWords(of: texts[text], runs: runsOfText[text], &passages)
        }
        let runs = runsOfText.joined().sorted {
            ($0.later, $0.laterWords.lowerBound, $0.earlier) < ($1.later, $1.laterWords.lowerBound, $1.earlier)
        }
        return Repeats(uncounted: uncounted, runs: runs)
    }

    /// The runs of each of some articles of one source, by the article's index.
    private static func runs(among members: [Int], of texts: [Text], windows: SharedWindows) -> [(text: Int, runs: [SharedRun])] {
        let ordered = members.sorted { comesBefore(texts[$0], texts[$1]) }
        let matches = RunIndex(ordered.map { RunIndex.Sequence(words: texts[$0].words, windows: windows[$0]) }).matches()
        return ordered.enumerated().map { place, text in
            let runs = matches[place].map { match in
                let words = match.earlierStart..<match.earlierStart + match.later.count
                return SharedRun(
                    earlier: texts[ordered[match.sequence]].doc, later: texts[text].doc, earlierWords: words, laterWords: match.later)
            }
            return (text, runs)
        }
    }

    /// Known dates first, in order; then by doc.
    static func comesBefore(_ left: Text, _ right: Text) -> Bool {
        switch (left.date, right.date) {
        case (let first?, let second?) where first != second: first < second
        case (_?, nil): true
        case (nil, _?): false
        default: left.doc < right.doc
        }
    }

    /// - Parameter firstPassages: memory that one text after the other uses.
    private static func uncountedWords(of text: Text, runs: [SharedRun], _ firstPassages: inout FirstPassages) -> [[Uncounted]] {
        firstPassages.removeAll()
        var uncounted = [[Uncounted]](repeating: [], count: text.passageCount)
        var nextRun = 0
        for index in uncounted.indices {
            let words = text.place(ofPassage: index)
            while nextRun < runs.count, runs[nextRun].laterWords.upperBound <= words.lowerBound { nextRun += 1 }
            guard !words.isEmpty else { continue }
            if let first = firstPassages.first(equalTo: index, of: text) {
                uncounted[index] = [Uncounted(words: 0..<words.count, reason: .duplicate(passage: first))]
            } else if nextRun < runs.count {
                uncounted[index] = repeatedWords(in: words, runs: runs[nextRun...])
            }
        }
        return uncounted
    }

    /// The parts of `runs` that lie in `words`, cut so that none overlaps the one before; indices from the start of `words`.
    private static func repeatedWords(in words: Range<Int>, runs: ArraySlice<SharedRun>) -> [Uncounted] {
        var repeated: [Uncounted] = []
        var covered = words.lowerBound
        for run in runs {
            guard run.laterWords.lowerBound < words.upperBound else { break }
            let start = max(covered, run.laterWords.lowerBound)
            let end = min(words.upperBound, run.laterWords.upperBound)
            guard start < end else { continue }
            let range = start - words.lowerBound..<end - words.lowerBound
            repeated.append(Uncounted(words: range, reason: .repeated(doc: run.earlier)))
            covered = end
        }
        return repeated
    }
}

import Scoring

/// In how many articles of each source each word stands, and how often: from tallies, by the words' hashes.
struct WordFrequencies {
    /// One word of one source.
    struct Entry {
        /// Index into `hashes`.
        let word: Int
        let articles: Int
        let occurrences: Int
    }

    struct SourceWords {
        /// Articles with a word that counts.
        var articles = 0
        /// Words that count, in all its articles.
        var occurrences = 0
        var entries: [Entry] = []
    }

    private(set) var hashes: [UInt32] = []
    /// Over all sources, by index into `hashes`.
    private(set) var articles: [Int] = []
    private(set) var occurrences: [Int] = []
    private(set) var sources: [SourceWords] = []

    /// - Complexity: O(words × log words of an article).
    init(_ settled: SettledTally, grouping: SourceGrouping) {
        var numbers: [UInt32: Int] = [:]
        for source in grouping.sources {
            var counts: [Int: (articles: Int, occurrences: Int)] = [:]
            var words = SourceWords()
            for article in source.articles {
                let runs = Self.counted(settled.articles[grouping.settledIndices[article]].hashesOutsideHits())
                if !runs.isEmpty { words.articles += 1 }
                for run in runs {
                    let number = numbers[run.hash] ?? add(run.hash, to: &numbers)
                    let count = counts[number] ?? (0, 0)
                    counts[number] = (count.articles + 1, count.occurrences + run.count)
                }
            }
            finish(&words, with: counts)
        }
    }

    /// Each hash once with its number of places.
    private static func counted(_ hashes: [UInt32]) -> [(hash: UInt32, count: Int)] {
        var runs: [(hash: UInt32, count: Int)] = []
        for hash in hashes.sorted() {
            if runs.last?.hash == hash { runs[runs.count - 1].count += 1 } else { runs.append((hash, 1)) }
        }
        return runs
    }

    private mutating func add(_ hash: UInt32, to numbers: inout [UInt32: Int]) -> Int {
        numbers[hash] = hashes.count
        hashes.append(hash)
        articles.append(0)
        occurrences.append(0)
        return hashes.count - 1
    }

    private mutating func finish(_ words: inout SourceWords, with counts: [Int: (articles: Int, occurrences: Int)]) {
        words.entries.reserveCapacity(counts.count)
        for (number, count) in counts {
            words.entries.append(Entry(word: number, articles: count.articles, occurrences: count.occurrences))
            words.occurrences += count.occurrences
            articles[number] += count.articles
            occurrences[number] += count.occurrences
        }
        sources.append(words)
    }
}

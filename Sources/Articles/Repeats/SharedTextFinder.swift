/// Finds text that stands in two sources or more: agency copy that several of them printed.
///
/// A run of `RepeatFinder.runLength` or more equal words in articles of different sources is marked in all of them, wherever it came first; of
/// articles that are nearly the same, all that both have is marked, and what one of them changed is its own.
package enum SharedTextFinder {
    /// By text and passage, in the order given: the shared words, ascending, ranges neither overlapping nor touching.
    ///
    /// - Parameter windows: those of `texts`; nil to have them found.
    /// - Complexity: O(words) beside the ordering of the runs found.
    package static func find(
        in texts: [RepeatFinder.Text], nearDuplicates: NearDuplicateFinder.NearDuplicates? = nil, windows: SharedWindows? = nil,
        threads: Int = 1
    ) -> [[[Range<Int>]]] {
        var ranges = [[Range<Int>]](repeating: [], count: texts.count)
        if let first = texts.first, texts.contains(where: { $0.sourceKey != first.sourceKey }) {
            let windows = windows ?? SharedWindows(of: texts, threads: threads)
            let sharing = texts.indices.filter { !windows[$0].isEmpty }
            let matches = RunIndex(sharing.map { RunIndex.Sequence(words: texts[$0].words, windows: windows[$0]) }).matches()
            for (later, matches) in zip(sharing, matches) {
                for match in matches {
                    let earlier = sharing[match.sequence]
                    guard texts[earlier].sourceKey != texts[later].sourceKey else { continue }
                    ranges[later].append(match.later)
                    ranges[earlier].append(match.earlierStart..<match.earlierStart + match.later.count)
                }
            }
        }
        for pair in nearDuplicates?.acrossSources ?? [] {
            let kept = NearDuplicateFinder.keptWords(texts[pair.earlier], texts[pair.later])
            ranges[pair.earlier] += kept.one
            ranges[pair.later] += kept.other
        }
        return zip(texts, ranges).map { text, ranges in byPassage(joined(ranges), of: text) }
    }

    /// Overlapping and touching ranges as one.
    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// Ranges in the words of all passages, cut at the passages' borders.
    private static func byPassage(_ ranges: [Range<Int>], of text: RepeatFinder.Text) -> [[Range<Int>]] {
        var parts = [[Range<Int>]](repeating: [], count: text.passageCount)
        guard !ranges.isEmpty else { return parts }
        var next = 0
        for index in parts.indices {
            let words = text.place(ofPassage: index)
            while next < ranges.count, ranges[next].upperBound <= words.lowerBound { next += 1 }
            parts[index] = ranges[next...].prefix { $0.lowerBound < words.upperBound }.map { range in
                let inside = range.clamped(to: words)
                return inside.lowerBound - words.lowerBound..<inside.upperBound - words.lowerBound
            }
        }
        return parts
    }
}

import Words

/// Finds runs of equal words between sequences and those before them.
///
/// Only windows that `SharedWindows` gives are hashed and stored. Storing each window's first place alone keeps the work linear where a text
/// repeats itself: coverage needs one place, not all.
struct RunIndex {
    /// A run in a later sequence and where it stands in an earlier one.
    struct Match {
        let sequence: Int
        let earlierStart: Int
        let later: Range<Int>
    }

    /// The words of an article and the starts of its windows that others may have.
    struct Sequence {
        let words: [UInt32]
        let windows: [Range<Int>]
    }

    private struct Window {
        let start: Int
        let hash: UInt64
    }

    private static let windowLength = RepeatFinder.runLength

    private let sequences: [Sequence]

    init(_ sequences: [Sequence]) { self.sequences = sequences }

    /// For each sequence its runs shared with earlier ones, by place; runs may overlap where different earlier places continue them.
    ///
    /// - Complexity: O(words).
    func matches() -> [[Match]] {
        // Where each stored window stood first: the sequence's number above the start.
        let windowCount = sequences.reduce(0) { $0 + $1.windows.reduce(0) { $0 + $1.count } }
        var places = HashedNumbers(capacity: windowCount)
        return sequences.indices.map { number in
            let windows = windows(of: sequences[number])
            let matches = matches(of: number, windows: windows, places: places)
            for window in windows where places[window.hash] == nil {
                places[window.hash] = number << 32 | window.start
            }
            return matches
        }
    }

    /// Ascending.
    private func windows(of sequence: Sequence) -> [Window] {
        var windows: [Window] = []
        windows.reserveCapacity(sequence.windows.reduce(0) { $0 + $1.count })
        for starts in sequence.windows {
            let words = sequence.words.span.extracting(starts.lowerBound..<starts.upperBound + Self.windowLength - 1)
            RollingHash.forEach(of: words, length: Self.windowLength) { place, hash in
                windows.append(Window(start: starts.lowerBound + place, hash: hash))
            }
        }
        return windows
    }

    private func matches(of number: Int, windows: [Window], places: HashedNumbers) -> [Match] {
        var matches: [Match] = []
        var start = 0
        for window in windows where window.start >= start {
            guard let place = places[window.hash] else { continue }
            let (sequence, earlier) = (place >> 32, place & 0xFFFF_FFFF)
            guard let length = sharedLength(of: number, from: window.start, with: sequence, from: earlier) else { continue }
            matches.append(Match(sequence: sequence, earlierStart: earlier, later: window.start..<window.start + length))
            // The next run of another place must end behind this one to add a word.
            start = window.start + length - Self.windowLength + 1
        }
        return matches
    }

    /// Words that agree from both places on; nil where the hashes agree and the words do not.
    private func sharedLength(of number: Int, from start: Int, with earlierNumber: Int, from earlierStart: Int) -> Int? {
        let later = sequences[number].words
        let earlier = sequences[earlierNumber].words
        let limit = min(later.count - start, earlier.count - earlierStart)
        var length = 0
        while length < limit, later[start + length] == earlier[earlierStart + length] { length += 1 }
        return length >= Self.windowLength ? length : nil
    }
}

import Words

/// Finds runs of equal words between sequences and those before them.
///
/// Any run of 25 words holds one of the blocks of 13 that start at multiples of 13 in the earlier sequence. So the blocks are hashed first (one
/// entry for 13 words); only where a later sequence has a block's hash, at any position, are the 25-word windows around it stored. Storing each
/// window's first place alone keeps the work linear where a text repeats itself: coverage needs one place, not all.
struct RunIndex {
    /// A run in a later sequence and where it stands in an earlier one.
    struct Match {
        let sequence: Int
        let earlierStart: Int
        let later: Range<Int>
    }

    private struct Place {
        let sequence: Int
        let start: Int
    }

    /// Where each stored window stood first.
    private struct WindowPlaces {
        private var places: [UInt64: Place] = [:]
        private var filter: HashFilter

        init(capacity: Int) { filter = HashFilter(capacity: capacity) }

        subscript(hash: UInt64) -> Place? { filter.mayContain(hash) ? places[hash] : nil }

        mutating func insert(_ hash: UInt64, _ place: Place) {
            places[hash] = place
            filter.insert(hash)
        }
    }

    private static let blockLength = 13
    private static let windowLength = RepeatFinder.runLength

    private let sequences: [[UInt32]]
    private let sharedBlocks: Set<UInt64>

    init(sequences: [[UInt32]], threads: Int = 1) {
        self.sequences = sequences
        sharedBlocks = Self.sharedBlocks(of: sequences, threads: threads)
    }

    /// Hashes of the aligned blocks that a later sequence holds somewhere.
    private static func sharedBlocks(of sequences: [[UInt32]], threads: Int) -> Set<UInt64> {
        let capacity = sequences.reduce(0) { $0 + $1.count / blockLength }
        var firstSequence = HashedNumbers(capacity: capacity)
        var blocks = HashFilter(capacity: capacity)
        for (number, words) in sequences.enumerated() {
            RollingHash.forEach(of: words, length: blockLength) { start, hash in
                guard start % blockLength == 0 else { return }
                if firstSequence[hash] == nil { firstSequence[hash] = number }
                blocks.insert(hash)
            }
        }
        let (first, known) = (firstSequence, blocks)
        let shared = OrderedParallel(threads: threads).map(Array(sequences.enumerated())) { number, words in
            var shared: [UInt64] = []
            RollingHash.forEach(of: words, length: blockLength) { _, hash in
                if known.mayContain(hash), let first = first[hash], first < number { shared.append(hash) }
            }
            return shared
        }
        return Set(shared.joined())
    }

    /// For each sequence its runs shared with earlier ones, by place; runs may overlap where different earlier places continue them.
    func matches() -> [[Match]] {
        // Without a shared block no window is ever stored.
        guard !sharedBlocks.isEmpty else { return Array(repeating: [], count: sequences.count) }
        var windows = WindowPlaces(capacity: sharedBlocks.count * Self.windowLength)
        return sequences.indices.map { number in
            let hashes = RollingHash.hashes(of: sequences[number], length: Self.windowLength)
            let matches = matches(of: number, hashes: hashes, windows: windows)
            for start in windowsToStore(of: number, count: hashes.count) where windows[hashes[start]] == nil {
                windows.insert(hashes[start], Place(sequence: number, start: start))
            }
            return matches
        }
    }

    private func matches(of number: Int, hashes: [UInt64], windows: WindowPlaces) -> [Match] {
        var matches: [Match] = []
        var start = 0
        while start < hashes.count {
            guard let place = windows[hashes[start]], let length = sharedLength(of: number, from: start, with: place) else {
                start += 1
                continue
            }
            matches.append(Match(sequence: place.sequence, earlierStart: place.start, later: start..<start + length))
            // The next run of another place must end behind this one to add a word.
            start += length - Self.windowLength + 1
        }
        return matches
    }

    /// Words that agree from both places on; nil where the hashes agree and the words do not.
    private func sharedLength(of number: Int, from start: Int, with place: Place) -> Int? {
        let later = sequences[number]
        let earlier = sequences[place.sequence]
        let limit = min(later.count - start, earlier.count - place.start)
        var length = 0
        while length < limit, later[start + length] == earlier[place.start + length] { length += 1 }
        return length >= Self.windowLength ? length : nil
    }

    /// Starts of the windows that hold a shared block at its aligned place, ascending.
    private func windowsToStore(of number: Int, count: Int) -> [Int] {
        guard count > 0, !sharedBlocks.isEmpty else { return [] }
        let hashes = RollingHash.hashes(of: sequences[number], length: Self.blockLength)
        var starts: [Int] = []
        var next = 0
        for block in stride(from: 0, to: hashes.count, by: Self.blockLength) where sharedBlocks.contains(hashes[block]) {
            let first = max(next, block - (Self.windowLength - Self.blockLength))
            let last = min(block, count - 1)
            guard first <= last else { continue }
            starts += Array(first...last)
            next = last + 1
        }
        return starts
    }
}

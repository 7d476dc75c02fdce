import Words

/// Finds articles that are nearly the same text: edited copies whose changes lie too close together for long equal runs.
///
/// Two texts are near-duplicates where the sets of their five-word sequences have a Jaccard resemblance of 0.8 or more. Candidates come from
/// one-permutation MinHash in bands, then the resemblance is computed in full, so that chance costs time and never a wrong copy; a pair just
/// above the limit is missed with a chance below 0.1 %.
/// Source: Broder (1997), On the resemblance and containment of documents, SEQUENCES; Li, Owen and Zhang (2012), One permutation hashing, NIPS.
package enum NearDuplicateFinder {
    package static let threshold = 0.8
    static let shingleLength = 5
    /// Below the length of a run that counts as repeated, equal words are no copy.
    static let leastWords = RepeatFinder.runLength

    package struct NearDuplicates: Sendable {
        /// For each text an earlier one of its source that it nearly repeats, by index.
        package var original: [Int?]
        /// Texts of different sources that are nearly the same, the earlier first.
        var acrossSources: [(earlier: Int, later: Int)] = []
    }

    /// - Complexity: O(words): each text is held against at most three others a band, none of them longer by a quarter.
    package static func find(in texts: [RepeatFinder.Text], threads: Int = 1) -> NearDuplicates {
        var found = NearDuplicates(original: Array(repeating: nil, count: texts.count))
        var index = ResemblanceIndex(texts)
        let sketches = OrderedParallel(threads: threads).map(texts, ShingleSketch.init)
        for text in texts.indices.sorted(by: { RepeatFinder.comesBefore(texts[$0], texts[$1]) }) {
            let sketch = sketches[text]
            guard sketch.wordCount >= leastWords else { continue }
            let alike = index.alike(to: text, sketch)
            found.original[text] = alike.first { texts[$0].sourceKey == texts[text].sourceKey }
            for other in alike where texts[other].sourceKey != texts[text].sourceKey {
                found.acrossSources.append((earlier: other, later: text))
            }
            if found.original[text] == nil { index.insert(text, sketch) }
        }
        return found
    }
}

extension NearDuplicateFinder {
    /// The words of both texts that stand in a five-word sequence of the other: what an edited copy kept. Indices count over all passages.
    static func keptWords(_ one: RepeatFinder.Text, _ other: RepeatFinder.Text) -> (one: [Range<Int>], other: [Range<Int>]) {
        let hashes = [one, other].map { RollingHash.hashes(of: $0.words, length: shingleLength) }
        let sets = hashes.map(Set.init)
        return (ranges(hashes[0], in: sets[1]), ranges(hashes[1], in: sets[0]))
    }

    private static func ranges(_ hashes: [UInt64], in others: Set<UInt64>) -> [Range<Int>] {
        hashes.indices.filter { others.contains(hashes[$0]) }.map { $0..<$0 + shingleLength }
    }
}

/// The MinHash bands of a text's five-word sequences.
private struct ShingleSketch: Sendable {
    let wordCount: Int
    /// A key for each band, mixed with the band's number.
    let bandKeys: InlineArray<10, UInt64>

    static let bands = 10
    private static let binsOfBand = 3

    init(_ text: RepeatFinder.Text) {
        wordCount = text.wordCount
        var least = InlineArray<30, UInt64>(repeating: .max)
        let bins = UInt64(least.count)
        let words = text.words
        RollingHash.forEach(of: words.span, length: NearDuplicateFinder.shingleLength) { _, shingle in
            let hash = shingle &* 0xD6E8_FEB8_6659_FD93
            let bin = Int(truncatingIfNeeded: ((hash >> 32) &* bins) >> 32)
            least[bin] = min(least[bin], hash ^ (hash << 32))
        }
        var keys = InlineArray<10, UInt64>(repeating: 0)
        for band in keys.indices {
            var key = UInt64(band + 1)
            for bin in band * Self.binsOfBand..<(band + 1) * Self.binsOfBand {
                key = (key ^ least[bin]) &* 0x9E37_79B9_7F4A_7C15 ^ (key >> 29)
            }
            keys[band] = key
        }
        bandKeys = keys
    }
}

/// The set of a text's five-word sequences; made only of texts that share a band.
private struct ShingleSet {
    /// Ascending, each once.
    private let shingles: [UInt64]

    init(_ text: RepeatFinder.Text) {
        let hashes = RollingHash.hashes(of: text.words, length: NearDuplicateFinder.shingleLength).sorted()
        shingles = hashes.indices.filter { $0 == 0 || hashes[$0 - 1] != hashes[$0] }.map { hashes[$0] }
    }

    var count: Int { shingles.count }

    /// Shared sequences to all sequences, 0 to 1.
    func resemblance(to other: ShingleSet) -> Double {
        var (here, there, shared) = (0, 0, 0)
        while here < shingles.count, there < other.shingles.count {
            let (left, right) = (shingles[here], other.shingles[there])
            if left == right { shared += 1 }
            if left <= right { here += 1 }
            if right <= left { there += 1 }
        }
        let all = shingles.count + other.shingles.count - shared
        return all > 0 ? Double(shared) / Double(all) : 0
    }
}

/// The first texts of each band's key: of each source, and of two different sources.
private struct ResemblanceIndex {
    private struct Earliest {
        let text: Int
        /// The first of another source.
        var other: Int?
    }

    private let texts: [RepeatFinder.Text]
    /// By text.
    private let sources: [UInt64]
    private let wordCounts: [Int]
    private var bySource: HashedNumbers
    /// Indices into `earliest`.
    private var overall: HashedNumbers
    private var earliest: [Earliest] = []

    init(_ texts: [RepeatFinder.Text]) {
        self.texts = texts
        var numbers: [String: UInt64] = [:]
        sources = texts.map { text in
            if let number = numbers[text.sourceKey] { return number }
            let number = UInt64(numbers.count + 1) &* 0xA24B_AED4_963E_E407
            numbers[text.sourceKey] = number
            return number
        }
        wordCounts = texts.map(\.wordCount)
        bySource = HashedNumbers(capacity: texts.count * ShingleSketch.bands)
        overall = HashedNumbers(capacity: texts.count * ShingleSketch.bands)
    }

    /// Earlier texts that resemble this one, earliest first.
    func alike(to text: Int, _ sketch: ShingleSketch) -> [Int] {
        var candidates: Set<Int> = []
        for band in sketch.bandKeys.indices {
            let key = sketch.bandKeys[band]
            if let same = bySource[key ^ sources[text]] { candidates.insert(same) }
            guard let first = overall[key].map({ earliest[$0] }) else { continue }
            candidates.insert(first.text)
            if let other = first.other { candidates.insert(other) }
        }
        guard !candidates.isEmpty else { return [] }
        let shingles = ShingleSet(texts[text])
        let alike = candidates.filter { candidate in
            // Sets whose sizes differ by more cannot resemble each other enough; a text has at most one sequence for each word.
            guard Double(wordCounts[candidate]) >= NearDuplicateFinder.threshold * Double(shingles.count) else { return false }
            return shingles.resemblance(to: ShingleSet(texts[candidate])) >= NearDuplicateFinder.threshold
        }
        return alike.sorted { RepeatFinder.comesBefore(texts[$0], texts[$1]) }
    }

    mutating func insert(_ text: Int, _ sketch: ShingleSketch) {
        for band in sketch.bandKeys.indices {
            let key = sketch.bandKeys[band]
            if bySource[key ^ sources[text]] == nil { bySource[key ^ sources[text]] = text }
            guard let number = overall[key] else {
                overall[key] = earliest.count
                earliest.append(Earliest(text: text))
                continue
            }
            if earliest[number].other == nil, sources[earliest[number].text] != sources[text] { earliest[number].other = text }
        }
    }
}

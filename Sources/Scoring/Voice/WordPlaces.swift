import CVectors

/// A perfect hash of a fixed set of words: each has a place of its own.
///
/// Words fall into small buckets, and each bucket has a displacement, here a shift of their hashes, that leads all its words to free places. Source: D. Belazzougui, F. C. Botelho,
/// M. Dietzfelbinger, Hash, displace, and compress, ESA 2009. Made once and never freed, as the vocabulary is.
struct WordPlaces: Sendable {
    nonisolated(unsafe) private let displacements: UnsafeMutablePointer<UInt8>
    /// How far a hash is shifted to be the number of its bucket.
    private let bucketShift: UInt64
    private let placeMask: UInt64

    /// Finds places for the keys, which differ from one another.
    init(of keys: [WordKey]) {
        let bucketCount = Self.powerOfTwo(atLeast: max(2, keys.count))
        let placeCount = Self.powerOfTwo(atLeast: keys.count * 2)
        bucketShift = UInt64(64 - bucketCount.trailingZeroBitCount)
        placeMask = UInt64(placeCount - 1)
        displacements = .allocate(capacity: bucketCount)
        displacements.initialize(repeating: 0, count: bucketCount)
        var isTaken = [Bool](repeating: false, count: placeCount)
        for bucket in buckets(of: keys, count: bucketCount) { settle(bucket.map { keys[$0].hash }, &isTaken) }
    }

    /// How many places there are, those of no word among them.
    var count: Int { Int(placeMask) + 1 }

    private static func powerOfTwo(atLeast count: Int) -> Int {
        var power = 1
        while power < count { power *= 2 }
        return power
    }

    /// The indices of the keys by bucket, the fullest first, while most places are free.
    private func buckets(of keys: [WordKey], count: Int) -> [[Int]] {
        var buckets = [[Int]](repeating: [], count: count)
        for (index, key) in keys.enumerated() { buckets[bucket(of: key.hash)].append(index) }
        return buckets.enumerated().filter { !$0.element.isEmpty }
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }

    /// Tries displacements until each key of a bucket, known by its hash, has a free place.
    private func settle(_ hashes: [UInt64], _ isTaken: inout [Bool]) {
        for displacement in 0..<UInt8(64) {
            var settled = 0
            while settled < hashes.count, !isTaken[place(of: hashes[settled], displacement)] {
                isTaken[place(of: hashes[settled], displacement)] = true
                settled += 1
            }
            if settled == hashes.count {
                displacements[bucket(of: hashes[0])] = displacement
                return
            }
            for hash in hashes[..<settled] { isTaken[place(of: hash, displacement)] = false }
        }
        preconditionFailure("two words of the tables have one hash")
    }

    @inline(__always)
    private func bucket(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> bucketShift) }

    @inline(__always)
    private func place(of hash: UInt64, _ displacement: UInt8) -> Int {
        Int(truncatingIfNeeded: cv_voice_place(hash, displacement, placeMask))
    }

    /// The only place at which the key can be.
    @inline(__always)
    func place(of key: WordKey) -> Int {
        let hash = key.hash
        return place(of: hash, displacements[bucket(of: hash)])
    }

    /// The table of some words at their places.
    func table(of words: UnsafePointer<cv_voice_word>) -> cv_voice_table {
        cv_voice_table(words: words, displacements: displacements, bucket_shift: bucketShift, place_mask: placeMask)
    }
}

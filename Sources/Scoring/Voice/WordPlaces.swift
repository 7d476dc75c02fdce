import CVectors

/// A perfect hash of a fixed set of words: each has a place of its own.
///
/// Words fall into small buckets, and each bucket has a displacement, here a shift of their hashes, that leads all its words to free places. Source: D. Belazzougui, F. C. Botelho,
/// M. Dietzfelbinger, Hash, displace, and compress, ESA 2009. Made once and never freed, as the vocabulary is.
struct WordPlaces: Sendable {
    nonisolated(unsafe) private let displacements: UnsafeMutablePointer<UInt8>
    /// How far a hash is shifted to be the number of its bucket.
    private let bucketShift: UInt64
    /// The place last, in bytes.
    private let placeMask: UInt64

    private static let wordSize = MemoryLayout<cv_voice_word>.stride
    /// How many are read behind the last, of no bucket.
    private static let displacementsBehind = 7

    /// Finds places for the keys, which differ from one another.
    init(of keys: [WordKey]) {
        let bucketCount = Self.powerOfTwo(atLeast: max(2, keys.count))
        let placeCount = Self.powerOfTwo(atLeast: keys.count * 2)
        bucketShift = UInt64(64 - bucketCount.trailingZeroBitCount)
        placeMask = UInt64((placeCount - 1) * Self.wordSize)
        displacements = .allocate(capacity: bucketCount + Self.displacementsBehind)
        displacements.initialize(repeating: 0, count: bucketCount + Self.displacementsBehind)
        var isTaken = [Bool](repeating: false, count: placeCount)
        let buckets = HashBuckets(of: keys.map(\.hash), count: bucketCount, shift: bucketShift)
        for bucket in buckets.fullestFirst { settle(buckets.hashes(in: bucket), &isTaken) }
    }

    /// How many places there are, those of no word among them.
    var count: Int { Int(placeMask) / Self.wordSize + 1 }

    private static func powerOfTwo(atLeast count: Int) -> Int {
        var power = 1
        while power < count { power *= 2 }
        return power
    }

    /// Tries displacements until each key of a bucket, known by its hash, has a free place.
    private func settle(_ hashes: ArraySlice<UInt64>, _ isTaken: inout [Bool]) {
        for displacement in 0..<UInt8(64) {
            var settled = hashes.startIndex
            while settled < hashes.endIndex, !isTaken[place(of: hashes[settled], displacement)] {
                isTaken[place(of: hashes[settled], displacement)] = true
                settled += 1
            }
            if settled == hashes.endIndex {
                displacements[bucket(of: hashes[hashes.startIndex])] = displacement
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
        Int(truncatingIfNeeded: cv_voice_place(hash, displacement, placeMask)) / Self.wordSize
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

/// Hashes by the buckets that their first bits name, side by side in one list, since a list each would be memory of its own.
private struct HashBuckets {
    private let hashes: [UInt64]
    /// Where each bucket begins, and behind the last the end.
    private let starts: [Int]

    init(of unordered: [UInt64], count: Int, shift: UInt64) {
        let bucket = { (hash: UInt64) in Int(truncatingIfNeeded: hash &>> shift) }
        var starts = [Int](repeating: 0, count: count + 1)
        for hash in unordered { starts[bucket(hash) + 1] += 1 }
        for number in 0..<count { starts[number + 1] += starts[number] }
        var ends = starts
        var hashes = unordered
        for hash in unordered {
            hashes[ends[bucket(hash)]] = hash
            ends[bucket(hash)] += 1
        }
        self.hashes = hashes
        self.starts = starts
    }

    func hashes(in bucket: Int) -> ArraySlice<UInt64> { hashes[starts[bucket]..<starts[bucket + 1]] }

    /// The buckets that are not empty; the fullest are to be settled while most places are free.
    var fullestFirst: [Int] {
        let sizes = zip(starts, starts.dropFirst()).map { $1 - $0 }
        return (1...max(1, sizes.max() ?? 1)).reversed().flatMap { size in sizes.indices.filter { sizes[$0] == size } }
    }
}

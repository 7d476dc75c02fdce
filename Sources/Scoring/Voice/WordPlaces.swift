import CVectors

/// A perfect hash of a fixed set of words: each has a place of its own in a few kilobytes.
///
/// Words fall into small buckets, and each bucket has a displacement that leads all its words to free places. Source: D. Belazzougui, F. C. Botelho,
/// M. Dietzfelbinger, Hash, displace, and compress, ESA 2009. Made once and never freed, as the vocabulary is.
struct WordPlaces: Sendable {
    nonisolated(unsafe) private let displacements: UnsafeMutablePointer<UInt16>
    /// A word's number, from 1 on, below sixteen bits of its hash, by which nearly all other words are told; 0 where the place is free.
    nonisolated(unsafe) private let places: UnsafeMutablePointer<UInt32>
    private let bucketMask: UInt64
    private let placeMask: UInt64

    /// Gives the keys, which differ from one another, the numbers from 1 on in their order.
    init(of keys: [WordKey]) {
        precondition(keys.count < Int(UInt16.max), "a word's number has sixteen bits")
        let bucketCount = Self.powerOfTwo(atLeast: keys.count / 3)
        let placeCount = Self.powerOfTwo(atLeast: keys.count * 4 / 3)
        bucketMask = UInt64(bucketCount - 1)
        placeMask = UInt64(placeCount - 1)
        displacements = .allocate(capacity: bucketCount)
        displacements.initialize(repeating: 0, count: bucketCount)
        places = .allocate(capacity: placeCount)
        places.initialize(repeating: 0, count: placeCount)
        for bucket in buckets(of: keys, count: bucketCount) { settle(bucket, keys) }
    }

    private static func powerOfTwo(atLeast count: Int) -> Int {
        var power = 1
        while power < count { power *= 2 }
        return power
    }

    /// The indices of the keys by bucket, the fullest first, while most places are free.
    private func buckets(of keys: [WordKey], count: Int) -> [[Int]] {
        var buckets = [[Int]](repeating: [], count: count)
        for (index, key) in keys.enumerated() { buckets[Int(key.hash & bucketMask)].append(index) }
        return buckets.enumerated().filter { !$0.element.isEmpty }
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }

    /// Tries displacements until each key of the bucket has a free place.
    private func settle(_ bucket: [Int], _ keys: [WordKey]) {
        let hashes = bucket.map { keys[$0].hash }
        let fitting = (0...UInt16.max).first { displacement in
            let found = hashes.map { place(of: $0, displacement) }
            return Set(found).count == found.count && found.allSatisfy { places[$0] == 0 }
        }
        guard let fitting else { preconditionFailure("two words of the tables have one hash") }
        displacements[Int(hashes[0] & bucketMask)] = fitting
        for (index, hash) in zip(bucket, hashes) {
            places[place(of: hash, fitting)] = UInt32(truncatingIfNeeded: hash >> 48) << 16 | UInt32(index + 1)
        }
    }

    @inline(__always)
    private func place(of hash: UInt64, _ displacement: UInt16) -> Int {
        Int(truncatingIfNeeded: ((hash >> 16) &+ UInt64(displacement) &* (hash >> 32 | 1)) & placeMask)
    }

    /// The number of the only word that the key can be; 0 where it is surely none of them.
    @inline(__always)
    func number(of key: WordKey) -> Int {
        let hash = key.hash
        let place = places[place(of: hash, displacements[Int(truncatingIfNeeded: hash & bucketMask)])]
        return Int(place & 0xFFFF & UInt32(truncatingIfNeeded: cv_ones_where_zero(UInt64(place >> 16) ^ hash >> 48)))
    }
}

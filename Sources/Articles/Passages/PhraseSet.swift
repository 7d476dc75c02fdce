/// Stock phrases that are looked up whole, by their bytes.
struct PhraseSet: Sendable {
    private let phrases: [UInt64: [[UInt8]]]
    private let longest: Int

    init(_ phrases: Set<String>) {
        longest = phrases.map(\.utf8.count).max() ?? 0
        self.phrases = Dictionary(grouping: phrases.map { Array($0.utf8) }) { Self.hash($0[...]) }
    }

    func contains(_ phrase: ArraySlice<UInt8>) -> Bool {
        guard phrase.count <= longest else { return false }
        return phrases[Self.hash(phrase)]?.contains { $0.elementsEqual(phrase) } ?? false
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(FNVHash.start, FNVHash.adding) }
}

/// Stock phrases with which a text may begin, in lists by their first byte.
struct PhraseOpenings: Sendable {
    private let lists: [[[UInt8]]]

    init(_ phrases: [String]) {
        var lists = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases { if let first = phrase.utf8.first { lists[Int(first)].append(Array(phrase.utf8)) } }
        self.lists = lists
    }

    func begin(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        return lists[Int(first)].contains { text.starts(with: $0) }
    }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
enum FNVHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325
    static func adding(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

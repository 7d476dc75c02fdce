/// Stock phrases that are looked up whole, by their bytes.
struct PhraseSet: Sendable {
    private let phrases: [UInt64: [[UInt8]]]

    init(_ phrases: Set<String>) {
        self.phrases = Dictionary(grouping: phrases.map { Array($0.utf8) }) { Self.hash($0[...]) }
    }

    func contains(_ phrase: ArraySlice<UInt8>) -> Bool {
        phrases[Self.hash(phrase)]?.contains { $0.elementsEqual(phrase) } ?? false
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(FNVHash.start, FNVHash.adding) }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
enum FNVHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325
    static func adding(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

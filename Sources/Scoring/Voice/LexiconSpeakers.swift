import Words
import Lexicons

/// The lexicon's speakers by every name that it gives them.
struct LexiconSpeakers: Sendable {
    private let speakers: [Speaker]
    private let byName: HashedNumbers
    /// A bit for each word that a name may be written with, by its hash, so that most mentions are known at their last word to be no name.
    private let wordBits: [UInt64]

    init(_ speakers: [Speaker]) {
        self.speakers = speakers
        var names = HashedNumbers()
        var bits = [UInt64](repeating: 0, count: Self.bitBlocks)
        for (index, speaker) in speakers.enumerated() {
            for name in [speaker.name] + speaker.aliases {
                let key = Self.key(name)
                if names[key] == nil { names[key] = index }
                for weight in Self.weights(name) { bits[Self.block(of: weight)] |= Self.bit(of: weight) }
            }
        }
        for hash in NameText.weighedHashes { bits[Self.block(of: hash)] |= Self.bit(of: hash) }
        byName = names
        wordBits = bits
    }

    private static func key(_ name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { NameText.unorderedHash(of: 0..<$0.count, TextBytes($0)) }
    }

    /// What each of its words adds to a name's key.
    private static func weights(_ name: String) -> [UInt64] {
        var name = name
        return name.withUTF8 { NameText.unorderedWeights(of: 0..<$0.count, TextBytes($0)) }
    }

    /// 64 bits each; a power of two.
    private static let bitBlocks = 64

    @inline(__always)
    private static func block(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (bitBlocks - 1) }

    @inline(__always)
    private static func bit(of hash: UInt64) -> UInt64 { 1 &<< (hash &>> 6) }

    subscript(index: Int) -> Speaker { speakers[index] }

    /// The index of the speaker with the name of another or the same.
    func index(namedAs speaker: Int) -> Int? { byName[Self.key(speakers[speaker].name)] }

    /// The index of the speaker whose name or alias stands there, articles left out.
    func index(named name: Range<Int>, _ bytes: TextBytes) -> Int? {
        speakers.isEmpty ? nil : byName[NameText.unorderedHash(of: name, bytes)]
    }

    /// The index of the speaker whose name or alias these words are, in any order.
    func index(of words: some BidirectionalCollection<VoiceToken>, _ bytes: TextBytes) -> Int? {
        guard !speakers.isEmpty else { return nil }
        var key: UInt64 = 0
        // From the last on, which names tell apart: "the foreign minister".
        for word in words.reversed() {
            let hash = NameText.hash(of: word, bytes)
            guard wordBits[Self.block(of: hash)] & Self.bit(of: hash) != 0 else { return nil }
            key &+= NameText.weight(of: hash)
        }
        return byName[key]
    }
}

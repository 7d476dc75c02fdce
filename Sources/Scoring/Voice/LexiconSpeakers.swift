import Words
import Lexicons

/// The lexicon's speakers by every name that it gives them.
struct LexiconSpeakers: Sendable {
    private let speakers: [Speaker]
    private let byName: HashedNumbers
    /// A bit for each word of a name, by its weight, so that most mentions are known at their first word to be no name.
    private let wordBits: [UInt64]

    init(_ speakers: [Speaker]) {
        self.speakers = speakers
        var names = HashedNumbers()
        var bits = [UInt64](repeating: 0, count: Self.bitBlocks)
        for (index, speaker) in speakers.enumerated() {
            for name in [speaker.name] + speaker.aliases {
                let key = Self.key(name)
                if names[key] == nil { names[key] = index }
                for weight in Self.weights(name) { bits[Self.block(of: weight)] |= 1 &<< (weight &>> 6) }
            }
        }
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
    private static func block(of weight: UInt64) -> Int { Int(truncatingIfNeeded: weight) & (bitBlocks - 1) }

    subscript(index: Int) -> Speaker { speakers[index] }

    /// The index of the speaker with the name of another or the same.
    func index(namedAs speaker: Int) -> Int? { byName[Self.key(speakers[speaker].name)] }

    /// The index of the speaker whose name or alias stands there, articles left out.
    func index(named name: Range<Int>, _ bytes: TextBytes) -> Int? {
        speakers.isEmpty ? nil : byName[NameText.unorderedHash(of: name, bytes)]
    }

    /// The index of the speaker whose name or alias these words are, in any order.
    func index(of words: some Collection<VoiceToken>, _ bytes: TextBytes) -> Int? {
        guard !speakers.isEmpty else { return nil }
        var key: UInt64 = 0
        for word in words {
            let weight = NameText.weight(of: NameText.hash(of: word, bytes))
            guard weight == 0 || wordBits[Self.block(of: weight)] &>> (weight &>> 6) & 1 != 0 else { return nil }
            key &+= weight
        }
        return byName[key]
    }
}

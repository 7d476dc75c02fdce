import Words
import Lexicons

/// The lexicon's speakers by every name that it gives them.
struct LexiconSpeakers: Sendable {
    private let speakers: [Speaker]
    private let byName: HashedNumbers

    init(_ speakers: [Speaker]) {
        self.speakers = speakers
        var names = HashedNumbers()
        for (index, speaker) in speakers.enumerated() {
            for key in ([speaker.name] + speaker.aliases).map(Self.key) where names[key] == nil { names[key] = index }
        }
        byName = names
    }

    private static func key(_ name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { NameText.unorderedHash(of: 0..<$0.count, TextBytes($0)) }
    }

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
        return byName[NameText.unordered(words.lazy.map { NameText.hash(of: $0, bytes) })]
    }
}

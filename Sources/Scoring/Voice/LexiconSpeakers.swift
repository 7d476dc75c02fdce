import Lexicons

/// The lexicon's speakers by every name that it gives them.
struct LexiconSpeakers: Sendable {
    private let speakers: [Speaker]
    private let byName: [UInt64: Int]

    init(_ speakers: [Speaker]) {
        self.speakers = speakers
        var names: [UInt64: Int] = [:]
        for (index, speaker) in speakers.enumerated() {
            for name in [speaker.name] + speaker.aliases where names[Self.key(name)] == nil { names[Self.key(name)] = index }
        }
        byName = names
    }

    /// The speaker with this name or alias, articles left out.
    func speaker(named name: String) -> Speaker? {
        speakers.isEmpty ? nil : byName[Self.key(name)].map { speakers[$0] }
    }

    /// The speaker whose name or alias these words are, in any order.
    func speaker(of words: some Collection<VoiceToken>, _ bytes: [UInt8]) -> Speaker? {
        guard !speakers.isEmpty else { return nil }
        return byName[NameText.unordered(words.lazy.map { NameText.hash(of: $0, bytes) })].map { speakers[$0] }
    }

    private static func key(_ name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { NameText.unorderedHashes(ofASCII: $0) } ?? keyBeyondASCII(name)
    }

    private static func keyBeyondASCII(_ name: String) -> UInt64 {
        NameText.unordered(
            name.split(whereSeparator: \.isWhitespace).map { word in
                let ending = ["'s", "\u{2019}s"].first { word.hasSuffix($0) }
                return NameText.hash(ofFolded: NameText.folded(String(word.dropLast(ending?.count ?? 0))))
            })
    }
}

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

    /// The speaker with this name or alias, an article at its front left out.
    func speaker(named name: String) -> Speaker? {
        speakers.isEmpty ? nil : byName[Self.key(name)].map { speakers[$0] }
    }

    /// The speaker whose name or alias these words are.
    func speaker(of words: some Collection<VoiceToken>, _ bytes: [UInt8]) -> Speaker? {
        guard !speakers.isEmpty else { return nil }
        let hashes = words.map { NameText.hash(of: $0, bytes) }
        let start = hashes.count > 1 && Self.articles.contains(hashes[0]) ? 1 : 0
        return byName[NameText.joined(hashes[start...])].map { speakers[$0] }
    }

    private static let articles = Set(["the", "a", "an"].map(NameText.hash(ofFolded:)))

    private static func key(_ name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { NameText.joinedHashes(ofASCII: $0, leaving: articles) } ?? keyBeyondASCII(name)
    }

    private static func keyBeyondASCII(_ name: String) -> UInt64 {
        let hashes = name.split(whereSeparator: \.isWhitespace).map { NameText.hash(ofFolded: NameText.folded(String($0))) }
        let start = hashes.count > 1 && articles.contains(hashes[0]) ? 1 : 0
        return NameText.joined(hashes[start...])
    }
}

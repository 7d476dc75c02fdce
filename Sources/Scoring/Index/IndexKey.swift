package import Articles
import Diagnostics
import Foundation
import Lexicons

/// What an index was made of and how: it fits a run only where all of it is the same.
package struct IndexKey: Hashable, Sendable, Codable {
    /// The files that were read, in order, by the hash of their bytes.
    package let inputs: [Corpus.Input]
    /// SHA-256 of what there was to say of files that were left out, and of the listing of files as a whole.
    package let listing: String
    /// What the command line said of reading, one line each.
    package let reading: [String]
    package let voices: VoiceMode
    /// Name, side and aliases of each speaker of the lexicon: voices are told with their help.
    package let speakers: [[String]]
    /// Whether articles that name no language are read by the rules of English, as the lexicon's own language says.
    let readsUnnamedAsEnglish: Bool
    /// What reading the files had to say, most of it once more at each use.
    package let messages: [Message]

    package struct Message: Hashable, Sendable, Codable {
        /// A diagnostic's severity by its name, its whole text and how many faults it stands for.
        package let severity: String
        package let text: String
        package let count: Int
    }

    package init(corpus: Corpus, options: ReadingOptions, voices: VoiceReader) {
        inputs = corpus.inputs + corpus.manifests
        listing = Self.digest(of: corpus.listingDiagnostics)
        messages = corpus.diagnostics.map { Message(severity: $0.severity.rawValue, text: $0.description, count: $0.count) }
        reading = Self.lines(of: options)
        self.voices = voices.mode
        speakers = voices.mode == .full ? voices.speakers.map { [$0.name, $0.side ?? ""] + $0.aliases } : []
        readsUnnamedAsEnglish = voices.mode != .full || voices.isEnglish(nil)
    }

    /// Why an index of this key does not serve `wanted`; nil where it does.
    package func misfit(_ wanted: IndexKey) -> String? {
        if inputs.map(\.sha256) != wanted.inputs.map(\.sha256) { return "the articles have changed since it was made" }
        if inputs.map(\.name) != wanted.inputs.map(\.name) { return "the articles are named by other paths than when it was made" }
        if reading != wanted.reading { return "it was made with other options of reading" }
        if listing != wanted.listing { return "other files are left out, or for other reasons, than when it was made" }
        return nil
    }

    /// Whether its voices are those of `wanted` too; where not, they are read again from the words it holds.
    func hasVoices(of wanted: IndexKey) -> Bool {
        voices == wanted.voices && speakers == wanted.speakers && readsUnnamedAsEnglish == wanted.readsUnnamedAsEnglish
    }

    /// Without memory for a digest, the messages themselves.
    private static func digest(of messages: [Diagnostic]) -> String {
        let joined = messages.map(\.description).joined(separator: "\n")
        return (try? SHA256.hexadecimal(of: Array(joined.utf8))) ?? joined
    }

    private static func lines(of options: ReadingOptions) -> [String] {
        let fields = options.fieldMap.sorted { $0.key < $1.key }.map { "map \($0.key)=\($0.value)" }
        let others = [("encoding", options.encoding), ("language", options.language), ("source", options.source)]
        return fields + others.compactMap { name, value in value.map { "\(name) \($0)" } } + ["limit \(options.articleSizeLimit)"]
    }

    var encoded: [UInt8] {
        get throws(IndexFault) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            do { return Array(try encoder.encode(self)) } catch { throw IndexFault("the names of the files cannot be written") }
        }
    }

    init?(encoded: UnsafeRawBufferPointer) {
        guard let key = try? JSONDecoder().decode(IndexKey.self, from: Data(encoded)) else { return nil }
        self = key
    }
}

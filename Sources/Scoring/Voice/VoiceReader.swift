package import Articles
package import Lexicons

/// Reads whose voice each stretch of an article is in.
///
/// A headline or a paragraph is cut into tokens once; quotation marks are paired by a stack; rules anchored at a reporting verb, a cue or a
/// mark look a bounded number of tokens around them. Languages other than English get quotation marks only.
package struct VoiceReader: Sendable {
    package let speakers: [Speaker]
    /// Of articles that name none, as the lexicon has it.
    package let language: String?
    package let mode: VoiceMode
    let lexiconSpeakers: LexiconSpeakers

    package init(speakers: [Speaker], language: String? = nil, mode: VoiceMode = .full) {
        self.speakers = speakers
        self.language = language
        self.mode = mode
        lexiconSpeakers = LexiconSpeakers(speakers)
    }

    /// Knows the speakers of `lexicon` and takes articles that name no language for its own.
    package init(_ lexicon: Lexicon?, mode: VoiceMode = .full) {
        self.init(speakers: lexicon?.speakers ?? [], language: lexicon?.language, mode: mode)
    }

    /// The article's voice spans in order of start, the longer first; what none covers is own. For many articles a `VoiceSession` serves.
    ///
    /// - Complexity: O(bytes of the article).
    package func spans(in article: Article) -> [VoiceSpan] {
        var session = VoiceSession(self)
        return session.spans(in: article)
    }

    /// The map of these spans.
    ///
    /// - Complexity: as above.
    package func map(of article: Article) -> VoiceMap {
        var session = VoiceSession(self)
        return session.map(of: article)
    }

    /// Whether of an article in this language quotation marks alone are read.
    func readsMarksOnly(_ language: String?) -> Bool {
        switch mode {
        case .none: false
        case .marks: true
        case .full: !isEnglish(language)
        }
    }

    /// Whether the rules of attribution read an article in this language.
    func isEnglish(_ language: String?) -> Bool { Self.isEnglish(language ?? self.language) }

    /// One that is not known is taken for English.
    static func isEnglish(_ language: String?) -> Bool {
        guard let language else { return true }
        return language.lowercased().hasPrefix("en")
    }
}

package import Articles
package import Lexicons

/// Reads whose voice each stretch of an article is in.
///
/// A headline or a paragraph is cut into tokens once; quotation marks are paired by a stack; rules anchored at a reporting verb, a cue or a
/// mark look a bounded number of tokens around them. Languages other than English get quotation marks only.
package struct VoiceReader: Sendable {
    package let speakers: [Speaker]
    package let mode: VoiceMode
    private let lexiconSpeakers: LexiconSpeakers

    package init(speakers: [Speaker], mode: VoiceMode = .full) {
        self.speakers = speakers
        self.mode = mode
        lexiconSpeakers = LexiconSpeakers(speakers)
    }

    /// The article's voice spans in order of start, the longer first; what none covers is own.
    ///
    /// - Complexity: O(bytes of the article).
    package func spans(in article: Article) -> [VoiceSpan] {
        switch mode {
        case .none: []
        case .full where isEnglish(article.language): ArticleVoices.spans(of: article, speakers: lexiconSpeakers)
        case .full, .marks: ArticleMarks.spans(of: article)
        }
    }

    /// The map of these spans.
    ///
    /// - Complexity: as above.
    package func map(of article: Article) -> VoiceMap {
        switch mode {
        case .none: VoiceMap(spans: [])
        case .full where isEnglish(article.language): VoiceMap(spans: spans(in: article))
        case .full, .marks: ArticleMarks.map(of: article)
        }
    }

    /// Whether the rules of attribution read a language; one that is not known is taken for English.
    func isEnglish(_ language: String?) -> Bool {
        guard let language else { return true }
        return language.lowercased().hasPrefix("en")
    }
}

import Lexicons
import Words

/// What an article's language means for a lexicon: which of its terms count and how words fold.
///
/// A term for `en` counts in articles in `en` and `en-GB` (basic filtering, RFC 4647 section 3.3.1), a term for no language in all. Where
/// neither article nor lexicon names a language, every term counts: a term ignored in silence would be worse than one of a foreign language.
struct LexiconLanguage: Hashable, Sendable {
    /// The terms' languages that are admitted, lower case, sorted; nil where all are.
    private let admitted: [String]?
    /// `tr` or `az`, whose i folds differently; else nil.
    let folding: String?

    init(article: String?, lexicon: Lexicon, termLanguages: [String]) {
        let language = (article ?? lexicon.language)?.lowercased()
        admitted = termLanguages.isEmpty ? nil : language.map { language in termLanguages.filter { Self.covers($0, language) } }
        folding = Self.folding(of: language)
    }

    /// `tr` or `az` for a language of theirs, else nil.
    static func folding(of language: String?) -> String? {
        let primary = language.map(LanguageTag.primary)
        return primary == "tr" || primary == "az" ? primary : nil
    }

    func admits(_ termLanguage: String?) -> Bool {
        guard let termLanguage, let admitted else { return true }
        return admitted.contains(termLanguage.lowercased())
    }

    private static func covers(_ range: String, _ tag: String) -> Bool {
        tag == range || tag.hasPrefix(range + "-") || tag.hasPrefix(range + "_")
    }

    /// The languages that a lexicon's terms name, lower case, sorted.
    static func termLanguages(of lexicon: Lexicon) -> [String] {
        var languages: Set<String> = []
        for concept in lexicon.concepts {
            for framing in concept.framings {
                for case let language? in framing.terms.lazy.map(\.language) { languages.insert(language.lowercased()) }
            }
        }
        return languages.sorted()
    }
}

import Foundation

/// A language as RFC 5646 writes it.
package enum LanguageTag {
    /// `text` without blanks around it and with its language in two letters where it has such a code: "tr-TR" for "tur-TR", "tr" for "Turkish"; nil where it
    /// names none.
    ///
    /// Source: ISO 639, as ICU has it (two letters for three, names in English).
    package static func canonical(_ text: String) -> String? {
        let tag = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let primary = tag.prefix { $0 != "-" && $0 != "_" }
        switch primary.utf8.count {
        case 0, 1: return nil
        case 2, 3:
            guard primary.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
            let isLong = primary.utf8.count == 3
            return isLong ? (twoLetters(for: primary.lowercased()) ?? String(primary)) + tag[primary.endIndex...] : tag
        default: return names[tag.lowercased()]
        }
    }

    /// The language itself, in small letters: "en" of "en-GB".
    package static func primary(_ tag: String) -> String { String(tag.lowercased().prefix { $0 != "-" && $0 != "_" }) }

    private static func twoLetters(for code: String) -> String? {
        otherCodes[code] ?? Locale.Language(identifier: code).languageCode?.identifier(.alpha2)
    }

    /// Codes that ISO 639-2 has beside those made of a language's own name, and the two Azerbaijani languages.
    private static let otherCodes = [
        "alb": "sq", "arm": "hy", "azb": "az", "azj": "az", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl", "fre": "fr",
        "geo": "ka",
        "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi", "may": "ms", "per": "fa", "rum": "ro", "slo": "sk", "tib": "bo",
        "wel": "cy",
    ]

    /// Two letters by the English name of a language in small letters.
    private static let names: [String: String] = {
        let english = Locale(identifier: "en")
        let codes = Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.utf8.count == 2 }
        let pairs = codes.compactMap { code in english.localizedString(forLanguageCode: code).map { ($0.lowercased(), code) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()
}

/// What a passage's own words say of its kind, whatever stands around it.
enum PassagePattern {
    case link, credit, caption, boilerplate
    /// A date, a temperature: part of a bar at the page's head.
    case bar

    /// Nil where the words alone do not tell.
    static func of(_ unit: PassageUnit) -> PassagePattern? {
        switch unit.mark {
        case .link: return .link
        case .image: return .caption
        case .rule: return .boilerplate
        case .heading, .quotation: return nil
        case .listItem, nil: break
        }
        guard unit.isShort else { return nil }
        if unit.wordCount == 0 { return .boilerplate }
        return unit.isProse ? nil : ofWords(unit)
    }

    /// The stock phrases alone, whatever the passage's mark.
    static func ofWords(_ unit: PassageUnit) -> PassagePattern? {
        let words = Words(unit)
        if words.isBar { return .bar }
        if words.isLink { return .link }
        if words.isCredit { return .credit }
        if words.isCaption { return .caption }
        return words.isBoilerplate ? .boilerplate : nil
    }

    /// The words of a short passage against the stock phrases.
    private struct Words {
        let unit: PassageUnit
        let text: String
        let words: [Substring]

        init(_ unit: PassageUnit) {
            self.unit = unit
            text = unit.text.replacingCurlyApostrophes
            words = text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        }

        var isBar: Bool { isDate || isTemperature }

        private var isDate: Bool {
            guard words.count <= 12, words.contains(where: { $0.contains(where: \.isNumber) }) else { return false }
            let named = words.filter { !$0.contains(where: \.isNumber) }
            let hasDateWord = named.contains { StockPhrases.dateWords.contains(String($0)) }
            return named.allSatisfy { StockPhrases.dateWords.contains(String($0)) } && (hasDateWord || words.count <= 6)
        }

        /// "15 C", "72°F", "-3 °C".
        private var isTemperature: Bool {
            let characters = Array(text.lazy.filter { !$0.isWhitespace && $0 != "°" && $0 != "-" && $0 != "+" && $0 != "." }.prefix(5))
            guard let unit = characters.last, "cfº".contains(unit), characters.count <= 4 else { return false }
            return characters.count > 1 && characters.dropLast().allSatisfy(\.isNumber)
        }

        /// An opening such as "Read more:" and a title behind it, or an address alone.
        var isLink: Bool {
            if words.count <= 1 || !text.contains(" "), text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.") {
                return true
            }
            guard unit.wordCount <= 30, let mark = text.firstIndex(where: { ":|»>→–—".contains($0) }) else { return false }
            let opening = text[..<mark].trimmingBlanks
            let title = text[text.index(after: mark)...].trimmingBlanks
            guard title.contains(where: \.isLetter), StockPhrases.linkOpenings.contains(opening) else { return false }
            // "More: he said so." is prose; a pointer carries a title.
            return opening.contains(" ") || !unit.endsWithStop
        }

        var isCredit: Bool {
            if StockPhrases.agencies.contains(text.trimmingMarks) { return true }
            if unit.wordCount <= 18, hasOpening(StockPhrases.creditOpenings), !isSourceSentence { return true }
            if unit.wordCount <= 8, text.hasPrefix("by "), !unit.endsWithStop { return true }
            return isBylineBar || creditTailWords.map { $0 <= 5 } ?? false
        }

        /// "Wire | Kazan | Updated: 3 March 2021".
        private var isBylineBar: Bool {
            let parts = text.split(separator: "|")
            return parts.count >= 3 && unit.wordCount <= 24 && !unit.endsWithStop
                && parts.allSatisfy { $0.split(separator: " ").count <= 9 }
                && text.contains(where: \.isNumber)
        }

        /// "Source: the ministry said it would not pay." tells something.
        private var isSourceSentence: Bool { unit.endsWithStop && unit.wordCount > 6 && !text.hasPrefix("©") }

        /// Words before a credit at the line's end; nil where it ends with none.
        private var creditTailWords: Int? {
            // All credits at a line's end have a slash or "via".
            guard unit.wordCount <= 80, text.utf8.contains(UInt8(ascii: "/")) || text.contains(" via ") else { return nil }
            let stripped = text.trimmingMarks
            if let tail = StockPhrases.creditTails.first(where: stripped.hasSuffix) {
                return stripped.dropLast(tail.count).split(separator: " ").count
            }
            return wordsBeforePhotographer
        }

        /// Words before "REUTERS/Ann Poole" at the line's end, a name of at most four words.
        private var wordsBeforePhotographer: Int? {
            let words = text.split(separator: " ")
            let tail = words.suffix(6)
            for start in tail.indices {
                let rest = tail[start...].joined(separator: " ")
                if StockPhrases.agencyOpenings.contains(where: rest.hasPrefix) { return start }
            }
            return nil
        }

        var isCaption: Bool {
            guard unit.wordCount <= 80 else { return false }
            if hasOpening(StockPhrases.captionOpenings) || text.hasPrefix("©") { return true }
            let tail = text.suffix(60)
            // All of these begin with a bracket or a bar.
            let hasMark = tail.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "|") }
            return hasMark && StockPhrases.captionTails.contains { tail.contains($0) } || creditTailWords != nil
        }

        var isBoilerplate: Bool {
            if StockPhrases.boilerplateLines.contains(text.trimmingMarks) { return true }
            if isMenu || isBreadcrumb || isLoginForm { return true }
            guard unit.wordCount <= 16 || (unit.wordCount <= 40 && unit.sentenceCount > 1) else { return false }
            if StockPhrases.boilerplateParts.contains(where: text.contains) { return unit.wordCount <= 16 }
            if hasOpening(StockPhrases.formOpenings) { return !isQuotedSpeech }
            // A sentence may begin with these words too; a label has no full stop.
            return unit.wordCount <= 8 && hasOpening(StockPhrases.labelOpenings) && (!endsLikeSentence || unit.wordCount <= 3)
        }

        private var isMenu: Bool {
            unit.wordCount <= 12 && !unit.endsWithStop
                && words.allSatisfy { StockPhrases.menuWords.contains(String($0)) || $0.allSatisfy(\.isNumber) }
        }

        /// "Home › News › World".
        private var isBreadcrumb: Bool {
            guard text.unicodeScalars.contains(where: { "›»>|/".unicodeScalars.contains($0) }) else { return false }
            let parts = text.split { "›»>|/".contains($0) }.map { $0.trimmingBlanks }
            return parts.count >= 2 && parts.contains { StockPhrases.menuWords.contains($0) }
                && parts.allSatisfy { $0.split(separator: " ").count <= 2 }
        }

        private var isLoginForm: Bool {
            ["name:*", "email:*", "website:", "name *", "email *", "name", "website", "password", "username"].contains(text)
        }

        private var endsLikeSentence: Bool { unit.endsWithStop && !text.hasSuffix("...") && !text.hasSuffix("…") }

        /// "Join our fight, he said": somebody speaks, so it is no furniture.
        private var isQuotedSpeech: Bool { text.contains(" said") || text.contains("\u{201D}") || text.contains("\"") }

        private func hasOpening(_ openings: [String]) -> Bool { openings.contains(where: text.hasPrefix) }
    }
}

extension StringProtocol {
    fileprivate var trimmingBlanks: String { trimming { $0.isWhitespace } }
    /// Without blanks, stops, brackets and arrows at either end.
    fileprivate var trimmingMarks: String { trimming { !($0.isLetter || $0.isNumber || $0 == "©") } }

    private func trimming(_ isOuter: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !isOuter($0) }), let last = lastIndex(where: { !isOuter($0) }) else { return "" }
        return String(self[first...last])
    }

    fileprivate var replacingCurlyApostrophes: String { String(map { $0 == "\u{2019}" || $0 == "\u{2018}" ? "'" : $0 }) }
}

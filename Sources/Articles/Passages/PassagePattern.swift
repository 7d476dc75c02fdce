/// What a passage's own words say of its kind, whatever stands around it.
enum PassagePattern {
    case link, credit, caption, boilerplate
    /// A date, a temperature: part of a bar at the page's head.
    case bar

    /// Nil where the words alone do not tell.
    static func of(_ unit: PassageUnit, in bytes: [UInt8]) -> PassagePattern? {
        switch unit.mark {
        case .link: return .link
        case .image: return .caption
        case .rule: return .boilerplate
        case .heading, .quotation: return nil
        case .listItem, nil: break
        }
        guard unit.isShort else { return nil }
        if unit.wordCount == 0 { return .boilerplate }
        return unit.isProse ? nil : ofWords(unit, in: bytes)
    }

    /// The stock phrases alone, whatever the passage's mark.
    static func ofWords(_ unit: PassageUnit, in bytes: [UInt8]) -> PassagePattern? {
        let words = Words(unit, bytes)
        if words.isBar { return .bar }
        if words.isLink { return .link }
        if words.isCredit { return .credit }
        if words.isCaption { return .caption }
        return words.isBoilerplate ? .boilerplate : nil
    }

    /// The words of a short passage against the stock phrases.
    private struct Words: ~Copyable {
        let unit: PassageUnit
        let bytes: [UInt8]
        let text: FoldedText
        let withoutMarks: ArraySlice<UInt8>
        /// Whether a slash or "via" stands in it, as all credits at a line's end have.
        let hasCreditMark: Bool

        private static let mostWordsOfBar = 12

        init(_ unit: PassageUnit, _ bytes: [UInt8]) {
            self.unit = unit
            self.bytes = bytes
            text = unit.text(in: bytes)
            withoutMarks = text.withoutMarks
            hasCreditMark = unit.wordCount <= 80 && (text.contains(UInt8(ascii: "/")) || text.contains(FoldedPhrases.via))
        }

        /// Of a passage too long for a date or a menu only so many that this shows; made anew each time, since few rules ask.
        private var words: [ArraySlice<UInt8>] {
            text.words(atMost: unit.wordCount <= Self.mostWordsOfBar ? .max : Self.mostWordsOfBar + 1)
        }

        var isBar: Bool { isDate || isTemperature }

        private var isDate: Bool {
            guard text.bytes.contains(where: { $0 &- 48 < 10 || $0 >= 0x80 }) else { return false }
            let words = words
            guard words.count <= Self.mostWordsOfBar, words.contains(where: Self.hasNumber) else { return false }
            let named = words.filter { !Self.hasNumber($0) }
            return named.allSatisfy(FoldedPhrases.dateWords.contains) && (!named.isEmpty || words.count <= 6)
        }

        /// "15 C", "72°F", "-3 °C".
        private var isTemperature: Bool {
            var (count, areNumbers) = (0, true)
            var last: FoldedCharacter?
            for character in text.characters where !Self.isBesideNumber(character) {
                guard count < 4 else { return false }
                areNumbers = areNumbers && last?.isNumber != false
                last = character
                count += 1
            }
            switch last?.value {
            case 0x63, 0x66, 0xBA: return count > 1 && areNumbers
            default: return false
            }
        }

        /// A blank, a degree sign, a sign or a point.
        private static func isBesideNumber(_ character: FoldedCharacter) -> Bool {
            switch character.value {
            case 0x20, 0xB0, 0x2D, 0x2B, 0x2E: true
            default: false
            }
        }

        /// An opening such as "Read more:" and a title behind it, or an address alone.
        var isLink: Bool {
            if hasOpening(FoldedPhrases.addressOpenings), !text.contains(UInt8(ascii: " ")) || words.count <= 1 { return true }
            guard unit.wordCount <= 30, text.bytes.contains(where: { $0 == 0x3A || $0 == 0x3E || $0 >= 0x7C }),
                let mark = text.characters.first(where: Self.isPointer)
            else { return false }
            let opening = FoldedText.trimmingBlanks(text.bytes[..<mark.start])
            guard FoldedPhrases.linkOpenings.contains(opening),
                FoldedCharacters(bytes: text.bytes[mark.end...]).contains(where: \.isLetter)
            else { return false }
            // "More: he said so." is prose; a pointer carries a title.
            return opening.contains(0x20) || !unit.endsWithStop
        }

        var isCredit: Bool {
            if FoldedPhrases.agencies.contains(withoutMarks) { return true }
            if unit.wordCount <= 18, hasOpening(FoldedPhrases.creditOpenings), !isSourceSentence { return true }
            if unit.wordCount <= 8, text.hasPrefix("by "), !unit.endsWithStop { return true }
            return isBylineBar || creditTailWords.map { $0 <= 5 } ?? false
        }

        /// "Wire | Kazan | Updated: 3 March 2021".
        private var isBylineBar: Bool {
            guard unit.wordCount <= 24, text.contains(UInt8(ascii: "|")), !unit.endsWithStop else { return false }
            let parts = text.bytes.split(separator: UInt8(ascii: "|"))
            return parts.count >= 3 && parts.allSatisfy { $0.split(separator: 0x20).count <= 9 } && Self.hasNumber(text.bytes[...])
        }

        /// "Source: the ministry said it would not pay." tells something.
        private var isSourceSentence: Bool { unit.endsWithStop && unit.wordCount > 6 && !text.hasPrefix("\u{A9}") }

        /// Words before a credit at the line's end; nil where it ends with none.
        private var creditTailWords: Int? {
            guard hasCreditMark else { return nil }
            if let tail = FoldedPhrases.creditTails.first(where: { withoutMarks.suffix($0.count).elementsEqual($0) }) {
                return withoutMarks.dropLast(tail.count).split(separator: 0x20).count
            }
            return wordsBeforePhotographer
        }

        /// Words before "REUTERS/Ann Poole" at the line's end, a name of at most four words.
        private var wordsBeforePhotographer: Int? {
            let start = text.lastPieces(6).first { FoldedPhrases.agencyOpenings.begin(text.bytes[$0...]) }
            return start.map { start in text.bytes[..<start].count { $0 == 0x20 } }
        }

        var isCaption: Bool {
            guard unit.wordCount <= 80 else { return false }
            if hasOpening(FoldedPhrases.captionOpenings) || text.hasPrefix("\u{A9}") { return true }
            return endsWithBracketedCredit || creditTailWords != nil
        }

        private var endsWithBracketedCredit: Bool {
            let tail = text.bytes.suffix(60)
            // All of these begin with a bracket or a bar.
            let hasMark = tail.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "|") }
            return hasMark && FoldedPhrases.captionTails.contains { FoldedText.contains(tail, $0) }
        }

        var isBoilerplate: Bool {
            if FoldedPhrases.boilerplateLines.contains(withoutMarks) { return true }
            if isMenu || isBreadcrumb || FoldedPhrases.loginForms.contains(text.bytes[...]) { return true }
            if unit.wordCount > 16 { return isForm }
            if holdsLabelPart { return true }
            if hasOpening(FoldedPhrases.formOpenings) { return !isQuotedSpeech }
            // A sentence may begin with these words too; a label has no full stop.
            return unit.wordCount <= 8 && hasOpening(FoldedPhrases.labelOpenings) && (!endsLikeSentence || unit.wordCount <= 3)
        }

        private var holdsLabelPart: Bool { ProseCheck.holdsLabelPart(text.bytes.span) }

        /// Longer than a line of a form: two sentences or more, the first an appeal to the reader.
        private var isForm: Bool {
            unit.wordCount <= 40 && hasOpening(FoldedPhrases.formOpenings) && !isQuotedSpeech
                && !holdsLabelPart && unit.sentenceCount(in: bytes) > 1
        }

        private var isMenu: Bool {
            unit.wordCount <= 12 && !unit.endsWithStop
                && words.allSatisfy { FoldedPhrases.menuWords.contains($0) || FoldedCharacters(bytes: $0).allSatisfy(\.isNumber) }
        }

        /// "Home › News › World".
        private var isBreadcrumb: Bool {
            // Bytes that all of the marks have.
            guard text.bytes.contains(where: { $0 == 0x3E || $0 == 0x7C || $0 == 0x2F || $0 | 1 == 0xBB }) else { return false }
            var parts: [ArraySlice<UInt8>] = []
            var start = 0
            for character in text.characters where FoldedPhrases.breadcrumbMarks.contains(character.value) {
                parts.append(text.bytes[start..<character.start])
                start = character.end
            }
            guard start > 0 else { return false }
            parts = (parts + [text.bytes[start...]]).filter { !$0.isEmpty }
            return parts.count >= 2 && parts.contains { FoldedPhrases.menuWords.contains(FoldedText.trimmingBlanks($0)) }
                && parts.allSatisfy { $0.split(separator: 0x20).count <= 2 }
        }

        private var endsLikeSentence: Bool { unit.endsWithStop && !text.hasSuffix("...") && !text.hasSuffix("\u{2026}") }

        /// "Join our fight, he said": somebody speaks, so it is no furniture.
        private var isQuotedSpeech: Bool {
            text.contains(FoldedPhrases.said) || text.contains(FoldedPhrases.closingMark) || text.contains(UInt8(ascii: "\""))
        }

        private func hasOpening(_ openings: PhraseOpenings) -> Bool { openings.begin(text.bytes[...]) }

        private static func isPointer(_ character: FoldedCharacter) -> Bool {
            // Most characters are letters, and no letter is a pointer.
            !character.isASCIILetter && FoldedPhrases.pointers.contains(character.value)
        }

        private static func hasNumber(_ bytes: ArraySlice<UInt8>) -> Bool { FoldedCharacters(bytes: bytes).contains(where: \.isNumber) }
    }
}

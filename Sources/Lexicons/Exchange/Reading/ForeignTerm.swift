/// A term as another tool writes it: words in which `*` stands for any run of characters and all else for itself.
struct ForeignTerm {
    let text: String
    let line: Int
    var column: Int?
    /// Whether `?` stands for one character.
    var hasAnyOne = false
    /// Whether `*` stands for itself too, and upper and lower case count.
    var isLiteral = false

    /// The term in our notation, nil where no word can match it; and what was found wrong.
    func pattern() -> (pattern: TermPattern?, faults: [TermFault]) {
        if !isLiteral, let plain = PlainTerm(text) { return (plain.pattern, []) }
        let (pattern, faults) = TermPatternParser.parse(notation)
        guard let refusal = pattern.flatMap(Self.refusal) else { return (pattern, faults) }
        return (nil, [refusal])
    }

    /// What another tool's term must not become: a wildcard alone would match every word, and an emoticon or a mark such as "a+" would match
    /// the one letter that it holds.
    private static func refusal(_ pattern: TermPattern) -> TermFault? {
        let letters = pattern.elements.reduce(0) { $0 + $1.characterCount }
        if letters == 0 {
            return TermFault(
                column: 1, message: "nothing but wildcards, so every word would match", remedy: "leave it out, or add a letter")
        }
        let marks = [pattern.elements.first, pattern.elements.last].compactMap { $0 }.map(\.outerMarks).joined().filter { $0 != "." }
        guard letters == 1, !pattern.hasWildcard, marks.contains(where: { !WordForm.isApostrophe($0) }) else { return nil }
        return TermFault(
            column: 1, message: "without its marks one letter or digit is left, which is another word",
            remedy: "leave it out: marks around a word are not compared")
    }

    /// The text in our notation: signs that mean something there are escaped.
    var notation: String {
        var notation = ""
        var isWordStart = true
        for character in text {
            if character.isWhitespace {
                notation += " "
            } else {
                if isWordStart, isLiteral { notation += "=" }
                notation += isSign(character) ? "\\\(character)" : String(character)
            }
            isWordStart = character.isWhitespace
        }
        return notation
    }

    private func isSign(_ character: Character) -> Bool {
        switch character {
        case "\\", "<", ">", "(", ")", "|", "=": true
        case "*": isLiteral
        case "?": !hasAnyOne
        default: false
        }
    }
}

extension TermPattern.Element {
    /// Letters, digits and signs that are no wildcards.
    fileprivate var characterCount: Int {
        switch self {
        case .gap: 0
        case .compound(let compound):
            compound.words.reduce(0) { $0 + $1.glyphs.count { if case .character = $0 { true } else { false } } }
        case .choice(let alternatives): alternatives.joined().reduce(0) { $0 + $1.characterCount }
        }
    }

    /// What a term alone of this element would not compare.
    fileprivate var outerMarks: String {
        if case .compound(let compound) = self { compound.leading + compound.trailing } else { "" }
    }
}

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
        return TermPatternParser.parse(notation)
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

/// What a foreign format can say of a term.
struct DictionaryNotation {
    /// Whether `*` may stand elsewhere than at the end of the term.
    var hasInnerWildcards: Bool
    /// Whether `?` stands for one character.
    var hasAnyOne: Bool
    /// Characters that would part or end the term there.
    var forbidden: Set<Character> = []

    /// `form` as text, or why it cannot be said.
    func text(of form: [TermForms.Sign]) -> Result<String, Unsayable> {
        var text = ""
        for (index, sign) in form.enumerated() {
            switch sign {
            case .anyRun:
                guard hasInnerWildcards || index == form.count - 1 else {
                    return .failure(Unsayable(reason: "a * before the end of the term"))
                }
                text.append("*")
            case .anyOne:
                guard hasAnyOne else { return .failure(Unsayable(reason: "a ? for one character")) }
                text.append("?")
            case .character(let character):
                let isWildcard = character == "*" || (character == "?" && hasAnyOne)
                guard !isWildcard, !forbidden.contains(character) else {
                    return .failure(Unsayable(reason: "the sign \u{201C}\(character)\u{201D} itself"))
                }
                text.append(character)
            }
        }
        return .success(text)
    }

    struct Unsayable: Error {
        let reason: String
    }
}

/// A term of a word list with what the list hangs on it: a part of speech behind a bar, as in "Abbau|NN" (SentiWS), or the number of a sense
/// behind a sign, as in "ABOUT#1" (General Inquirer). No text has either.
struct TaggedTerm {
    let term: String
    let tag: String?
    let sense: String?

    init(_ text: String) {
        let (beforeBar, tag) = Self.cut(text, at: "|") { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isUppercase } }
        let (beforeSign, sense) = Self.cut(text, at: "#") { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        self.tag = tag
        self.sense = sense
        term = tag != nil ? beforeBar : sense != nil ? beforeSign : text
    }

    private static func cut(_ text: String, at sign: Character, where isMark: (Substring) -> Bool) -> (before: String, mark: String?) {
        guard let place = text.lastIndex(of: sign), place > text.startIndex, isMark(text[text.index(after: place)...]) else {
            return (text, nil)
        }
        return (String(text[..<place]), String(text[text.index(after: place)...]))
    }
}

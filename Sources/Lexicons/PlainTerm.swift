/// A term of ASCII letters and blanks, each word with at most a `*` at its end: nearly all there are, made without the parser, which
/// a dictionary of a million terms would keep busy for minutes. It gives what the parser gives.
struct PlainTerm {
    let pattern: TermPattern

    init?(_ text: String) {
        guard text.utf8.count <= 200 else { return nil }
        var elements: [TermPattern.Element] = []
        for word in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
            let stem = word.last == UInt8(ascii: "*") ? word.dropLast() : word[...]
            guard !stem.isEmpty, stem.allSatisfy(\.isASCIILetter) else { return nil }
            var glyphs = stem.map { WordPattern.Glyph.character(Character(Unicode.Scalar($0))) }
            if stem.count < word.count { glyphs.append(.anyRun) }
            elements.append(.compound(Compound(words: [WordPattern(glyphs: glyphs, isExactCase: false)])))
        }
        pattern = TermPattern(source: text, elements: elements)
    }
}

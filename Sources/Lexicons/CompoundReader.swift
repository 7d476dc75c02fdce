import Words

/// Cuts what stands between two blanks of a term into words, by the rules that cut the text.
struct CompoundReader {
    private let tokens: [TermToken]
    private let isExactCase: Bool
    private(set) var compound: Compound?
    private(set) var faults: [TermFault] = []

    init(_ tokens: [TermToken]) {
        isExactCase = tokens.first?.kind == .exactCase
        self.tokens = isExactCase ? Array(tokens.dropFirst()) : tokens
        if let stray = self.tokens.first(where: { $0.kind == .exactCase }) {
            faults.append(
                TermFault(
                    column: stray.column, message: "\u{201C}=\u{201D} makes case count only at the start of a word",
                    remedy: "move it to the start, or write \\= for the sign itself"
                ))
        } else {
            readWords(column: tokens.first?.column ?? 1)
        }
    }

    private mutating func readWords(column: Int) {
        guard !tokens.isEmpty else {
            faults.append(
                TermFault(
                    column: column, message: "\u{201C}=\u{201D} stands alone",
                    remedy: "write the word behind it, or \\= for the sign itself"))
            return
        }
        let words = wordRanges()
        guard let first = words.first, let last = words.last else {
            let remedy =
                tokens.count == 1 && characters(0..<1).allSatisfy(WordForm.isHyphen)
                ? "write a hyphen without blanks around it, as in a-b or (a|b)-c"
                : "leave it out: punctuation between two words of a term is compared when it touches one of them"
            faults.append(
                TermFault(column: column, message: "no letter or digit stands here, so no word of a text can match", remedy: remedy))
            return
        }
        compound = Compound(
            words: words.map(wordPattern), joints: zip(words, words.dropFirst()).map { joint(from: $0.upperBound, to: $1.lowerBound) },
            leading: characters(0..<first.lowerBound), trailing: characters(last.upperBound..<tokens.count)
        )
    }

    /// The words as ranges of tokens.
    private func wordRanges() -> [Range<Int>] {
        if isLoneClitic { return [0..<tokens.count] }
        var bytes: [UInt8] = []
        var tokenAtByte: [Int] = []
        for (index, token) in tokens.enumerated() {
            let utf8 = Array(String(standIn(for: token, at: index)).utf8)
            bytes += utf8
            tokenAtByte += Array(repeating: index, count: utf8.count)
        }
        let spans = WordSegmenter.words(in: bytes, span: ByteSpan(0, bytes.count))
        return spans.map { tokenAtByte[$0.start]..<(tokenAtByte[$0.end - 1] + 1) }
    }

    /// "'s" by itself: in a text the word rules make it a word of its own, which they cannot know here, without the word before it.
    private var isLoneClitic: Bool {
        guard tokens.count == 2, case .character(let mark) = tokens[0].kind, case .character(let letter) = tokens[1].kind else {
            return false
        }
        return WordForm.isApostrophe(mark) && (letter == "s" || letter == "S")
    }

    private func standIn(for token: TermToken, at index: Int) -> Character {
        switch token.kind {
        case .character(let character): character
        case .anyRun, .anyOne: wildcardStandIn(at: index)
        case .blank, .open, .bar, .close, .gap, .exactCase: " "
        }
    }

    /// A wildcard is cut like the letter or digit before it, else behind it; never like an s, which would turn `x'?` into x and 's.
    private func wildcardStandIn(at index: Int) -> Character {
        let neighbours = tokens[..<index].reversed() + tokens[index...]
        for neighbour in neighbours {
            guard case .character(let character) = neighbour.kind, character.isLetter || character.isNumber else { continue }
            return character == "s" || character == "S" ? "a" : character
        }
        return "a"
    }

    private func wordPattern(_ range: Range<Int>) -> WordPattern {
        WordPattern(glyphs: tokens[range].compactMap(\.kind.glyph), isExactCase: isExactCase)
    }

    private func characters(_ range: Range<Int>) -> String {
        String(tokens[range].compactMap { token in if case .character(let character) = token.kind { character } else { nil } })
    }

    private func joint(from start: Int, to end: Int) -> Joint {
        let between = characters(start..<end)
        guard let hyphen = between.firstIndex(where: WordForm.isHyphen) else { return Joint(before: between, .none) }
        return Joint(before: String(between[..<hyphen]), .hyphen, after: String(between[between.index(after: hyphen)...]))
    }
}

extension TermToken.Kind {
    fileprivate var glyph: WordPattern.Glyph? {
        switch self {
        case .character(let character): .character(character)
        case .anyRun: .anyRun
        case .anyOne: .anyOne
        case .exactCase, .blank, .open, .bar, .close, .gap: nil
        }
    }
}

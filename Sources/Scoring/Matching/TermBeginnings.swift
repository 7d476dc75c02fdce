import Lexicons

/// How the terms of a lexicon begin, as numbers of word patterns.
struct TermBeginnings {
    /// Words that may be a whole match, or be followed by what cannot be told from one more word.
    private(set) var singles: [Int32] = []
    private(set) var pairs: [(first: Int32, second: Int32)] = []
    /// First words with a wildcard behind at least one byte.
    private(set) var prefixes: [Int32] = []
    /// Whether some first word begins with a wildcard.
    private(set) var isOpen = false
    private let forms: PatternForms

    init(_ lexicon: CompiledLexicon) {
        forms = lexicon.forms
        var isAdded = Array(repeating: false, count: lexicon.patterns.count)
        for term in lexicon.terms where !isAdded[term.pattern] {
            isAdded[term.pattern] = true
            add(lexicon.patterns[term.pattern])
        }
    }

    private mutating func add(_ pattern: CompiledPattern) {
        if pattern.isPlain {
            let second = pattern.words.count > 1 ? pattern.words[1] : nil
            return add(pattern.words[0], second: second.flatMap { forms[$0].isPrefix ? nil : $0 })
        }
        for state in pattern.first {
            guard !pattern.isLast(state), let seconds = seconds(after: state, in: pattern) else {
                add(pattern.words[state], second: nil)
                continue
            }
            for second in seconds { add(pattern.words[state], second: second) }
        }
    }

    /// - Parameter second: nil where none is known.
    private mutating func add(_ first: Int32, second: Int32?) {
        let form = forms[first]
        if form.isPrefix {
            if form.isEmpty { isOpen = true } else { prefixes.append(first) }
        } else if let second {
            pairs.append((first, second))
        } else {
            singles.append(first)
        }
    }

    /// The words that can follow; nil where a gap or a wildcard does.
    private func seconds(after state: Int, in pattern: CompiledPattern) -> [Int32]? {
        var seconds: [Int32] = []
        for link in pattern.links(from: state) {
            guard case .joint = link.crossing else { return nil }
            if forms[link.word].isPrefix { return nil }
            seconds.append(link.word)
        }
        return seconds
    }
}

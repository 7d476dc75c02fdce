import Lexicons

/// The words from which the terms of a lexicon are looked for, as numbers of word patterns: every match holds one of its term's.
///
/// Nearly always the first word, with the second where that is known. A term such as `under <0-4> control of` is looked for from "control": its first
/// word stands everywhere.
struct TermAnchors: Sendable {
    /// Words that may be a whole match, or be followed by what cannot be told from one more word.
    private(set) var singles: [Int32] = []
    private(set) var pairs: [(first: Int32, second: Int32)] = []
    /// Words with a wildcard behind at least one byte.
    private(set) var prefixes: [Int32] = []
    /// Whether some word begins with a wildcard.
    private(set) var isOpen = false
    private let forms: PatternForms
    /// For each word pattern whether some term that is looked for from it begins there.
    private var isStart: [Bool]
    /// For each word pattern the terms that begin before it.
    private var distant: [Int32: [PatternAnchor]] = [:]

    init(terms: [CompiledLexicon.CompiledTerm], patterns: [CompiledPattern], forms: PatternForms) {
        self.forms = forms
        isStart = Array(repeating: false, count: forms.all.count)
        var isAdded = Array(repeating: false, count: patterns.count)
        for term in terms where !isAdded[term.pattern] {
            isAdded[term.pattern] = true
            add(patterns[term.pattern], number: term.pattern)
        }
    }

    /// Whether all terms are looked for from where they begin.
    var areStarts: Bool { distant.isEmpty }

    func isStart(_ word: Int32) -> Bool { isStart[Int(word)] }

    func distant(from word: Int32) -> [PatternAnchor] { distant[word] ?? [] }

    private mutating func add(_ pattern: CompiledPattern, number: Int) {
        if pattern.isPlain {
            let second = pattern.words.count > 1 ? pattern.words[1] : nil
            isStart[Int(pattern.words[0])] = true
            return add(pattern.words[0], second: second.flatMap { forms[$0].isPrefix ? nil : $0 })
        }
        for anchor in areTold(pattern.first, in: pattern) ? pattern.firstAnchors : pattern.anchors {
            let word = pattern.words[anchor.state]
            if anchor.distance.lowerBound == 0 { isStart[Int(word)] = true }
            if anchor.distance.upperBound > 0 {
                distant[word, default: []].append(PatternAnchor(pattern, number: number, state: anchor.state))
            }
            guard !pattern.isLast(anchor.state), let seconds = seconds(after: anchor.state, in: pattern) else {
                add(word, second: nil)
                continue
            }
            for second in seconds { add(word, second: second) }
        }
    }

    /// Whether one word is a match or two in a row tell that it may begin.
    private func areTold(_ states: [Int], in pattern: CompiledPattern) -> Bool {
        states.allSatisfy { state in
            !forms[pattern.words[state]].isPrefix && (pattern.isLast(state) || seconds(after: state, in: pattern) != nil)
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
            let word = pattern.words[link.target]
            if forms[word].isPrefix { return nil }
            seconds.append(word)
        }
        return seconds
    }
}

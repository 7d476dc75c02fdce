import Lexicons

/// How the terms of a lexicon begin, in folded bytes.
struct TermBeginnings {
    /// Words that may be a whole match, or be followed by what cannot be told from one more word.
    private(set) var singles: Set<[UInt8]> = []
    private(set) var pairs: [([UInt8], [UInt8])] = []
    /// First words of phrases.
    private(set) var firsts: Set<[UInt8]> = []
    /// What stands before a first word's first wildcard, at least one byte.
    private(set) var prefixes: Set<[UInt8]> = []
    /// Whether some first word begins with a wildcard.
    private(set) var isOpen = false
    private let forms: [PatternForm]

    init(_ lexicon: CompiledLexicon) {
        forms = lexicon.forms
        for pattern in Set(lexicon.terms.map(\.pattern)).sorted() { add(lexicon.patterns[pattern]) }
    }

    private mutating func add(_ pattern: CompiledPattern) {
        for state in pattern.first {
            switch forms[Int(pattern.words[state])] {
            case .prefix(let head) where head.isEmpty: isOpen = true
            case .prefix(let head): prefixes.insert(head)
            case .word(let first):
                guard !pattern.isLast[state], let seconds = seconds(after: state, in: pattern) else {
                    singles.insert(first)
                    continue
                }
                firsts.insert(first)
                for second in seconds { pairs.append((first, second)) }
            }
        }
    }

    /// The ASCII words that can follow; nil where a gap or a wildcard does.
    private func seconds(after state: Int, in pattern: CompiledPattern) -> [[UInt8]]? {
        var seconds: [[UInt8]] = []
        for link in pattern.links[state] {
            guard case .joint = link.crossing else { return nil }
            switch forms[Int(link.word)] {
            case .word(let second): seconds.append(second)
            case .prefix: return nil
            }
        }
        return seconds
    }
}

/// A term as its brackets nest, before its words are cut.
indirect enum TermNode {
    /// Signs with neither blank, gap nor choice among them.
    case text([TermToken])
    case blank
    case gap(TermToken)
    case choice([[TermNode]])
}

/// Reads the brackets of a term.
struct TermNodeReader {
    /// Choices inside choices; no term that a person can read needs more, and it bounds the recursion.
    static let deepestNesting = 12

    private let tokens: [TermToken]
    private var position = 0
    private(set) var nodes: [TermNode] = []
    private(set) var faults: [TermFault] = []

    init(_ tokens: [TermToken]) {
        self.tokens = tokens
        nodes = readSequence(depth: 0)
    }

    /// Reads up to the bar or bracket that ends the alternative; at depth 0 to the end of the term.
    private mutating func readSequence(depth: Int) -> [TermNode] {
        var sequence: [TermNode] = []
        while position < tokens.count {
            let token = tokens[position]
            switch token.kind {
            case .bar, .close:
                if depth > 0 { return sequence }
                refuseStray(token)
            case .open: sequence.append(readChoice(depth: depth + 1))
            case .blank: append(.blank, to: &sequence)
            case .gap: append(.gap(token), to: &sequence)
            case .character, .anyRun, .anyOne, .exactCase: sequence.append(readText())
            }
        }
        return sequence
    }

    private mutating func append(_ node: TermNode, to sequence: inout [TermNode]) {
        sequence.append(node)
        position += 1
    }

    private mutating func refuseStray(_ token: TermToken) {
        let isBar = token.kind == .bar
        faults.append(
            TermFault(
                column: token.column, message: isBar ? "a bar stands outside any choice" : "a bracket closes no choice",
                remedy: isBar
                    ? "put brackets around the choice, (a|b), or write \\| for the sign itself"
                    : "leave it out, or write \\) for the sign itself"
            ))
        position += 1
    }

    private mutating func readText() -> TermNode {
        let start = position
        while position < tokens.count, tokens[position].kind.isText { position += 1 }
        return .text(Array(tokens[start..<position]))
    }

    private mutating func readChoice(depth: Int) -> TermNode {
        let opening = tokens[position]
        guard depth <= Self.deepestNesting else {
            faults.append(
                TermFault(column: opening.column, message: "choices nest deeper than \(Self.deepestNesting)", remedy: "write several terms")
            )
            position = tokens.count
            return .choice([])
        }
        position += 1
        var alternatives: [[TermNode]] = []
        repeat { alternatives.append(readAlternative(depth: depth)) } while continuesAfterBar()
        if position < tokens.count {
            position += 1
        } else if faults.isEmpty {
            faults.append(TermFault(column: opening.column, message: "the choice is not closed", remedy: "add a closing bracket"))
        }
        return .choice(alternatives)
    }

    private mutating func continuesAfterBar() -> Bool {
        guard position < tokens.count, tokens[position].kind == .bar else { return false }
        position += 1
        return true
    }

    private mutating func readAlternative(depth: Int) -> [TermNode] {
        let column = position < tokens.count ? tokens[position].column : tokens.last?.column ?? 1
        let alternative = readSequence(depth: depth)
        let isEmpty = alternative.allSatisfy { if case .blank = $0 { true } else { false } }
        if isEmpty, position < tokens.count {
            faults.append(
                TermFault(
                    column: column, message: "an alternative is empty",
                    remedy: "give it a word; for an optional word list the term twice, with and without it"
                ))
        }
        return alternative
    }
}

extension TermToken.Kind {
    fileprivate var isText: Bool {
        switch self {
        case .character, .anyRun, .anyOne, .exactCase: true
        case .blank, .open, .bar, .close, .gap: false
        }
    }
}

import Diagnostics

/// Reads a term: source text to pattern, or every fault found in it.
///
/// A choice that touches other signs is spelled out: `occup(y|ied)` is `(occupy|occupied)`, `anti-(Armenian|war)` is `(anti-Armenian|anti-war)`.
/// A gap has a word on each side within its alternative. What is bounded: the term's length, its nesting, its words after spelling out,
/// and the size of its automaton, so that no term can make a run slow.
package struct TermPatternParser {
    /// In characters.
    static let longestTerm = 1_000
    /// Words after choices that touch other signs are spelled out.
    static let mostWords = 400
    /// Choices in a row that touch; it bounds the recursion that spells them out.
    static let mostTouchingChoices = 8

    private var faults: [TermFault] = []
    private var wordsLeft = mostWords

    private init() {}

    /// The pattern, nil where a fault is an error; the faults in order of column.
    package static func parse(_ source: String) -> (pattern: TermPattern?, faults: [TermFault]) {
        if let plain = PlainTerm(source) { return (plain.pattern, []) }
        if let usual = UsualTermReader.pattern(source) { return (usual, []) }
        return parseSigns(source)
    }

    /// As above, without the short ways for terms that have no signs, and for most that have.
    static func parseSigns(_ source: String) -> (pattern: TermPattern?, faults: [TermFault]) {
        var parser = TermPatternParser()
        let elements = parser.elements(of: source)
        var pattern: TermPattern? = TermPattern(source: source, elements: elements)
        if let whole = pattern, !parser.hasError, !whole.isSurelySmall, TermAutomaton(whole) == nil { parser.refuseSize() }
        if parser.hasError { pattern = nil }
        var seen: Set<TermFault> = []
        let distinct = parser.faults.filter { seen.insert($0).inserted }
        return (pattern, distinct.sorted { ($0.column, $0.message) < ($1.column, $1.message) })
    }

    private var hasError: Bool { faults.contains { $0.severity == .error } }

    private mutating func elements(of source: String) -> [TermPattern.Element] {
        guard source.contains(where: { !$0.isWhitespace }) else {
            faults.append(TermFault(column: 1, message: "the term is empty", remedy: "give it a word or leave it out"))
            return []
        }
        guard source.count <= Self.longestTerm else {
            faults.append(
                TermFault(
                    column: Self.longestTerm + 1, message: "a term holds at most \(Self.longestTerm) characters",
                    remedy: "write several terms"))
            return []
        }
        let tokenizer = TermTokenizer(source)
        let reader = TermNodeReader(tokenizer.tokens)
        faults = tokenizer.faults + reader.faults
        // Cutting words out of brackets that do not match would only add faults that are none.
        guard !hasError else { return [] }
        let elements = lower(reader.nodes)
        warnOfOuterPunctuation(elements, source)
        return elements
    }

    /// Marks around a term are not compared. A stop at its end and apostrophes belong to the spelling ("U.S.", "Armenians'"); others are told.
    private mutating func warnOfOuterPunctuation(_ elements: [TermPattern.Element], _ source: String) {
        let remedy = "leave them out; the term matches with and without them"
        let leading = elements.first?.outerPunctuation(\.leading) ?? ""
        if leading.contains(where: { !WordForm.isApostrophe($0) }) {
            faults.append(TermFault(.warning, column: 1, message: "marks before the first word are not compared", remedy: remedy))
        }
        let trailing = elements.last?.outerPunctuation(\.trailing) ?? ""
        if trailing.contains(where: { $0 != "." && !WordForm.isApostrophe($0) }) {
            faults.append(TermFault(.warning, column: source.count, message: "marks behind the last word are not compared", remedy: remedy))
        }
    }

    private mutating func lower(_ nodes: [TermNode]) -> [TermPattern.Element] {
        var elements: [TermPattern.Element] = []
        var chunk: [TermNode] = []
        for node in nodes {
            switch node {
            case .text, .choice: chunk.append(node)
            case .blank: flush(&chunk, to: &elements)
            case .gap(let token):
                flush(&chunk, to: &elements)
                appendGap(token, to: &elements)
            }
        }
        flush(&chunk, to: &elements)
        if let last = nodes.last(where: { !$0.isBlank }), case .gap(let token) = last { refuseOuterGap(token) }
        return elements
    }

    private mutating func appendGap(_ token: TermToken, to elements: inout [TermPattern.Element]) {
        guard case .gap(let atLeast, let atMost) = token.kind else { return }
        switch elements.last {
        case nil: refuseOuterGap(token)
        case .gap(let earlierLeast, let earlierMost):
            let most = earlierMost + atMost
            elements[elements.count - 1] = .gap(atLeast: earlierLeast + atLeast, atMost: most)
            if most > TermTokenizer.longestGap {
                faults.append(
                    TermFault(
                        column: token.column, message: "a gap holds at most \(TermTokenizer.longestGap) words", remedy: "use a smaller gap")
                )
            }
        case .compound, .choice: elements.append(.gap(atLeast: atLeast, atMost: atMost))
        }
    }

    private mutating func refuseOuterGap(_ token: TermToken) {
        faults.append(
            TermFault(
                column: token.column, message: "a gap at the end of a term or alternative needs no word there",
                remedy: "leave the gap out, or name the word that stands beyond it"
            ))
    }

    private mutating func flush(_ chunk: inout [TermNode], to elements: inout [TermPattern.Element]) {
        defer { chunk = [] }
        guard !chunk.isEmpty, wordsLeft > 0 else { return }
        let choices = chunk.indices.filter { chunk[$0].isChoice }
        guard choices.count <= Self.mostTouchingChoices else { return refuseSize() }
        guard let choice = choices.first, case .choice(let alternatives) = chunk[choice] else {
            return appendCompound(chunk, to: &elements)
        }
        let lowered = alternatives.map { chunk.count == 1 ? lower($0) : lower(chunk[..<choice] + $0 + chunk[(choice + 1)...]) }
        elements.append(.choice(lowered))
    }

    private mutating func appendCompound(_ chunk: [TermNode], to elements: inout [TermPattern.Element]) {
        let tokens = chunk.flatMap { node in if case .text(let tokens) = node { tokens } else { [] as [TermToken] } }
        let reader = CompoundReader(tokens)
        faults += reader.faults
        wordsLeft -= reader.compound?.words.count ?? 1
        if wordsLeft <= 0 { refuseSize() }
        if let compound = reader.compound { elements.append(.compound(compound)) }
    }

    private mutating func refuseSize() {
        faults.append(TermFault(column: 1, message: "the term stands for too many forms at once", remedy: "write several smaller terms"))
    }
}

extension TermPattern.Element {
    /// The marks that the compounds at one end of this element write there.
    fileprivate func outerPunctuation(_ end: KeyPath<Compound, String>) -> String {
        switch self {
        case .gap: ""
        case .compound(let compound): compound[keyPath: end]
        case .choice(let alternatives):
            alternatives.compactMap { end == \.leading ? $0.first : $0.last }.map { $0.outerPunctuation(end) }.joined()
        }
    }
}

extension TermNode {
    fileprivate var isBlank: Bool { if case .blank = self { true } else { false } }
    fileprivate var isChoice: Bool { if case .choice = self { true } else { false } }
}

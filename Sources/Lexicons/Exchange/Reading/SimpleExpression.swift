/// The regular expressions that say no more than a term can: letters, `.` and `.*`, choices, `?`, small sets, anchors.
///
/// Source of the notation: Python's `re` (spaCy) and `java.util.regex` (Yoshikoder), which agree in all of this.
struct SimpleExpression {
    /// Terms that one expression may stand for.
    static let mostTerms = 200
    private static let deepestNesting = 20

    private let characters: [Character]
    private var position = 0
    private var depth = 0
    private var failed = false

    /// The terms, with `*` and `?`, that together match what `source` matches; nil where it says more.
    ///
    /// - Parameter isWholeWord: whether the expression must match a word from its start to its end, not just some part of it.
    static func terms(of source: String, isWholeWord: Bool) -> [String]? {
        var expression = SimpleExpression(characters: Array(source))
        let branches = expression.branches()
        guard !expression.failed, expression.position == expression.characters.count, !branches.isEmpty else { return nil }
        let terms = branches.compactMap { anchored($0, isWholeWord: isWholeWord) }
        guard terms.count == branches.count else { return nil }
        return terms.reduce(into: []) { distinct, term in if !distinct.contains(term) { distinct.append(term) } }
    }

    private init(characters: [Character]) { self.characters = characters }

    /// Anchors stand for themselves until here; elsewhere than at the ends they match nothing.
    private static func anchored(_ branch: String, isWholeWord: Bool) -> String? {
        var inner = branch[...]
        let isStart = inner.first == "^"
        if isStart { inner = inner.dropFirst() }
        let isEnd = inner.last == "$"
        if isEnd { inner = inner.dropLast() }
        guard !inner.isEmpty, !inner.contains("^"), !inner.contains("$") else { return nil }
        let term = (isStart || isWholeWord ? "" : "*") + inner + (isEnd || isWholeWord ? "" : "*")
        return term.replacing(/\*+/, with: "*")
    }

    private mutating func branches() -> [String] {
        var all = sequence()
        while take("|") {
            all += sequence()
            if all.count > Self.mostTerms { failed = true }
        }
        return all
    }

    private mutating func sequence() -> [String] {
        var prefixes = [""]
        while !failed, let next = current, next != "|", next != ")" {
            let pieces = quantified(piece())
            prefixes = prefixes.flatMap { prefix in pieces.map { prefix + $0 } }
            if prefixes.count > Self.mostTerms { failed = true }
        }
        return failed ? [] : prefixes
    }

    private var current: Character? { position < characters.count ? characters[position] : nil }

    private mutating func take(_ character: Character) -> Bool {
        guard current == character else { return false }
        position += 1
        return true
    }

    private mutating func piece() -> [String] {
        guard let character = current else { return fail() }
        position += 1
        switch character {
        case ".": return ["?"]
        case "(": return group()
        case "[": return set()
        case "\\": return escaped()
        case "*", "+", "?", "{", "}", "]": return fail()
        default: return character.isWhitespace ? fail() : [String(character)]
        }
    }

    private mutating func quantified(_ pieces: [String]) -> [String] {
        if take("?") { return [""] + pieces }
        if take("*") { return pieces == ["?"] ? ["*"] : fail() }
        if take("+") { return pieces == ["?"] ? ["?*"] : fail() }
        return current == "{" ? fail() : pieces
    }

    private mutating func group() -> [String] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepestNesting else { return fail() }
        if take("?"), !take(":") { return fail() }
        let inside = branches()
        return take(")") ? inside : fail()
    }

    private mutating func set() -> [String] {
        var members: [String] = []
        while let member = current, member != "]" {
            guard member.isLetter || member.isNumber else { return fail() }
            members.append(String(member))
            position += 1
        }
        return take("]") && !members.isEmpty ? members : fail()
    }

    private mutating func escaped() -> [String] {
        guard let character = current else { return fail() }
        position += 1
        if character == "w" { return ["?"] }
        // A sign that would turn into a wildcard cannot be written in these terms.
        return character.isLetter || character.isNumber || "*?^$".contains(character) ? fail() : [String(character)]
    }

    private mutating func fail() -> [String] {
        failed = true
        return []
    }
}

/// One sign of a term's notation and where it stands.
struct TermToken {
    enum Kind: Hashable {
        /// A character that stands for itself, escaped or not.
        case character(Character)
        case anyRun, anyOne
        case exactCase
        case blank
        case open, bar, close
        case gap(atLeast: Int, atMost: Int)
    }

    let kind: Kind
    /// 1-based character of the term.
    let column: Int
}

/// Cuts a term into the signs of its notation; what cannot be read becomes a fault and is left out.
struct TermTokenizer {
    /// More words apart than this, two words no longer make one expression; it also bounds the work at each word of the text.
    static let longestGap = 50

    private let characters: [Character]
    private var position = 0
    private(set) var tokens: [TermToken] = []
    private(set) var faults: [TermFault] = []

    init(_ source: String) {
        characters = Array(source)
        while position < characters.count { readToken() }
    }

    private var column: Int { position + 1 }

    private mutating func readToken() {
        switch characters[position] {
        case "\\": readEscape()
        case "<": readGap()
        case ">": refuse("\u{201C}>\u{201D} closes no gap", remedy: "write \\> for the sign itself")
        case "*": append(.anyRun)
        case "?": append(.anyOne)
        case "=": append(.exactCase)
        case "(": append(.open)
        case "|": append(.bar)
        case ")": append(.close)
        case let character where character.isWhitespace: append(.blank)
        case let character: append(.character(character))
        }
    }

    private mutating func append(_ kind: TermToken.Kind) {
        tokens.append(TermToken(kind: kind, column: column))
        position += 1
    }

    private mutating func refuse(_ message: String, remedy: String) {
        faults.append(TermFault(column: column, message: message, remedy: remedy))
        position += 1
    }

    private mutating func readEscape() {
        guard position + 1 < characters.count else {
            return refuse("a backslash at the end escapes nothing", remedy: "leave it out, or write \\\\ for the sign itself")
        }
        let escaped = characters[position + 1]
        tokens.append(TermToken(kind: escaped.isWhitespace ? .blank : .character(escaped), column: column))
        position += 2
    }

    private mutating func readGap() {
        guard let end = characters[position...].firstIndex(of: ">") else {
            return refuse("\u{201C}<\u{201D} opens a gap that is not closed", remedy: "write a gap as <0-3>, or \\< for the sign itself")
        }
        let bounds = characters[(position + 1)..<end].split(separator: "-", omittingEmptySubsequences: false).map { Self.number($0) }
        appendGap(bounds)
        position = end + 1
    }

    /// A whole number in ASCII digits; more than fits reads as far too large, so that the fault names the limit.
    private static func number(_ digits: ArraySlice<Character>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(String(digits)) ?? Int.max
    }

    private mutating func appendGap(_ bounds: [Int?]) {
        guard bounds.count == 2, let atLeast = bounds[0], let atMost = bounds[1] else {
            let remedy = bounds.count == 1 ? bounds[0].map { "write <\($0)-\($0)> for exactly that many words" } : nil
            return fault("a gap takes two numbers", remedy: remedy ?? "write <0-3> for up to three words")
        }
        guard atLeast <= atMost else {
            return fault("the gap's first number is greater than its second", remedy: "write <\(atMost)-\(atLeast)>")
        }
        guard atMost <= Self.longestGap else {
            return fault("a gap holds at most \(Self.longestGap) words", remedy: "use a smaller gap, or `near`")
        }
        guard atMost > 0 else {
            return fault("a gap of no words says nothing", remedy: "leave it out; a blank stands for it")
        }
        tokens.append(TermToken(kind: .gap(atLeast: atLeast, atMost: atMost), column: column))
    }

    private mutating func fault(_ message: String, remedy: String) {
        faults.append(TermFault(column: column, message: message, remedy: remedy))
    }
}

import Diagnostics
import Foundation

/// Patterns of spaCy's EntityRuler, one JSON object a line: `label`, `pattern` (a text, or a list with an object for each token), `id`.
///
/// A text counts upper and lower case, as spaCy does unless told otherwise. Of the keys of tokens those that words alone decide are read:
/// LOWER, TEXT, ORTH, with REGEX and IN, and OP `?`. The rest (LEMMA, POS and others) needs a language model; a pattern with one is left out
/// and told. Source: the spaCy 3 documentation, "Rule-based matching".
struct SpacyReader {
    private var draft: DictionaryDraft

    static func read(_ bytes: [UInt8], into draft: DictionaryDraft) -> DictionaryDraft {
        var reader = SpacyReader(draft: draft)
        for line in SourceLines(bytes) where !line.isBlank && !reader.draft.isFull { reader.read(line) }
        return reader.draft
    }

    private init(draft: DictionaryDraft) { self.draft = draft }

    private mutating func read(_ line: SourceLine) {
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: Data(line.bytes.trimmingBlanks))
        } catch {
            return draft.report(
                .error, line.number, "no JSON object", text: line.text, column: 1,
                remedy: "write one object a line, {\"label\": \"NAME\", \"pattern\": \"TERM\"}")
        }
        guard let entry = object as? [String: Any] else {
            return refuse(line, "a pattern is an object", remedy: "write {\"label\": \"NAME\", \"pattern\": \"TERM\"}")
        }
        for key in entry.keys.sorted() where !["label", "pattern", "id"].contains(key) {
            draft.report(.warning, line.number, "an unknown key", text: key, remedy: "the keys here are label, pattern and id")
        }
        guard let label = entry["label"] as? String, !label.isEmpty else {
            return refuse(line, "the pattern has no label", remedy: "add \"label\": \"NAME\"")
        }
        let category = draft.category(label, line: line.number)
        switch entry["pattern"] {
        case let text as String where !text.trimmed.isEmpty:
            draft.add(ForeignTerm(text: text, line: line.number, isLiteral: true), to: category)
        case let tokens as [Any] where !tokens.isEmpty: add(tokens, to: category, line)
        default: refuse(line, "the entry has no pattern", remedy: "add \"pattern\": a text, or a list with an object for each token")
        }
    }

    private mutating func refuse(_ line: SourceLine, _ message: String, remedy: String) {
        draft.report(.error, line.number, message, text: line.text, column: 1, remedy: remedy)
    }

    private mutating func add(_ tokens: [Any], to category: Int, _ line: SourceLine) {
        var pattern = SpacyPattern()
        for token in tokens { pattern.append(token) }
        if let reason = pattern.unsupported {
            return draft.report(
                .warning, line.number, "left out: \(reason.message)", text: reason.text,
                remedy: "list the words meant with LOWER, or write the term by hand")
        }
        for notation in pattern.notations {
            let (term, faults) = TermPatternParser.parse(notation)
            guard let term else {
                draft.report(
                    .warning, line.number, "left out: \(faults.first?.message ?? "no term")", text: notation, remedy: faults.first?.remedy)
                continue
            }
            draft.add(term, of: ForeignTerm(text: term.source, line: line.number), to: category)
        }
    }
}

/// A list of token patterns on its way to terms in our notation.
private struct SpacyPattern {
    /// Each way through the tokens, a word of our notation for each token.
    private var ways: [[String]] = [[]]
    private(set) var unsupported: (message: String, text: String)?

    /// Ways that optional tokens may make.
    private static let mostWays = 64

    var notations: [String] { ways.filter { !$0.isEmpty }.map { $0.joined(separator: " ") } }

    mutating func append(_ token: Any) {
        guard unsupported == nil else { return }
        guard let token = token as? [String: Any] else { return fail("a token is an object", "\(token)") }
        var word: String?
        var isOptional = false
        for (key, value) in token.sorted(by: { $0.key < $1.key }) {
            switch key.uppercased() {
            case "OP":
                isOptional = (value as? String) == "?"
                if !isOptional, (value as? String) != "1" { return fail("the operator OP has no counterpart", "\(value)") }
            case "LOWER": word = self.word(value, isExact: false)
            case "TEXT", "ORTH": word = self.word(value, isExact: true)
            default: return fail("the key needs what words alone do not tell", key)
            }
        }
        guard unsupported == nil else { return }
        // An object without keys is any one word.
        append(word ?? "*", isOptional: isOptional)
    }

    private mutating func append(_ word: String, isOptional: Bool) {
        let isPunctuation = !word.contains { $0.isLetter || $0.isNumber || $0 == "*" || $0 == "?" }
        ways = ways.map { $0.adding(word, joined: isPunctuation) } + (isOptional ? ways : [])
        if ways.count > Self.mostWays { fail("the optional tokens make more than \(Self.mostWays) terms", word) }
    }

    private mutating func word(_ value: Any, isExact: Bool) -> String? {
        if let text = value as? String { return notation([text], isExact: isExact) }
        guard let condition = value as? [String: Any], condition.count == 1, let (key, value) = condition.first else {
            return failed("the condition has no counterpart", "\(value)")
        }
        switch (key.uppercased(), value) {
        case ("IN", let words as [String]) where !words.isEmpty: return notation(words, isExact: isExact)
        case ("REGEX", let source as String):
            guard let terms = SimpleExpression.terms(of: source, isWholeWord: false) else {
                return failed("the regular expression says more than a term can", source)
            }
            return choice(terms.map { ForeignTerm(text: $0, line: 0, hasAnyOne: true).notation }, isExact: isExact)
        default: return failed("the condition has no counterpart", key)
        }
    }

    private mutating func notation(_ words: [String], isExact: Bool) -> String? {
        if !isExact, let word = words.first(where: { $0 != $0.lowercased() }) { return failed("LOWER with capitals never matches", word) }
        let escaped = words.map { ForeignTerm(text: $0.trimmed, line: 0, isLiteral: true).notation }
        // The notation of a literal counts case; without it, the sign at each word's start is left out.
        return choice(
            escaped.map { isExact ? $0 : $0.split(separator: " ").map { String($0.dropFirst()) }.joined(separator: " ") }, isExact: false)
    }

    private func choice(_ words: [String], isExact: Bool) -> String {
        let words = isExact ? words.map { "=\($0)" } : words
        return words.count == 1 ? words[0] : "(\(words.joined(separator: "|")))"
    }

    private mutating func failed(_ message: String, _ text: String) -> String? {
        fail(message, text)
        return nil
    }

    private mutating func fail(_ message: String, _ text: String) { unsupported = unsupported ?? (message, text) }
}

extension [String] {
    /// With one more word; a mark is a token of its own in spaCy and stands at a word here.
    fileprivate func adding(_ word: String, joined isJoined: Bool) -> [String] {
        guard isJoined, let last else { return self + [word] }
        return dropLast() + [last + word]
    }
}

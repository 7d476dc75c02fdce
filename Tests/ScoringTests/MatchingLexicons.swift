import Lexicons
import Scoring
import Testing
import Words

/// Small lexicons for tests, and texts whose expected matches stand in [[double brackets]].
enum MatchingCase {
    static func pattern(_ source: String) throws -> TermPattern {
        let (pattern, faults) = TermPatternParser.parse(source)
        return try #require(pattern, "\(source): \(faults)")
    }

    static func term(_ source: String, unless: [String] = [], near: NearCondition? = nil, language: String? = nil) throws -> Term {
        Term(pattern: try pattern(source), language: language, unless: try unless.map(pattern), near: near)
    }

    static func near(_ any: [String], within: Int, _ side: NearCondition.Side = .either) throws -> NearCondition {
        NearCondition(any: try any.map(pattern), within: within, side: side)
    }

    /// One concept with a framing for each list of terms.
    static func lexicon(_ framings: [[Term]], language: String? = nil) -> Lexicon {
        let values = framings.enumerated().map { Framing(id: "f\($0)", label: "F\($0)", note: nil, opposite: nil, terms: $1) }
        let concept = Concept(id: "c", label: "C", question: nil, framings: values)
        return Lexicon(name: "L", version: "1", language: language, concepts: [concept], speakers: [])
    }

    static func passage(_ text: String) -> PassageWords {
        let bytes = Array(text.utf8)
        return PassageWords(bytes: bytes, span: ByteSpan(0, bytes.count))
    }

    static func matches(_ lexicon: Lexicon, in text: String, language: String? = nil) -> [TermMatch] {
        var session = MatchingSession(lexicon)
        return session.matches(in: passage(text), language: language)
    }

    /// `text` with brackets around each match, brackets that it has taken out before.
    static func marked(_ lexicon: Lexicon, _ text: String, language: String? = nil) -> String {
        let plain = text.unmarked
        var bytes = Array(plain.utf8)
        for match in matches(lexicon, in: plain, language: language).reversed() {
            bytes.insert(contentsOf: "]]".utf8, at: match.span.end)
            bytes.insert(contentsOf: "[[".utf8, at: match.span.start)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    fileprivate var unmarked: String {
        split(separator: "[[", omittingEmptySubsequences: false).joined().split(separator: "]]", omittingEmptySubsequences: false).joined()
    }
}

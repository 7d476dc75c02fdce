package import Articles
import Foundation
package import Scoring
import Words

/// What somebody decided about one hit: one line of a file of judgements.
package struct Judgement: Hashable, Sendable, Codable {
    package enum Verdict: String, Sendable, Codable, Hashable, CaseIterable {
        /// The words are an instance of the framing.
        case keep
        /// They are not: the hit leaves the counts.
        case reject
        /// The coder's earlier judgement of the place no longer holds.
        case retract
    }

    /// SHA-256 of the article's bytes, in hexadecimal.
    package var article: String
    /// For people: the article as the run called it.
    package var doc: String
    package var field: TextField
    /// UTF-8 byte offsets in the field, 0-based, end excluded.
    package var start: Int
    package var end: Int
    /// The first 16 hexadecimal digits of the SHA-256 of the sentence's bytes, and where in it the hit begins: they find the place again in
    /// an article that was edited elsewhere.
    package var sentence: String
    package var offset: Int
    package var surface: String
    package var concept: String
    package var framing: String
    package var term: String
    package var verdict: Verdict
    package var reason: String?
    package var who: String
    /// ISO 8601, UTC.
    package var when: String

    package var place: JudgedPlace {
        JudgedPlace(article: article, field: field, start: start, end: end, framing: FramingReference(concept: concept, framing: framing))
    }

    var wording: JudgedWording {
        JudgedWording(
            sentence: sentence, offset: offset, surface: surface, framing: FramingReference(concept: concept, framing: framing))
    }

    /// The line without its end, keys sorted.
    package func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

/// A hit's identity across runs: the same place in the same text, for the same framing, whichever term found it.
package struct JudgedPlace: Hashable, Sendable {
    package let article: String
    package let field: TextField
    package let start: Int
    package let end: Int
    package let framing: FramingReference

    init(article: String, field: TextField, start: Int, end: Int, framing: FramingReference) {
        self.article = article
        self.field = field
        self.start = start
        self.end = end
        self.framing = framing
    }

    package init(_ hit: Hit, of article: ArticleTally) {
        self.init(
            article: article.sha256, field: hit.field, start: hit.span.start, end: hit.span.end,
            framing: FramingReference(concept: hit.concept, framing: hit.framing))
    }
}

/// The same words at the same place of the same sentence, in whichever article.
struct JudgedWording: Hashable {
    let sentence: String
    let offset: Int
    let surface: String
    let framing: FramingReference
}

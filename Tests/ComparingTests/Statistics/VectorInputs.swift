@testable import Comparing

/// The inputs of a reference case, read as the types the statistics take.
struct VectorInputs: Sendable {
    let values: [String: JSONValue]

    init(_ values: [String: JSONValue]) { self.values = values }

    subscript(_ key: String) -> JSONValue { values[key] ?? .null }

    var confidence: Confidence { self["confidence"].double.map { Confidence($0) } ?? .percent95 }

    func int(_ key: String) -> Int { Int(self[key].double ?? 0) }
    func double(_ key: String) -> Double? { self[key].double }
    func bool(_ key: String) -> Bool { self[key].bool ?? false }
    func ints(_ key: String) -> [Int] { self[key].elements.map { Int($0.double ?? 0) } }
    func rows(_ key: String) -> [[Int]] { self[key].elements.map { $0.elements.map { Int($0.double ?? 0) } } }

    func rates(_ hits: String = "hits", _ words: String = "words") -> [ArticleCount] {
        zip(ints(hits), ints(words)).map { ArticleCount(hits: $0, words: $1) }
    }

    func shares(_ framing: String = "framing_hits", _ concept: String = "concept_hits") -> [ArticleCount] {
        zip(ints(framing), ints(concept)).map { ArticleCount(framingHits: $0, conceptHits: $1) }
    }

    var word: WordCounts { WordCounts(int("count_a"), of: int("total_a"), against: int("count_b"), of: int("total_b")) }

    func estimate(_ value: JSONValue) -> Estimate? {
        let fields = value.object
        guard let point = fields["estimate"]?.double, let lower = fields["lower"]?.double, let upper = fields["upper"]?.double else {
            return nil
        }
        return Estimate(point, Interval(lower: lower, upper: upper))
    }

    func level(_ key: String) -> EvidenceLevel? { self[key].string.flatMap(EvidenceLevel.init(rawValue:)) }
}

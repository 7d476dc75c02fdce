package import Scoring

/// A stretch of a generated sentence.
package enum Run: Hashable, Sendable {
    case plain(String)
    /// A source's name; index into `Comparison.sources`.
    case source(String, index: Int)
    /// A framing's label in a voice, with the hits that the sentence is about.
    case framing(String, voice: Voice, hits: HitsReference? = nil)
    case strong(String)

    package var text: String {
        switch self {
        case .plain(let text), .strong(let text): text
        case .source(let name, _): name
        case .framing(let label, _, _): label
        }
    }
}

/// The hits of a framing in one source, or in all.
package struct HitsReference: Hashable, Sendable {
    package var concept: Int
    package var framing: Int
    /// Index into `Comparison.sources`; nil for all.
    package var source: Int?
}

/// The ten-second answer, for the lexicon's first concept.
package struct Lead: Sendable {
    package var runs: [Run]

    package var text: String { runs.map(\.text).joined() }
}

/// The sentences that findings are made from; the raw values are the codes of the exports.
package enum FindingTemplate: String, CaseIterable, Sendable {
    case ownWordOfOneSource = "T2"
    case nobodysOwnWord = "T3"
    case mirroredPair = "T4"
    case quotedWords = "T5"
    case repetition = "T7"
    case agreement = "T8"
    case changeOverTime = "T9"
    case silence = "S-silence"
    case shareNotComparable = "C-not-comparable"
    case shareSimilar = "C-similar"
    case noShareDifferenceShown = "C-none-shown"
    case fragileShareDifference = "C-fragile"
    case shareDifference = "C-difference"
    case firmShareDifference = "C-firm"
    case rateNotComparable = "R-not-comparable"
    case noRateDifferenceShown = "R-none-shown"
    case fragileRateDifference = "R-fragile"
    case rateDifference = "R-difference"
    case firmRateDifference = "R-firm"
}

/// A generated sentence with the counts it rests on and the cells it opens.
package struct Finding: Sendable {
    package var template: FindingTemplate
    package var level: EvidenceLevel
    package var runs: [Run]
    /// The counts in one line: "19 and 2 hits".
    package var meta: String
    package var links: [CellReference]
    /// What orders the findings; never printed.
    package var score: Double
    /// What a finding that compares two sources may say; nil for the others.
    package var comparisonLevel: ComparisonLevel? = nil

    package var text: String { runs.map(\.text).joined() }
}

/// A cell of the matrix: indices into `Comparison.concepts`, its framings, and `Comparison.sources`.
package struct CellReference: Hashable, Sendable {
    package var concept: Int
    package var framing: Int
    package var source: Int

    package init(concept: Int, framing: Int, source: Int) {
        self.concept = concept
        self.framing = framing
        self.source = source
    }
}

/// A limit of this run that the reader must know before the first number.
package struct Caveat: Hashable, Sendable {
    /// A stable code, such as "inferred-dates".
    package var code: String
    package var sentence: String

    package init(code: String, sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}

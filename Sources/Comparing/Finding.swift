package import Scoring

/// A stretch of a generated sentence.
package enum Run: Hashable, Sendable {
    case plain(String)
    /// A source's name; index into `Comparison.sources`.
    case source(String, index: Int)
    /// A framing's label in a voice.
    case framing(String, voice: Voice)
    case strong(String)

    package var text: String {
        switch self {
        case .plain(let text), .strong(let text): text
        case .source(let name, _): name
        case .framing(let label, _): label
        }
    }
}

/// The ten-second answer, for the lexicon's first concept.
package struct Lead: Sendable {
    package var runs: [Run]

    package var text: String { runs.map(\.text).joined() }
}

/// A generated sentence with the counts it rests on and the cells it opens.
package struct Finding: Sendable {
    /// The template that made it, such as "T2".
    package var template: String
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

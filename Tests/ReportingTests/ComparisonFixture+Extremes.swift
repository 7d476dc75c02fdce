import Scoring

@testable import Comparing

extension ComparisonFixture {
    /// Many sources and framings: the matrix turns, lists fold, sentences are sampled.
    static func large(sources: Int = 60, framings: Int = 40, concepts: Int = 5, articles: Int = 12, level: EvidenceLevel = .estimated)
        -> ComparisonFixture
    {
        var random = SeededNumbers(seed: 20_201_007)
        let plans = (0..<sources).map { index in
            SourcePlan(
                name: index % 9 == 4 ? "The Long-Standing Observer of Region \(index)" : "Gazette \(index < 10 ? "0" : "")\(index)",
                dates: (0..<(articles + index % 5)).map { "2021-0\($0 % 9 + 1)-1\(index % 9)" },
                speakers: [
                    SpeakerWords(
                        name: "Speaker \(index % 7)", side: "Side \(index % 6)", mentions: [], words: VoiceCounts(reported: 90, quoted: 80))
                ]
            )
        }
        let conceptPlans = (0..<concepts).map { concept in
            let framingPlans = (0..<framings).map { framing in
                let counts = (0..<sources).map { _ in random.counts(most: max(0, 60 - framing * 3)) }
                return FramingPlan(
                    id: "f\(framing)", label: framing % 8 == 3 ? "A rather wordy framing number \(framing)" : "Framing \(framing)",
                    terms: ["term\(framing)"], counts: framing > framings - 4 ? counts.map { _ in VoiceCounts() } : counts)
            }
            return ConceptPlan(
                id: "concept-\(concept)", label: "Concept number \(concept)", question: "What is it called?", framings: framingPlans)
        }
        return ComparisonFixture(sources: plans, concepts: conceptPlans, level: level)
    }

    /// Strings that have broken pages before.
    static let hostileStrings = [
        "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "]]>", "\u{202E}desrever", "a|b|c\n---|---|---",
        "[x](javascript:1)", "nul\u{0}after",
        "&#x27;&lt;b&gt;", "\" onmouseover=\"alert(1)", "' style='color:red", "# heading\n- item\n1. one", "```\ncode", "<!-- comment",
        "\u{7}\u{1B}[31m", "https://example.org/ ~~gone~~",
        "</style><style>*{display:none}", "</bdi></table>", "שלום world", "{{7*7}}${7*7}", "\u{2028}line\u{2029}",
    ]

    /// The valley with every string from outside replaced by `make`.
    static func disguisedValley(_ make: @escaping (Int) -> String) -> Comparison {
        var number = 0
        let next = { () -> String in
            number += 1
            return make(number)
        }
        var plan = valley
        for index in plan.sources.indices {
            plan.sources[index].name = next()
            plan.sources[index].headlines = plan.sources[index].dates.map { _ in next() }
            plan.sources[index].speakers = plan.sources[index].speakers.map {
                SpeakerWords(name: next(), side: next(), mentions: [next()], words: $0.words)
            }
        }
        for concept in plan.concepts.indices {
            plan.concepts[concept].label = next()
            plan.concepts[concept].question = next()
            for framing in plan.concepts[concept].framings.indices {
                plan.concepts[concept].framings[framing].label = next()
                plan.concepts[concept].framings[framing].terms = [next()]
            }
        }
        plan.subject = next()
        plan.sentence = { _, _ in (next(), next(), next()) }
        var comparison = plan.comparison()
        comparison.lead = Lead(runs: [.plain(next()), .source(next(), index: 0), .framing(next(), voice: .own), .strong(next())])
        comparison.caveats = [Caveat(code: next(), sentence: next())]
        for article in comparison.articles.indices {
            comparison.articles[article].doc = next()
            comparison.articles[article].slug = next()
        }
        return comparison
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed on every machine.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Counts of which about half are zero.
    mutating func counts(most: Int) -> VoiceCounts {
        guard most > 0, Bool.random(using: &self) else { return VoiceCounts() }
        return VoiceCounts(
            own: Int.random(in: 0...most, using: &self), reported: Int.random(in: 0...(most / 3), using: &self),
            quoted: Int.random(in: 0...(most / 2), using: &self), distanced: Int.random(in: 0...(most / 12), using: &self)
        )
    }
}

extension ComparisonFixture {
    /// A concept whose framings no source has.
    static func emptyConcept(sources: Int) -> ConceptPlan {
        let counts = [VoiceCounts](repeating: VoiceCounts(), count: sources)
        return ConceptPlan(
            id: "weather", label: "The weather", question: "What is it called?",
            framings: [
                FramingPlan(id: "storm", label: "Storm", terms: ["storm*"], counts: counts),
                FramingPlan(id: "calm", label: "Calm", terms: ["calm"], counts: counts),
            ])
    }
}

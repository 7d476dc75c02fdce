/// Articles about a harbour wall that nobody built, in the numbers that a large report has to bear.
///
/// Equal seeds give equal text. No two articles have 25 words in a row in common, so nothing is set aside as repeated.
package struct HarbourCorpus {
    package var sources = 60
    package var articles = 2_000
    package var hitsPerArticle = 50
    package var seed: UInt64 = 20_310_304

    package init() {}

    /// Terms by concept: forty framings, one of the concepts with more than a table shows openly.
    package static let concepts: [(name: String, terms: [String])] = [
        (
            "wall",
            [
                "barrier", "rampart", "sea gate", "bulwark", "dyke", "levee", "jetty", "breakwater", "causeway", "embankment", "palisade",
                "parapet", "revetment", "weir", "mole", "groyne",
            ]
        ),
        (
            "worth",
            [
                "bargain", "folly", "lifeline", "burden", "shield", "monument", "millstone", "windfall", "sinkhole", "keepsake", "eyesore",
                "landmark",
            ]
        ),
        ("builders", ["masons", "speculators", "engineers", "volunteers", "profiteers", "craftsmen", "outsiders", "convicts"]),
        ("delay", ["postponement", "sabotage", "neglect", "prudence"]),
    ]

    package static var lexicon: String {
        var lines = ["lexicon: Harbour wall", "format: 1", "version: 1", "language: en", "concepts:"]
        for concept in concepts {
            lines += [
                "  - concept: \(concept.name)", "    label: The \(concept.name)", "    question: What is the \(concept.name) called?",
            ]
            lines.append("    framings:")
            for term in concept.terms {
                let id = term.split(separator: " ").joined(separator: "-")
                lines += [
                    "      - framing: \(id)", "        label: \(term.prefix(1).uppercased() + term.dropFirst())",
                    "        terms: [\(term)]",
                ]
            }
        }
        lines.append("speakers:")
        for speaker in speakers {
            lines += ["  - speaker: \(speaker.name)", "    side: \(speaker.side)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// JSON lines, one for each article.
    package var lines: String {
        var random = SeededRandom(seed: seed)
        return (0..<articles).map { line($0, &random) }.joined()
    }

    private static let speakers: [(name: String, side: String)] = [
        ("Ines Orme", "Fishers"), ("Tobias Quill", "Council"), ("Hedda Marsh", "Council"), ("Rufus Tallow", "Traders"),
        ("Ada Fenn", "Fishers"),
        ("Gideon Prow", "Insurers"), ("Mabel Strand", "Tenants"),
    ]
    private static let names = [
        "Gazette", "Courier", "Mercury", "Sentinel", "Tribune", "Observer", "Herald", "Examiner", "Dispatch", "Lantern", "Messenger",
        "Chronicle",
    ]
    private static let towns = ["Saltmere", "Upper Quayside", "Gullhaven", "North Spit and Outer Sands", "Brine"]
    private static let verbs = [
        "held", "outlived", "divided", "puzzled", "sheltered", "ruined", "calmed", "angered", "delayed", "outshone",
    ]
    private static let objects = ["trawlers", "tides", "pilots", "gulls", "ferries", "tenants", "lamps", "ledgers", "choirs", "orchards"]
    private static let places = ["at dusk", "by the crane", "off pier nine", "in the fog", "before Lent", "on the slip", "under the bell"]

    private func line(_ number: Int, _ random: inout SeededRandom) -> String {
        let source = number % sources
        let name = "\(Self.towns[source % 5]) \(Self.names[source / 5 % 12])"
        let year = 2030 + number / 1_200
        let date = "\(year)-\(Self.twoDigits(number % 12 + 1))-\(Self.twoDigits(number % 28 + 1))"
        var passages: [String] = []
        for first in stride(from: 0, to: hitsPerArticle, by: 2) {
            passages.append(sentence(source: source, terms: min(2, hitsPerArticle - first), &random))
        }
        let text = stride(from: 0, to: passages.count, by: 3).map { passages[$0..<min($0 + 3, passages.count)].joined(separator: " ") }
        return #"{"date":"\#(date)","id":"h\#(number)","source":"\#(name)","text":"\#(text.joined(separator: "\\n\\n"))","#
            + #""title":"Gale \#(number) \#(Self.places[number % 7])"}"# + "\n"
    }

    private func sentence(source: Int, terms: Int, _ random: inout SeededRandom) -> String {
        let chosen = (0..<terms).map { _ in term(source: source, &random) }
        let clause =
            "the \(chosen.joined(separator: " and the ")) \(Self.pick(Self.verbs, &random)) \(Int.random(in: 2...9_000, using: &random)) "
            + "\(Self.pick(Self.objects, &random)) \(Self.pick(Self.places, &random))"
        let speaker = Self.pick(Self.speakers, &random).name
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<9: return "Again \(clause)."
        case 9..<13: return "\(speaker) said \(clause)."
        case 13..<18: return "\u{201C}Look how \(clause),\u{201D} \(speaker) said."
        default: return "Last came the so-called \(clause.dropFirst(4))."
        }
    }

    /// Each source has a few framings that it prefers, and now and then takes any.
    private func term(source: Int, _ random: inout SeededRandom) -> String {
        let weights = [0, 0, 0, 0, 1, 1, 2, 3]
        let terms = Self.concepts[Self.pick(weights, &random)].terms
        let isHabit = Int.random(in: 0..<3, using: &random) > 0
        return isHabit ? terms[(source + Int.random(in: 0..<3, using: &random)) % terms.count] : Self.pick(terms, &random)
    }

    private static func pick<Element>(_ elements: [Element], _ random: inout SeededRandom) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

import Articles
import Scoring
import Words

@testable import Comparing

/// Builds comparisons by hand, with the totals and lists that a comparator would fill in, so that every state of a report can be had.
struct ComparisonFixture {
    struct SourcePlan: Sendable {
        var name: String
        var isKnown = true
        var dates: [String?]
        var headlines: [String?] = []
        var language = "en"
        var speakers: [SpeakerWords] = []
        var words = VoiceCounts(own: 380, reported: 120, quoted: 150, distanced: 6)
    }

    struct FramingPlan: Sendable {
        var id: String
        var label: String
        var terms: [String]
        /// One for each source.
        var counts: [VoiceCounts]
    }

    struct ConceptPlan: Sendable {
        var id: String
        var label: String
        var question: String?
        var framings: [FramingPlan]
    }

    var subject = "the Velden reservoir"
    var sources: [SourcePlan]
    var concepts: [ConceptPlan]
    var level: EvidenceLevel = .countsOnly
    /// Sentences kept for each cell; the counts stay whole.
    var keptPerCell = Int.max
    /// The words of one hit's sentence: left, surface, right.
    var sentence: (_ term: String, _ number: Int) -> (String, String, String) = ComparisonFixture.inventedSentence

    func comparison() -> Comparison {
        let articles = self.articles
        let compared = sources.indices.map { comparedSource($0, articles: articles) }
        let concepts = self.concepts.enumerated().map { comparedConcept($1, index: $0, sources: compared) }
        let total = concepts.reduce(0) { $0 + $1.total.total }
        return Comparison(
            subject: subject, sources: compared, articles: articles, concepts: concepts, lead: nil, findings: [], caveats: [],
            missing: missing(concepts), repeats: [], setAside: SetAside(), hitsCounted: total, level: level, voiceMode: .full,
            unbalancedQuotations: 0
        )
    }

    private var articles: [ComparedArticle] {
        sources.enumerated().flatMap { index, source in
            source.dates.enumerated().map { number, date in
                ComparedArticle(
                    slug: "s\(index)-\(number)", doc: "s\(index)-\(number).txt", sourceIndex: index, date: date.flatMap(ArticleDate.init),
                    dateIsInferred: false, headline: source.headlines.indices.contains(number) ? source.headlines[number] : nil,
                    sha256: String(repeating: "0a1b2c3d", count: 8), words: Self.share(source.words, of: source.dates.count),
                    wordsSetAside: 0,
                    language: source.language
                )
            }
        }
    }

    private static func share(_ words: VoiceCounts, of count: Int) -> VoiceCounts {
        VoiceCounts(
            own: words.own / count, reported: words.reported / count, quoted: words.quoted / count, distanced: words.distanced / count)
    }

    private func comparedSource(_ index: Int, articles: [ComparedArticle]) -> ComparedSource {
        let first = sources.prefix(index).reduce(0) { $0 + $1.dates.count }
        let range = first..<(first + sources[index].dates.count)
        let dates = articles[range].compactMap(\.date).sorted()
        return ComparedSource(
            slug: "source-\(index)", name: sources[index].name, isKnown: sources[index].isKnown,
            isRetold: sources[index].name.hasSuffix("(retold)"),
            articles: range, words: sources[index].words, speakers: sources[index].speakers,
            dates: dates.first.flatMap { first in dates.last.map { first...$0 } }
        )
    }

    private func comparedConcept(_ plan: ConceptPlan, index: Int, sources: [ComparedSource]) -> ComparedConcept {
        let totals = sources.indices.map { source in plan.framings.reduce(into: VoiceCounts()) { $0 += $1.counts[source] } }
        let framings = plan.framings.enumerated().map { number, framing in
            comparedFraming(framing, plan, place: index * 100 + number, sources: sources, totals: totals)
        }
        let evidence = sources.indices.map { source in
            ConceptEvidence(
                level: totals[source].total == 0 ? .notFound : level, counts: totals[source],
                articlesWithOwnHit: min(totals[source].own, sources[source].articles.count),
                articlesWithHit: min(totals[source].total, sources[source].articles.count), topShare: totals[source].own > 0 ? 0.4 : nil
            )
        }
        let ordered = framings.enumerated().sorted { ($1.element.total.total, $0.offset) < ($0.element.total.total, $1.offset) }.map(
            \.element)
        return ComparedConcept(
            id: plan.id, label: plan.label, question: plan.question,
            keyLetter: String(plan.label.split(separator: " ").last?.first ?? "X").uppercased(),
            hueIndex: index % 5, framings: ordered, evidence: evidence
        )
    }

    private func comparedFraming(
        _ framing: FramingPlan, _ concept: ConceptPlan, place: Int, sources: [ComparedSource], totals: [VoiceCounts]
    ) -> ComparedFraming {
        let cells = sources.indices.map { source in
            let counts = framing.counts[source]
            return Cell(
                counts: counts, articlesWithHit: min(counts.total, sources[source].articles.count),
                hits: hits(framing, concept, source: sources[source], counts: counts, place: place),
                share: share(counts.own, of: totals[source].own)
            )
        }
        let total = framing.counts.reduce(into: VoiceCounts()) { $0 += $1 }
        return ComparedFraming(
            id: framing.id, label: framing.label, note: nil, opposite: nil, terms: framing.terms, total: total, cells: cells)
    }

    private func share(_ part: Int, of whole: Int) -> Share? {
        guard level >= .described, whole > 0 else { return nil }
        let estimate = Double(part) / Double(whole)
        let interval = level >= .estimated ? max(0, estimate - 0.12)...min(1, estimate + 0.12) : nil
        return Share(framingHits: part, conceptHits: whole, estimate: estimate, interval: interval)
    }

    private func hits(_ framing: FramingPlan, _ concept: ConceptPlan, source: ComparedSource, counts: VoiceCounts, place: Int)
        -> [ComparedHit]
    {
        let voices = Voice.allCases.flatMap { [Voice](repeating: $0, count: counts[$0]) }
        return voices.enumerated().map { number, voice in
            let term = framing.terms.isEmpty ? framing.label : framing.terms[number % framing.terms.count]
            let (left, surface, right) = sentence(term, place * 3 + number * 5 + source.articles.lowerBound * 2)
            let speaker = voice == .own || source.speakers.isEmpty ? nil : source.speakers[number % source.speakers.count].name
            let kinds: [PassageKind] = [.body, .body, .headline, .body, .caption, .body, .standfirst]
            let context =
                number < keptPerCell ? HitContext(left: left, right: right, leftIsCut: number % 3 == 1, rightIsCut: number % 4 == 2) : nil
            let hit = Hit(
                field: .text, span: ByteSpan(number * 90, number * 90 + surface.utf8.count), surface: surface, concept: concept.id,
                framing: framing.id,
                term: term, passage: voice == .own ? kinds[number % kinds.count] : .body, passageIndex: number, firstWord: 3, endWord: 4,
                voice: voice,
                speaker: speaker, side: nil, rule: nil, context: context, status: .counted
            )
            return ComparedHit(article: source.articles.lowerBound + number % max(1, source.articles.count), hit: hit)
        }
    }

    private func missing(_ concepts: [ComparedConcept]) -> MissingFramings {
        var missing = MissingFramings()
        for (index, concept) in concepts.enumerated() {
            for (number, framing) in concept.framings.enumerated() {
                let found = framing.cells.indices.filter { framing.cells[$0].counts.total > 0 }
                let entry = MissingFraming(
                    concept: index, framing: number, counts: framing.total, source: found.count == 1 ? found.first : nil)
                if found.isEmpty { missing.inNone.append(entry) } else if framing.total.own == 0 { missing.neverOwn.append(entry) }
                if found.count == 1, sources.count > 1 { missing.inOneSourceOnly.append(entry) }
            }
        }
        return missing
    }

    /// Sentences of our own about a valley that does not exist.
    static func inventedSentence(_ term: String, _ number: Int) -> (String, String, String) {
        let lefts = [
            "By noon the council had heard twice that the ", "Nobody at the upper gate would say who first spoke of ",
            "A notice on the pump house described ",
            "The engineer\u{2019}s log, read aloud in the market hall, calls it ",
            "When the lamps failed, people on the east bank began to talk about ",
            "In the second bulletin of the evening the word was again ", "Farmers from the lower terraces kept returning to ",
        ]
        let rights = [
            " before the first lorries reached the weir.", ", and the ferry stayed on the far side until dark.",
            ", a phrase that the bulletin did not explain.",
            " while the sluices were being opened one by one.", ", although the map in the hall shows something else.",
            " as the band played on in the square.",
            ", which the millers have repeated at every hearing since spring.",
        ]
        return (lefts[number % lefts.count], term, rights[(number / 2) % rights.count])
    }
}

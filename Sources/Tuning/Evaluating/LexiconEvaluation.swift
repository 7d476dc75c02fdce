package import Comparing
package import Lexicons
package import Scoring

/// How many of the judged hits were right: by term, framing, source and voice, and what that makes of the lexicon.
package struct LexiconEvaluation: Sendable {
    package enum Dimension: String, Sendable, CaseIterable {
        case framing, term, source, voice
    }

    package struct Row: Sendable {
        package let dimension: Dimension
        package let name: String
        /// Hits in these articles, whether judged or not.
        package let hits: Int
        package let judged: Int
        package let kept: Int

        /// With Wilson limits; nil where nothing was judged.
        package var precision: Estimate? { HitShare(kept, of: judged).estimate().value }
    }

    package let rows: [Row]
    package let overall: Row
    package let quality: LexiconQuality
    /// Pairs of sources between which precision differs, by the interval of the difference.
    package let unevenSources: [(first: Row, second: Row, difference: Estimate)]

    /// - Parameter articles: settled, with rejected hits marked or not.
    package init(_ articles: [ArticleTally], judgements: Judgements, lexicon: Lexicon) {
        var counts: [Dimension: [String: Count]] = [:]
        var all = Count()
        for article in articles {
            for hit in article.hits where hit.status == .counted || hit.status == .rejected {
                let verdict = judgements.deciding(at: JudgedPlace(hit, of: article))?.verdict
                all.add(verdict)
                for (dimension, name) in Self.names(of: hit, in: article) {
                    counts[dimension, default: [:]][name, default: Count()].add(verdict)
                }
            }
        }
        rows = Dimension.allCases.flatMap { Self.rows($0, counts[$0] ?? [:], lexicon) }
        overall = Row(dimension: .framing, name: "all", hits: all.hits, judged: all.judged, kept: all.kept)
        let places = Set(articles.flatMap { article in article.hits.map { JudgedPlace($0, of: article) } })
        quality = Self.quality(overall, rows.filter { $0.dimension == .framing }, CoderAgreement(judgements.at(places)))
        unevenSources = Self.uneven(rows.filter { $0.dimension == .source })
    }

    private struct Count {
        var hits = 0
        var judged = 0
        var kept = 0

        mutating func add(_ verdict: Judgement.Verdict?) {
            hits += 1
            if verdict != nil { judged += 1 }
            if verdict == .keep { kept += 1 }
        }
    }

    private static func names(of hit: Hit, in article: ArticleTally) -> [(Dimension, String)] {
        [
            (.framing, "\(hit.concept)/\(hit.framing)"), (.term, "\(hit.concept)/\(hit.framing): \(hit.term)"),
            (.source, article.sourceName),
            (.voice, hit.voice.rawValue),
        ]
    }

    /// Framings and terms in the lexicon's order, sources by name, voices in theirs; terms and framings without a judgement are left out.
    private static func rows(_ dimension: Dimension, _ counts: [String: Count], _ lexicon: Lexicon) -> [Row] {
        let framings = lexicon.concepts.flatMap { concept in concept.framings.map { (concept, $0) } }
        let names: [String] =
            switch dimension {
            case .framing: framings.map { "\($0.id)/\($1.id)" }
            case .term: framings.flatMap { concept, framing in framing.terms.map { "\(concept.id)/\(framing.id): \($0.pattern.source)" } }
            case .source: counts.keys.sorted()
            case .voice: Voice.allCases.map(\.rawValue)
            }
        var seen: Set<String> = []
        return names.compactMap { name in
            guard let count = counts[name], count.judged > 0 || dimension != .term, seen.insert(name).inserted else { return nil }
            return Row(dimension: dimension, name: name, hits: count.hits, judged: count.judged, kept: count.kept)
        }
    }

    private static func quality(_ all: Row, _ framings: [Row], _ agreement: CoderAgreement) -> LexiconQuality {
        let weakest = framings.map { (name: $0.name, lower: $0.precision?.interval.lower ?? 0) }.min {
            ($0.lower, $0.name) < ($1.lower, $1.name)
        }
        return LexiconQuality(
            judged: all.judged, kept: all.kept, coders: agreement.coders.count, alpha: agreement.alpha.alpha.value,
            weakestFraming: weakest.map { LexiconQuality.Framing(name: $0.name, lowerLimit: $0.lower) })
    }

    private static func uneven(_ sources: [Row]) -> [(first: Row, second: Row, difference: Estimate)] {
        sources.indices.flatMap { first in
            sources.indices.dropFirst(first + 1).compactMap { second in
                let difference = Difference.newcombe(
                    HitShare(sources[first].kept, of: sources[first].judged), HitShare(sources[second].kept, of: sources[second].judged)
                ).value
                guard let difference, difference.interval.excludesZero else { return nil }
                return (sources[first], sources[second], difference)
            }
        }
    }
}

import Foundation
import Scoring

/// The findings about one concept: only one source's own word, nobody's word, mirrored pairs, agreement.
struct ConceptFindings {
    let comparison: Comparison
    let concept: Int

    private var compared: ComparedConcept { comparison.concepts[concept] }
    /// Earlier concepts matter more to the lexicon's owner.
    private var weight: Double { 1 / sqrt(Double(concept + 1)) }

    private func name(_ framing: Int) -> String { comparison.name(ofFraming: framing, of: concept) }

    func findings() -> [Finding] {
        let framings = compared.framings.indices
        let mirrored = mirroredPairs()
        let inPairs = Set(mirrored.flatMap(\.links).map(\.framing))
        return framings.filter { !inPairs.contains($0) }.compactMap(onlyOneInOwnWords)
            + (comparison.voiceMode == .full ? framings.compactMap(nobodysWord) : []) + mirrored + agreement()
    }

    /// T2: one source alone has the framing in own words.
    private func onlyOneInOwnWords(_ framing: Int) -> Finding? {
        let cells = compared.framings[framing].cells
        let owners = cells.indices.filter { cells[$0].counts.own > 0 }
        guard owners.count == 1, let owner = owners.first, cells[owner].counts.own >= 2 else { return nil }
        let others = cells.indices.filter { $0 != owner && cells[$0].counts.total > 0 }
        let runs = ownUse(of: framing, by: owner) + others.prefix(2).flatMap { passedOn(framing, by: $0) }
        let othersCount = others.reduce(0) { $0 + cells[$1].counts.total }
        return Finding(
            template: .ownWordOfOneSource, level: compared.evidence[owner].level, runs: runs,
            meta: others.isEmpty
                ? "\(Phrasing.counted(cells[owner].counts.total, "hit")) in this source, none in the others"
                : "\(Phrasing.counted(cells[owner].counts.total, "hit")) in this source, \(Phrasing.grouped(othersCount)) in the others",
            links: ([owner] + others.prefix(3)).map { CellReference(concept: concept, framing: framing, source: $0) },
            score: weight * log(Double(cells[owner].counts.own) + 1) * Double(cells[owner].counts.own)
                / Double(cells[owner].counts.own + othersCount)
                + weight * log(Double(othersCount) + 1) * 0.3
        )
    }

    private func ownUse(of framing: Int, by source: Int) -> [Run] {
        let cell = compared.framings[framing].cells[source]
        let compared = comparison.sources[source]
        let word = Run.framing(Phrasing.inSentence(name(framing)), voice: .own)
        let times = Phrasing.times(cell.counts.own)
        if comparison.articles.count == comparison.sources.count {
            return [
                .plain("Only the article from "), .source(compared.name, index: source), .plain(writes), word,
                .plain(" in its own words: \(times)."),
            ]
        }
        let ownArticles = Set(cell.hits.filter { $0.hit.voice == .own }.map(\.article)).count
        let place =
            compared.articles.count == 1
            ? "" : ", in \(Phrasing.grouped(ownArticles)) of \(Phrasing.counted(compared.articles.count, "article"))"
        return [
            .plain("Only "), .source(compared.name, index: source), .plain(writes), word,
            .plain(" in its own words: \(times)\(place)."),
        ]
    }

    /// A concept of one framing is named by what it is about, not by a wording.
    private var writes: String { compared.measure == .rate ? " uses terms of " : " writes " }

    /// " B prints it twice, both times in quotation from C."
    private func passedOn(_ framing: Int, by source: Int) -> [Run] {
        let cell = compared.framings[framing].cells[source]
        let manner: String =
            if cell.counts.quoted == cell.counts.total {
                "in quotation marks"
            } else if cell.counts.reported == cell.counts.total {
                "in reports of what others say"
            } else {
                Phrasing.byVoice(cell.counts)
            }
        let speakers = Set(cell.hits.compactMap(\.hit.speaker))
        let who = speakers.count == 1 ? speakers.first.map { ", the words of \($0)" } ?? "" : ""
        return [
            .plain(" "), .source(comparison.sources[source].name, index: source),
            .plain(" prints \(compared.measure == .rate ? "them" : "it") \(Phrasing.times(cell.counts.total)), \(manner)\(who)."),
        ]
    }

    /// T3: the framing is used, and by no source in its own voice.
    private func nobodysWord(_ framing: Int) -> Finding? {
        let total = compared.framings[framing].total
        guard total.own == 0, total.total >= 3 else { return nil }
        let label = Phrasing.capitalised(name(framing))
        let sources = compared.framings[framing].cells.indices.filter { compared.framings[framing].cells[$0].counts.total > 0 }
        let voice: Voice = total.quoted >= total.reported ? .quoted : .reported
        return Finding(
            template: .nobodysOwnWord, level: comparison.level,
            runs: [.framing(label, voice: voice)] + nobodys + [.plain(" here. \(manner(of: total)).")],
            meta: "\(Phrasing.counted(total.total, "hit")) in \(Phrasing.counted(sources.count, "source"))",
            links: sources.prefix(4).map { CellReference(concept: concept, framing: framing, source: $0) },
            score: weight * log(Double(total.total) + 1)
        )
    }

    private var nobodys: [Run] {
        compared.measure == .rate
            ? [.plain(" stands "), .strong("in nobody\u{2019}s own words")] : [.plain(" is "), .strong("nobody\u{2019}s own word")]
    }

    /// "Of 5 uses, 4 stand in quotation marks and 1 is reported", "All 4 uses are reported".
    private func manner(of counts: VoiceCounts) -> String {
        let parts: [(Int, String, String)] = [
            (counts.quoted, "stands in quotation marks", "stand in quotation marks"), (counts.reported, "is reported", "are reported"),
            (counts.distanced, "is kept at a distance", "are kept at a distance"),
        ]
        let used = parts.filter { $0.0 > 0 }
        if used.count == 1, counts.total > 1 { return "All \(Phrasing.counted(counts.total, "use")) \(used[0].2)" }
        let listed = Phrasing.list(used.map { [.plain("\(Phrasing.grouped($0.0)) \($0.0 == 1 ? $0.1 : $0.2)")] })
        return "Of \(Phrasing.counted(counts.total, "use")), \(listed.map(\.text).joined())"
    }

    /// T4: of two framings marked as opposites, each is one source's own word alone.
    private func mirroredPairs() -> [Finding] {
        compared.framings.indices.flatMap { left in
            compared.framings.indices.filter { right in left < right && isOpposite(left, right) }.compactMap { mirrored(left, $0) }
        }
    }

    private func isOpposite(_ left: Int, _ right: Int) -> Bool {
        compared.framings[left].opposite == compared.framings[right].id || compared.framings[right].opposite == compared.framings[left].id
    }

    private func mirrored(_ left: Int, _ right: Int) -> Finding? {
        guard let one = soleOwner(of: left), let other = soleOwner(of: right), one != other else { return nil }
        let counts = [compared.framings[left].cells[one].counts.own, compared.framings[right].cells[other].counts.own]
        let labels = [left, right].map { Run.framing(Phrasing.inSentence(name($0)), voice: .own) }
        let names = [one, other].map { Run.source(comparison.sources[$0].name, index: $0) }
        return Finding(
            template: .mirroredPair, level: min(compared.evidence[one].level, compared.evidence[other].level),
            runs: [
                .plain("In own words, "), labels[0], .plain(" appears only in "), names[0],
                .plain(" (\(Phrasing.counted(counts[0], "hit"))), "),
                labels[1], .plain(" only in "), names[1], .plain(" (\(Phrasing.counted(counts[1], "hit")))."),
            ],
            meta: "\(Phrasing.counted(counts[0] + counts[1], "own-words hit")), a pair that the lexicon marks as opposites",
            links: [
                CellReference(concept: concept, framing: left, source: one), CellReference(concept: concept, framing: right, source: other),
            ],
            score: weight * 1.2 * log(Double(counts[0] + counts[1]) + 1)
        )
    }

    private func soleOwner(of framing: Int) -> Int? {
        let owners = compared.framings[framing].cells.indices.filter { compared.framings[framing].cells[$0].counts.own > 0 }
        return owners.count == 1 ? owners[0] : nil
    }

    /// T8: all sources that mention the concept in own words have the same framing on top.
    private func agreement() -> [Finding] {
        guard compared.measure == .share else { return [] }
        let speaking = comparison.sources.indices.filter { compared.evidence[$0].counts.own >= 2 }
        let tops = speaking.map { source in
            compared.framings.indices.filter { framing in
                compared.framings[framing].cells[source].counts.own == compared.framings.map { $0.cells[source].counts.own }.max()
            }
        }
        guard speaking.count >= 3, let top = tops.first, top.count == 1, tops.allSatisfy({ $0 == top }) else { return [] }
        let own = compared.framings[top[0]].total.own
        return [
            Finding(
                template: .agreement, level: comparison.level,
                runs: [
                    .plain(
                        "All \(Phrasing.spelled(speaking.count)) sources that name \(Phrasing.inSentence(compared.label)) in their own words at least twice write mainly "
                    ),
                    .framing(Phrasing.inSentence(compared.framings[top[0]].label), voice: .own), .plain("."),
                ],
                meta: "\(Phrasing.grouped(own)) of \(Phrasing.counted(compared.total.own, "own-words hit"))",
                links: speaking.prefix(4).map { CellReference(concept: concept, framing: top[0], source: $0) },
                score: weight * 0.5 * log(Double(own) + 1)
            )
        ]
    }
}

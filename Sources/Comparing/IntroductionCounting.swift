import Scoring

/// Counts the verbs of speech of a settled tally by source, side and group.
struct IntroductionCounting {
    private struct RowKey: Hashable {
        let source: Int
        let side: String?
    }

    private var cells: [RowKey: [String: [ComparedIntroduction]]] = [:]
    private var all: [String: [ComparedIntroduction]] = [:]

    init(_ settled: SettledTally, grouping: SourceGrouping) {
        for (index, member) in grouping.settledIndices.enumerated() {
            let tally = settled.articles[member].tally
            for speech in tally.introductions where speech.status == .counted {
                let speaker = speech.speaker.flatMap { tally.speakers.indices.contains($0) ? tally.speakers[$0] : nil }
                let key = RowKey(source: grouping.articles[index].sourceIndex, side: speaker?.side)
                let compared = ComparedIntroduction(article: index, speaker: speaker?.name, speech: speech)
                cells[key, default: [:]][speech.implies, default: []].append(compared)
                all[speech.implies, default: []].append(compared)
            }
        }
    }

    func introductions() -> SpeechIntroductions {
        var introductions = SpeechIntroductions()
        introductions.groups = all.map { SpeechVerbGroup(implies: $0, verbs: Self.verbs(of: $1)) }
            .sorted { ($1.count, $0.implies) < ($0.count, $1.implies) }
        let keys = cells.keys.sorted {
            ($0.source, $0.side == nil ? 1 : 0, $0.side ?? "") < ($1.source, $1.side == nil ? 1 : 0, $1.side ?? "")
        }
        introductions.rows = keys.map { key in
            let row = introductions.groups.map { group in
                let found = cells[key]?[group.implies] ?? []
                return IntroductionCell(verbs: Self.verbs(of: found), introductions: found)
            }
            return IntroducedSide(source: key.source, side: key.side, cells: row)
        }
        return introductions
    }

    private static func verbs(of introductions: [ComparedIntroduction]) -> [SpeechVerbCount] {
        Dictionary(grouping: introductions, by: \.speech.verb).map { SpeechVerbCount(verb: $0, count: $1.count) }
            .sorted { ($1.count, $0.verb) < ($0.count, $1.verb) }
    }

    /// The languages of articles of which only quotation marks were read, by tag.
    static func languagesByMarks(_ settled: SettledTally) -> [LanguageByMarks] {
        let languages = settled.articles.filter(\.tally.readsMarksOnly).map { $0.tally.language?.lowercased() ?? "und" }
        return Dictionary(grouping: languages) { $0 }.map { LanguageByMarks(language: $0, articles: $1.count) }
            .sorted { $0.language < $1.language }
    }
}

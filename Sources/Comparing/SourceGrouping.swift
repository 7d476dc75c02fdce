import Articles
import Scoring

/// The articles of a tally by source, both in the order that a report keeps.
///
/// Known sources by name, unknown ones after them; within a source by date (unknown last), then doc.
struct SourceGrouping {
    private(set) var sources: [ComparedSource] = []
    private(set) var articles: [ComparedArticle] = []
    /// For each of `articles` its index in the settled tally.
    private(set) var settledIndices: [Int] = []
    /// For each article of the settled tally its index in `articles`.
    private(set) var comparedIndices: [Int]

    init(_ settled: SettledTally) {
        comparedIndices = Array(repeating: 0, count: settled.articles.count)
        articles.reserveCapacity(settled.articles.count)
        let groups = Dictionary(grouping: settled.articles.indices) { settled.articles[$0].tally.sourceName }
        var slugs = Slugs()
        for name in groups.keys.sorted(by: { Self.sourceOrder($0, in: settled, groups) < Self.sourceOrder($1, in: settled, groups) }) {
            let members = (groups[name] ?? []).map { ArticlePlace(settled.articles[$0].tally, member: $0) }.sorted { $0.precedes($1) }
            add(source: name, members: members.map(\.member), of: settled, slug: slugs.slug(for: name))
        }
        for (member, original) in settled.originals.enumerated() {
            if let original { articles[comparedIndices[member]].original = comparedIndices[original] }
        }
    }

    /// Known before unknown, then by letters without regard to case, then exactly.
    private static func sourceOrder(_ name: String, in settled: SettledTally, _ groups: [String: [Int]]) -> (Int, String, String) {
        let isKnown = groups[name]?.first.map { settled.articles[$0].tally.source.name != nil } ?? false
        return (isKnown ? 0 : 1, name.lowercased(), name)
    }

    private mutating func add(source name: String, members: [Int], of settled: SettledTally, slug: String) {
        let first = articles.count
        var words = VoiceCounts()
        var speakers = SpeakerCount()
        for (number, member) in members.enumerated() {
            let article = settled.articles[member]
            comparedIndices[member] = articles.count
            settledIndices.append(member)
            words += article.words
            speakers.add(article)
            articles.append(
                ComparedArticle(
                    slug: "\(slug)-\(number + 1)", doc: article.tally.doc, sourceIndex: sources.count, date: article.tally.date,
                    dateIsInferred: article.tally.dateIsInferred, headline: article.tally.headline,
                    sha256: article.tally.sha256, words: article.words, wordsSetAside: article.wordsSetAside,
                    wordsShared: article.wordsShared,
                    language: article.tally.language
                ))
        }
        let dates = members.compactMap { settled.articles[$0].tally.date }.sorted()
        let source = members.first.map { settled.articles[$0].tally.source }
        sources.append(
            ComparedSource(
                slug: slug, name: name, isKnown: source?.name != nil, isRetold: source?.isRetold ?? false,
                articles: first..<articles.count, words: words, speakers: speakers.ranked(),
                dates: dates.first.flatMap { first in dates.last.map { first...$0 } }
            ))
    }

    /// The runs of repeated text with the hits that each set aside, in the order of the later article.
    func repeats(of settled: SettledTally) -> [RepeatedPassage] {
        let indices = Dictionary(settled.articles.enumerated().map { ($1.tally.doc, $0) }) { first, _ in first }
        let repeats = settled.sharedRuns.compactMap { run -> RepeatedPassage? in
            guard let earlier = indices[run.earlier], let later = indices[run.later] else { return nil }
            return RepeatedPassage(
                earlier: comparedIndices[earlier], later: comparedIndices[later], words: run.wordCount,
                hitsSetAside: HitCounting.hitsSetAside(by: run.laterWords, in: settled.articles[later].tally)
            )
        }
        return repeats.sorted { ($0.later, $0.earlier, -$0.words) < ($1.later, $1.earlier, -$1.words) }
    }
}

/// Where an article stands among those of its source: by date, unknown last, then by doc.
private struct ArticlePlace {
    let date: ArticleDate?
    let doc: String
    let member: Int

    init(_ article: ArticleTally, member: Int) {
        date = article.date
        doc = article.doc
        self.member = member
    }

    func precedes(_ other: ArticlePlace) -> Bool {
        switch (date, other.date) {
        case (let left?, let right?) where left != right: left < right
        case (_?, nil): true
        case (nil, _?): false
        default: doc < other.doc
        }
    }
}

/// Adds up words by speaker over the articles of a source; one name is one speaker.
private struct SpeakerCount {
    private struct Entry {
        var side: String?
        var mentions: Set<String> = []
        var words = VoiceCounts()
    }

    private var entries: [String: Entry] = [:]
    /// Shown where nobody is named.
    private static let unnamed = "Nobody named"

    mutating func add(_ article: SettledArticle) {
        for (index, words) in article.speakerWords {
            let speaker = index.map { article.tally.speakers[$0] }
            var entry = entries[speaker?.name ?? Self.unnamed, default: Entry()]
            entry.side = entry.side ?? speaker?.side
            entry.mentions.formUnion(speaker?.mentions ?? [])
            entry.words += words
            entries[speaker?.name ?? Self.unnamed] = entry
        }
    }

    func ranked() -> [SpeakerWords] {
        entries.filter { $0.value.words.total > 0 }
            .map { SpeakerWords(name: $0.key, side: $0.value.side, mentions: $0.value.mentions.sorted(), words: $0.value.words) }
            .sorted { (-$0.words.total, $0.name) < (-$1.words.total, $1.name) }
    }
}

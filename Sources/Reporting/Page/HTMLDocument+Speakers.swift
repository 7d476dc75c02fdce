import Comparing
import Scoring

extension HTMLDocument {
    /// Speakers of one source in rows of their own; further ones are added up.
    private static let mostSpeakers = 12
    /// Spelling variants printed under a name.
    private static let mostVariants = 6

    /// Every speaker with words by voice, folded.
    @ReportBuilder var speakerTable: [ReportNode] {
        let speaking = model.listedSources.map { comparison.sources[$0] }.filter { !$0.speakers.isEmpty }
        let most = speaking.flatMap(\.speakers).map(\.words.others).max() ?? 1
        if !speaking.isEmpty {
            fold("Every speaker, with word counts") {
                scrolling(
                    "speakers",
                    element(.table, .class("speakers")) {
                        caption("Words by speaker and source; quoted, reported and distanced.")
                        speakerHead
                        for source in speaking { speakerRows(source, most: most) }
                    }
                )
            }
        }
    }

    private var speakerHead: ReportNode {
        element(.thead) {
            element(.tr) {
                columnHead { hidden("Speaker") }
                columnHead { "Quoted" }
                columnHead { "Reported" }
                columnHead { "Distanced" }
                columnHead { hidden("Words as a bar") }
            }
        }
    }

    private func speakerRows(_ source: ComparedSource, most: Int) -> ReportNode {
        let rest = source.speakers.dropFirst(Self.mostSpeakers)
        return element(.tbody) {
            element(.tr, .class("group")) {
                element(.th, .scope("colgroup"), .columns(5)) { name(source.name) }
            }
            for speaker in source.speakers.prefix(Self.mostSpeakers) {
                speakerRow(speaker.words, most: most) {
                    name(speaker.name)
                    if let side = speaker.side { small(side) }
                    variants(speaker)
                }
            }
            if !rest.isEmpty {
                speakerRow(rest.reduce(into: VoiceCounts()) { $0 += $1.words }, most: most) { numbers.counted(rest.count, "more speaker") }
            }
        }
    }

    /// The other spellings merged under the name.
    @ReportBuilder private func variants(_ speaker: SpeakerWords) -> [ReportNode] {
        let others = speaker.mentions.filter { $0 != speaker.name }
        if !others.isEmpty { small("also " + others.prefix(Self.mostVariants).joined(separator: ", ")) }
    }

    private func speakerRow(_ words: VoiceCounts, most: Int, @ReportBuilder _ head: () -> [ReportNode]) -> ReportNode {
        element(.tr) {
            rowHead(head)
            numberCell(words.quoted)
            numberCell(words.reported)
            numberCell(words.distanced)
            element(.td) { speakerBar(words, most: most) }
        }
    }

    /// 100 units are the longest bar of the table.
    private func speakerBar(_ words: VoiceCounts, most: Int) -> ReportNode {
        let units = { (count: Int) in String(min(100, Int((Double(count) * 100 / Double(max(1, most))).rounded()))) }
        return element(.svg, .hiddenFromReaders) {
            if words.quoted > 0 { element(.rect, .class("bar-quoted"), .init("x", "0"), .init("width", units(words.quoted))) }
            if words.reported + words.distanced > 0 {
                element(
                    .rect, .class("bar-reported"), .init("x", units(words.quoted)),
                    .init("width", units(words.reported + words.distanced)))
            }
        }
    }
}

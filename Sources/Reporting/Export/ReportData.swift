import Articles
import Comparing
import Foundation
import Scoring

/// The report for programs: every count, no article text.
///
/// Schema "parallax-report", version 1. Keys are sorted and positions in lists are those of the report, so equal input gives
/// equal bytes. A number that is undefined is null, never 0.
struct ReportData: Encodable {
    let schema = "parallax-report"
    let version = 1
    let program: String
    let command: String
    let title: String
    let subject: String
    /// One of `EvidenceLevel`'s raw values.
    let level: String
    let voices: String
    let hitsCounted: Int
    let hitsFound: Int
    let setAside: SetAsideData
    let words: VoiceCounts
    let unbalancedQuotations: Int
    let languagesByMarks: [LanguageData]
    let speech: SpeechData
    let lead: String?
    let sources: [SourceData]
    let articles: [ArticleData]
    let concepts: [ConceptData]
    let findings: [FindingData]
    let caveats: [CaveatData]
    let missing: MissingData
    /// Absent where none was found, or no events are known.
    let silences: [SilenceData]?
    let repeats: [RepeatData]
    let keyWords: KeyWordsData?
    let sameEvent: SameEventData?
    let wireCopy: WireCopyData?
    let lexicons: [FileData]
    let inputs: [FileData]
    let diagnostics: DiagnosticsData
    let notes: [String]

    /// - Parameter mostPairs: comparisons of two sources that are kept of each concept and measure.
    init(_ comparison: Comparison, record: ReportRecord, mostPairs: Int) {
        let model = ReportModel(comparison, record: record, numbers: .plain)
        program = record.programVersion
        command = record.commandLine
        title = model.title
        subject = comparison.subject
        level = comparison.level.rawValue
        voices = comparison.voiceMode.rawValue
        hitsCounted = comparison.hitsCounted
        hitsFound = comparison.hitsFound
        setAside = SetAsideData(comparison.setAside)
        words = comparison.words
        unbalancedQuotations = comparison.unbalancedQuotations
        languagesByMarks = comparison.languagesByMarks.map(LanguageData.init)
        speech = SpeechData(comparison)
        lead = comparison.lead?.text
        sources = comparison.sources.map { SourceData($0, comparison) }
        articles = comparison.articles.map { ArticleData($0, comparison) }
        concepts = comparison.concepts.enumerated().map { ConceptData($1, at: $0, comparison, mostPairs: mostPairs) }
        findings = comparison.findings.map { FindingData($0, comparison) }
        caveats = model.caveats.map(CaveatData.init)
        missing = MissingData(comparison)
        silences = comparison.silences.isEmpty ? nil : comparison.silences.map { SilenceData($0, comparison) }
        repeats = comparison.repeats.map { RepeatData($0, comparison) }
        keyWords = comparison.keyWords.map { KeyWordsData($0, comparison) }
        sameEvent = comparison.sameEvent.map(SameEventData.init)
        wireCopy = comparison.wireCopy.map { WireCopyData($0, comparison) }
        lexicons = record.lexicons.map(FileData.init)
        inputs = record.inputs.map(FileData.init)
        diagnostics = DiagnosticsData(record.diagnostics)
        notes = record.notes
    }

    func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

extension Double {
    /// JSON has no NaN and no infinity: what is not a number is null.
    var finite: Double? { isFinite ? self : nil }
}

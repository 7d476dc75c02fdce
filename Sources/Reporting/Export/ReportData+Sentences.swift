import Comparing
import Scoring

extension ReportData {
    struct FindingData: Encodable {
        let template: String
        let level: String
        let text: String
        let meta: String
        let cells: [CellReferenceData]
        /// Of findings that compare two sources.
        let comparisonLevel: String?

        init(_ finding: Finding, _ comparison: Comparison) {
            template = finding.template.rawValue
            level = finding.level.rawValue
            text = finding.text
            meta = finding.meta
            cells = finding.links.map { CellReferenceData($0, comparison) }
            comparisonLevel = finding.comparisonLevel?.rawValue
        }
    }

    struct CellReferenceData: Encodable {
        let concept: String
        let framing: String
        let source: String

        init(_ cell: CellReference, _ comparison: Comparison) {
            concept = comparison.concepts[cell.concept].id
            framing = comparison.concepts[cell.concept].framings[cell.framing].id
            source = comparison.sources[cell.source].slug
        }
    }

    struct CaveatData: Encodable {
        let code: String
        let sentence: String

        init(_ caveat: Caveat) {
            code = caveat.code
            sentence = caveat.sentence
        }
    }

    struct MissingData: Encodable {
        let inOneSourceOnly: [MissingFramingData]
        let neverOwn: [MissingFramingData]
        let inNone: [MissingFramingData]

        init(_ comparison: Comparison) {
            inOneSourceOnly = comparison.missing.inOneSourceOnly.map { MissingFramingData($0, comparison) }
            neverOwn = comparison.missing.neverOwn.map { MissingFramingData($0, comparison) }
            inNone = comparison.missing.inNone.map { MissingFramingData($0, comparison) }
        }
    }

    struct MissingFramingData: Encodable {
        let concept: String
        let framing: String
        let counts: VoiceCounts
        let source: String?

        init(_ missing: MissingFraming, _ comparison: Comparison) {
            concept = comparison.concepts[missing.concept].id
            framing = comparison.concepts[missing.concept].framings[missing.framing].id
            counts = missing.counts
            source = missing.source.map { comparison.sources[$0].slug }
        }
    }

    struct FileData: Encodable {
        let name: String
        let title: String?
        let version: String?
        let sha256: String

        init(_ file: RecordedFile) {
            name = file.name
            title = file.title
            version = file.version
            sha256 = file.sha256
        }
    }

    struct DiagnosticsData: Encodable {
        let errors: Int
        let warnings: Int
        let notes: Int
        let messages: [String]

        init(_ diagnostics: RecordedDiagnostics) {
            errors = diagnostics.errors
            warnings = diagnostics.warnings
            notes = diagnostics.notes
            messages = diagnostics.messages
        }
    }
}

import Comparing

extension ReportData {
    /// With which verbs sources introduce speech; groups as in `lexicons/reporting-verbs.yaml`.
    struct SpeechData: Encodable {
        let groups: [GroupData]
        let rows: [RowData]

        init(_ comparison: Comparison) {
            let speech = comparison.speech
            groups = speech.groups.map { GroupData(implies: $0.implies, count: $0.count, verbs: $0.verbs.map(VerbData.init)) }
            rows = speech.rows.map { row in
                let cells = zip(speech.groups, row.cells).map { group, cell in
                    GroupData(implies: group.implies, count: cell.count, verbs: cell.verbs.map(VerbData.init))
                }
                return RowData(source: comparison.sources[row.source].slug, side: row.side, groups: cells)
            }
        }
    }

    struct GroupData: Encodable {
        let implies: String
        let count: Int
        let verbs: [VerbData]
    }

    /// One source's introductions of one side; null is the speakers without a side or a name.
    struct RowData: Encodable {
        let source: String
        let side: String?
        let groups: [GroupData]
    }

    struct VerbData: Encodable {
        let verb: String
        let count: Int

        init(_ count: SpeechVerbCount) {
            verb = count.verb
            self.count = count.count
        }
    }

    struct LanguageData: Encodable {
        let language: String
        let articles: Int

        init(_ language: LanguageByMarks) {
            self.language = language.language
            articles = language.articles
        }
    }
}

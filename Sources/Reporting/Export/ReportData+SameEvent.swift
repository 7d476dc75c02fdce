import Comparing

extension ReportData {
    /// Present where only articles on events that several sources covered were compared.
    struct SameEventData: Encodable {
        let events: Int
        let articles: Int
        let leftOut: [LeftOutData]

        init(_ summary: SameEventSummary) {
            events = summary.events
            articles = summary.articles
            leftOut = summary.leftOut.map { LeftOutData(doc: $0.doc, source: $0.source, reason: $0.reason.rawValue) }
        }
    }

    struct LeftOutData: Encodable {
        let doc: String
        let source: String
        /// "undated" or "no_other_source".
        let reason: String
    }
}

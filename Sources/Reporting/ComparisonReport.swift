package import Comparing

/// A comparison written down: an HTML page in one file, Markdown for version control, JSON for programs.
///
/// The two documents are trees of libcmark nodes over one model. The page works from disk, offline and without script;
/// the Markdown holds one sentence or list item a line, so that a diff shows a real change.
///
///     let report = ComparisonReport(comparison, record: record, hashOfInlineBlock: base64OfSHA256)
///     try report.html().write(to: file, atomically: true, encoding: .utf8)
///
/// Equal input gives equal bytes; nothing depends on the time, the locale or the machine.
package struct ComparisonReport: Sendable {
    private let comparison: Comparison
    private let record: ReportRecord
    private let texts: ReadableTexts?
    private let hashOfInlineBlock: @Sendable ([UInt8]) -> String

    /// - Parameters:
    ///   - texts: the articles themselves, for the page's reader; nil where there are only tallies.
    ///   - hashOfInlineBlock: the SHA-256 of the bytes, in padded base64, for the page's content security policy.
    package init(
        _ comparison: Comparison, record: ReportRecord, texts: ReadableTexts? = nil,
        hashOfInlineBlock: @escaping @Sendable ([UInt8]) -> String
    ) {
        self.comparison = comparison
        self.record = record
        self.texts = texts
        self.hashOfInlineBlock = hashOfInlineBlock
    }

    /// At most 2 MB, unless names and texts of great length leave no choice: of a large comparison less is kept, which the page says.
    package func html() -> String {
        var page = ""
        for halvings in 0...PageBudget.mostHalvings {
            let model = ReportModel(comparison, record: record, texts: texts, numbers: .page, budget: PageBudget(halvings: halvings))
            page = PageFrame(hashOfInlineBlock: hashOfInlineBlock).page(HTMLDocument(model))
            if page.utf8.count <= PageBudget.mostBytes { break }
        }
        return page
    }

    package func markdown() -> String {
        let model = ReportModel(comparison, record: record, numbers: .plain)
        return CMarkDocument(MarkdownDocument(model).nodes).commonMark()
    }

    /// - Throws: `EncodingError` if the encoder fails, which no comparison is known to cause: numbers that are not finite are null.
    ///
    /// - Parameter keepsAllPairs: whether every comparison of two sources is written; else of thousands those of which most may be said.
    package func json(keepsAllPairs: Bool = false) throws -> String {
        try ReportData(comparison, record: record, mostPairs: keepsAllPairs ? .max : DifferenceSample.mostStored).encoded()
    }
}

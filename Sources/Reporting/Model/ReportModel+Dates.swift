import Articles
import Comparing

extension ReportModel {
    /// "7 Oct 2020" with no-break spaces on the page, so that a date stays on its line.
    func readable(_ date: ArticleDate) -> String { joinedDate(date.readable) }

    /// "7 Oct 2020", "7 Oct 2020 (inferred)" or "no date"; never a guess without the word.
    func date(of article: ComparedArticle) -> String {
        article.date.map { readable($0) + (article.dateIsInferred ? " (inferred)" : "") } ?? "no date"
    }

    /// The first and last date, each part said once: "7 to 26 Oct 2020", "30 Sep to 1 Nov 2020", "30 Sep 2020 to 19 Sep 2023".
    func range(_ dates: ClosedRange<ArticleDate>) -> String {
        let (first, last) = (dates.lowerBound, dates.upperBound)
        guard first != last else { return readable(last) }
        let shared = first.year != last.year || first.day == nil || last.day == nil ? 0 : first.month == last.month ? 2 : 1
        let start = first.readable.split(separator: " ").dropLast(shared).joined(separator: " ")
        return "\(joinedDate(start)) to \(readable(last))"
    }

    private func joinedDate(_ text: String) -> String { text.split(separator: " ").joined(separator: numbers.joiner) }
}

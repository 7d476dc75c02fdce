import Articles

/// Groups the articles of a run that are searched together: in a row and of one language, few bytes in all.
struct ArticleGroups {
    /// Bytes; a longer article stands alone.
    private static let mostBytes = 1 << 15

    /// All articles, in their order.
    static func groups(of articles: [Article]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var (first, byteCount) = (0, 0)
        for (place, article) in articles.enumerated() {
            let more = article.text.count + (article.title?.count ?? 0)
            if place > first, byteCount + more > mostBytes || article.language != articles[first].language {
                groups.append(first..<place)
                (first, byteCount) = (place, 0)
            }
            byteCount += more
        }
        if first < articles.count { groups.append(first..<articles.count) }
        return groups
    }
}

/// Who published an article, as far as the input says so; never guessed.
package struct Source: Hashable, Sendable, Codable {
    /// The outlet's name as given; nil where the input names none or says "unknown".
    package let name: String?
    /// Whether the text retells the outlet's in other words; shown wherever the source is named.
    package let isRetold: Bool

    package init(name: String?, isRetold: Bool = false) {
        self.name = name
        self.isRetold = isRetold
    }

    /// The name a reader sees: "TASS", "TASS (retold)", "Unknown 2020", "Unknown".
    ///
    /// Articles without a source stand together by year, since two unnamed texts of different years are surely not one sample.
    package func displayName(date: ArticleDate?) -> String {
        let shown = name ?? date.map { "Unknown \($0.year)" } ?? "Unknown"
        return isRetold ? "\(shown) (retold)" : shown
    }
}

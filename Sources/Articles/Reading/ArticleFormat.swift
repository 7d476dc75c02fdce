/// How a file of articles is read, by its name's extension.
enum ArticleFormat {
    case text(TextFormat)
    /// JSON lines, an array or, where `isDocument`, objects over several lines.
    case records(isDocument: Bool)

    /// Nil for a file that is no kind of article.
    init?(fileName: String) {
        switch fileName.split(separator: ".").last.map({ $0.lowercased() }) {
        case "txt", "text": self = .text(.plain)
        case "md", "markdown": self = .text(.markdown)
        case "jsonl", "ndjson": self = .records(isDocument: false)
        case "json": self = .records(isDocument: true)
        default: return nil
        }
    }
}

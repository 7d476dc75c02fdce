/// Which key of a record holds which field of an article.
package struct FieldNames {
    /// The names that people give each field, the surest first; letter case, hyphens, underscores and blanks do not matter.
    private static let known: [String: [String]] = [
        "text": ["text", "content", "body", "article", "articletext", "articlebody", "fulltext", "maintext", "contentoriginal", "story"],
        "title": ["title", "headline", "heading", "articletitle"],
        "source": [
            "source", "outlet", "publisher", "publication", "newspaper", "site", "sitename", "sourcename", "medium", "media", "domain",
        ],
        "date": [
            "date", "published", "pubdate", "publisheddate", "publicationdate", "datepublished", "publishdate", "publishedat",
            "publishedon", "datetime", "timestamp",
            "createdat",
        ],
        "id": ["id", "doc", "docid", "documentid", "articleid", "uuid", "guid"],
        "url": ["url", "link", "href", "weburl", "permalink", "canonicalurl"],
        "language": ["language", "lang", "locale"],
        "retold": ["retold"],
        "date-is-inferred": ["dateisinferred"],
    ]

    /// Fields that `--map` may name.
    package static let fields = ["text", "title", "source", "date", "id", "url", "language"]

    /// Fields that hold one string; `ArticleMetadata.set` goes by their places.
    static let strings = ["id", "source", "date", "title", "url", "language"]

    /// Whether a field of `strings` may be a number in JSON too.
    static func takesNumbers(_ place: Int) -> Bool { place < 4 }

    /// Where the fields stand in records of the same keys.
    struct Columns {
        /// In the order of the record.
        let keys: [String]
        fileprivate let names: [String: String]

        /// The key that holds a field; nil where none does.
        subscript(field: String) -> String? { names[field] }
    }

    private let map: [String: String]

    init(map: [String: String]) { self.map = map }

    /// The value of `field` in a record.
    func value<Value>(of field: String, in record: [String: Value]) -> Value? {
        if let column = map[field] { return record[column] }
        for name in Self.known[field] ?? [] {
            if let exact = record[name] { return exact }
        }
        let comparable = Dictionary(record.keys.sorted().map { (Self.comparable($0), $0) }, uniquingKeysWith: { first, _ in first })
        return (Self.known[field] ?? []).lazy.compactMap { comparable[$0] }.first.flatMap { record[$0] }
    }

    /// As `value(of:in:)` finds them.
    func columns(of keys: [String]) -> Columns {
        let record = Dictionary(keys.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Self.known.keys.compactMap { field in value(of: field, in: record).map { (field, $0) } }
        return Columns(keys: keys, names: Dictionary(names, uniquingKeysWith: { first, _ in first }))
    }

    private static func comparable(_ name: String) -> String {
        name.lowercased().filter { !"-_ ".contains($0) }
    }
}

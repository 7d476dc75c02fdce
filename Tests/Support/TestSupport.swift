package import Articles
import Words

/// Makes an article of body lines for tests; a line is a passage of the kind given, else body.
package func makeArticle(
    _ text: String, id: String = "a.txt", source: String? = "S", date: String? = "2020-10-07", kinds: [PassageKind] = [],
    language: String? = "en"
) -> Article {
    let bytes = Array(text.utf8)
    var passages: [Passage] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let end = start + line.utf8.count
        if !line.allSatisfy(\.isWhitespace) {
            let kind = passages.count < kinds.count ? kinds[passages.count] : .body
            passages.append(Passage(field: .text, span: ByteSpan(start, end), kind: kind))
        }
        start = end + 1
    }
    return Article(
        id: id, source: Source(name: source), date: date.flatMap(ArticleDate.init), dateIsInferred: false, title: nil, text: bytes,
        language: language, url: nil, otherKeys: [], sha256: "", passages: passages
    )
}

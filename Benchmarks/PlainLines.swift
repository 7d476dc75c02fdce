import Articles
import Foundation
import TestSupport

/// Reads the texts of a file of JSON lines, each line of a text a body passage: for times in which reading and classifying have no part.
enum PlainLines {
    static func articles(of path: String) throws -> [Article] {
        let lines = try BenchmarkCorpus.contents(of: URL(filePath: path), options: .alwaysMapped)
        var articles: [Article] = []
        for line in [UInt8](lines).split(separator: UInt8(ascii: "\n")) {
            let record = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
            guard let text = record?["text"] as? String else { continue }
            articles.append(makeArticle(text, id: "\(articles.count)", source: nil))
        }
        return articles
    }
}

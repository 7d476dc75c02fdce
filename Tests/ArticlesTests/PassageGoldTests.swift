import Articles
import Foundation
import TestSupport
import Testing
import Words

/// The kinds of the five reference articles' passages, as a reader settled them.
@Suite(.enabled(if: hasSharedData("gold"))) struct PassageGoldTests {
    private struct Gold: Decodable {
        struct Entry: Decodable {
            let start: Int
            let end: Int
            let kind: String
            let subkind: String?
            let line: Int
        }
        let file: String
        let passages: [Entry]
    }

    @Test(arguments: [
        "000_62116935d5a906c8", "001_3c32ffcd6a7bb311", "002_7d96a2e9a089f0ad", "003_8314cc0982adcfed", "004_6544d3bfa3157048",
    ])
    func `every passage has the kind that a reader gave it`(name: String) throws {
        let gold = try JSONDecoder().decode(Gold.self, from: sharedData("gold/\(name).gold.json"))
        let text = Array(try sharedData("seeds/\(gold.file)"))
        let passages = PassageClassifier.passages(title: nil, text: text, body: ByteSpan(0, text.count), format: .plain)
        #expect(passages.map(\.span) == gold.passages.map { ByteSpan($0.start, $0.end) })
        for (passage, entry) in zip(passages, gold.passages) {
            #expect(passage.kind == expectedKind(entry), "\(name) line \(entry.line)")
        }
    }

    private func expectedKind(_ entry: Gold.Entry) -> PassageKind? {
        switch entry.subkind {
        case "dek": .standfirst
        case "subhead": .subheading
        case "credit": .credit
        default: PassageKind(rawValue: entry.kind)
        }
    }
}

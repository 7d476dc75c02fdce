import Articles
import Scoring
import TestSupport
import Testing

@Suite struct VocabularyTests {
    static let articles = (0..<30).map {
        makeArticle(
            "The ferry \($0) left quay Q\($0) at 3.5, Ana\u{2019}s boat; caf\u{E9} \($0 * 7919).", id: "\($0)", source: "S\($0 % 3)")
    }

    @Test(arguments: ["ferry", "caf\u{E9}", "quay", "ana"])
    func aWordIsFoundByTheHashOfItsFoldedForm(_ word: String) {
        #expect(Vocabulary(articles: Self.articles).word(for: WordSignature.hash(ofFolded: word)) == word)
    }

    @Test(arguments: ["3.5", "'s", "q7", "absent"])
    func numbersSingleLettersAndWordsOfNoArticleHaveNoName(_ word: String) {
        #expect(Vocabulary(articles: Self.articles).word(for: WordSignature.hash(ofFolded: word)) == nil)
    }

    @Test func articlesAndTablesOfTheirPartsGiveTheSameWords() {
        let whole = Vocabulary(articles: Self.articles)
        let parts = Vocabulary([WordTable(articles: Array(Self.articles[..<11])), WordTable(articles: Array(Self.articles[11...]))])
        for article in Self.articles {
            for passage in article.passages {
                for hash in WordSignature(bytes: article.text, span: passage.span).words {
                    #expect(whole.word(for: hash) == parts.word(for: hash))
                }
            }
        }
    }

    @Test func wordsThatShareAHashAreNamedOnlyWhereOneIsFarMoreFrequent() throws {
        var first: [UInt32: String] = [:]
        var pair: (String, String)?
        for number in 0..<200_000 where pair == nil {
            let word = "word" + String(number, radix: 36).map { $0.isNumber ? "z\($0)" : String($0) }.joined()
            if let other = first.updateValue(word, forKey: WordSignature.hash(ofFolded: word)) { pair = (other, word) }
        }
        let (left, right) = try #require(pair)
        func name(_ leftCount: Int, _ rightCount: Int) -> String? {
            let texts = (0..<leftCount).map { makeArticle(left, id: "l\($0)") } + (0..<rightCount).map { makeArticle(right, id: "r\($0)") }
            let hash = WordSignature.hash(ofFolded: left)
            #expect(Vocabulary([WordTable(articles: texts)]).word(for: hash) == Vocabulary(articles: texts).word(for: hash))
            return Vocabulary(articles: texts).word(for: hash)
        }
        #expect(name(10, 1) == left)
        #expect(name(1, 20) == right)
        #expect(name(10, 2) == nil)
    }
}

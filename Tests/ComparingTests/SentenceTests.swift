import Articles
import Comparing
import Lexicons
import Scoring
import TestSupport
import Testing

/// What generated sentences say, and what they may never say.
@Suite struct SentenceTests {
    /// Words that no finding, lead or caveat may hold, of outlets or otherwise.
    static let banned = [
        "bias", "biased", "slant", "agenda", "propaganda", "objective", "neutral", "balanced", "proves", "clearly", "always", "never",
        "admits", "reveals", "claims",
    ]

    private func sentences(of comparison: Comparison) -> [String] {
        comparison.findings.map(\.text) + comparison.findings.map(\.meta) + comparison.caveats.map(\.sentence)
            + [comparison.lead?.text].compactMap(\.self)
    }

    private func finding(_ template: String, in articles: [Article]) -> String? {
        ComparatorTests.compare(articles).findings.first { $0.template.rawValue == template }?.text.replacing("\u{A0}", with: " ")
    }

    @Test func onlyOneSourcesOwnWordNamesTheOthersUse() {
        let articles = [
            makeArticle("The annexed valley. The annexed hill.", id: "1", source: "Alpha"),
            makeArticle("\"The annexed valley,\" Ana Holt said.", id: "2", source: "Beta"),
        ]
        #expect(
            finding("T2", in: articles)
                == "Only the article from Alpha writes annexed in its own words: twice. Beta prints it once, in quotation marks, the words of Ana Holt."
        )
    }

    @Test func aWordThatIsNobodysOwnIsSaidToBeSo() {
        let articles = [
            makeArticle("\"The raid,\" Ana Holt said.\n\"That raid,\" Ana Holt said.", id: "1", source: "Alpha"),
            makeArticle("Ivo Brandt said the raid was over.", id: "2", source: "Beta"),
        ]
        #expect(
            finding("T3", in: articles) == "Raid is nobody\u{2019}s own word here. Of 3 uses, 2 stand in quotation marks and 1 is reported."
        )
    }

    @Test func aMirroredPairIsNamedWithBothCounts() {
        let articles = [
            makeArticle("The annexed valley. The annexed hill.", id: "1", source: "Alpha"),
            makeArticle("The freed valley. The freed hill.", id: "2", source: "Beta"),
        ]
        #expect(finding("T4", in: articles) == "In own words, annexed appears only in Alpha (2 hits), freed only in Beta (2 hits).")
    }

    @Test func moreThanEightSourcesAreCountedInTheLeadNotNamed() {
        let texts = Array(repeating: "The annexed valley. The annexed hill.", count: 6) + Array(repeating: "The freed valley.", count: 3)
        let articles = (texts + ["The annexed valley. The freed hill."]).enumerated().map { number, text in
            makeArticle("Note \(number). " + text, id: "\(number)", source: "Source \(number)")
        }
        #expect(
            ComparatorTests.compare(articles).lead?.text.hasPrefix(
                "In their own words, 6 of 10 sources write mainly annexed and 3 freed; 1 spreads evenly over two or more.") == true)
    }

    @Test func agreementIsAFinding() {
        let articles = ["Alpha", "Beta", "Gamma"].map { makeArticle("The annexed valley. The annexed hill.", id: $0, source: $0) }
        #expect(finding("T8", in: articles) == "All three sources that name status in their own words at least twice write mainly annexed.")
    }

    @Test func oneSourceAloneHasNoFindings() {
        #expect(ComparatorTests.compare([makeArticle("The annexed valley. The annexed hill.")]).findings.isEmpty)
    }

    @Test func atMostTwoFindingsOfATemplateAndSixInAll() {
        let findings = ComparatorTests.compare(Self.random(seed: 7, sources: 6, articles: 30)).findings
        #expect(findings.count <= 6)
        #expect(Dictionary(grouping: findings, by: \.template).values.allSatisfy { $0.count <= 2 })
    }

    @Test func differentYearsInferredDatesAndUnknownSourcesAreCaveats() {
        let articles = [
            makeArticle("The annexed valley.", id: "1", source: "Alpha", date: "2020-01-01"),
            makeArticle("The freed valley.", id: "2", source: nil, date: "2023-01-01"),
        ]
        let caveats = ComparatorTests.compare(articles).caveats
        #expect(caveats.map(\.code) == ["counts-only", "years", "unknown-sources", "unchecked-lexicon"])
        #expect(caveats[1].sentence == "One article is from 2020 and one from 2023: they may report different events.")
    }

    @Test func articlesInLanguagesThatTheLexiconHasNoTermsForAreNamed() {
        let languages: [String?] = ["en-GB", "de", nil, "fr", "de"]
        let articles = languages.enumerated().map { makeArticle("The annexed hill.", id: "\($0)", source: "Alpha", language: $1) }
        let caveats = ComparatorTests.compare(articles).caveats.filter { $0.code == "foreign-articles" }
        #expect(
            caveats.map(\.sentence) == [
                "3\u{A0}articles are in de and fr, for which the lexicon has no terms: that nothing is found there says nothing."
            ])
        #expect(!ComparatorTests.compare(Array(articles.prefix(1))).caveats.contains { $0.code == "foreign-articles" })
    }

    @Test(arguments: 0..<60)
    func noSentenceHoldsABannedWordOrAPercentageThatItsLevelForbids(seed: Int) {
        let comparison = ComparatorTests.compare(Self.random(seed: UInt64(seed), sources: 1 + seed % 5, articles: 1 + seed))
        for sentence in sentences(of: comparison) {
            let words = Set(sentence.lowercased().split { !$0.isLetter }.map(String.init))
            #expect(words.isDisjoint(with: Self.banned), "\(sentence)")
        }
        // Each source's level decides for that source: only where none is estimated may no percentage stand at all.
        let levels = comparison.concepts.first { $0.total.total > 0 }?.evidence.map(\.level) ?? []
        if (levels.max() ?? .noText) < .estimated, let lead = comparison.lead?.text {
            #expect(!lead.contains("%") && !lead.contains("most often"), "\(lead)")
        }
    }

    /// Articles of invented sentences in all voices, from a seed.
    static func random(seed: UInt64, sources: Int, articles: Int) -> [Article] {
        var generator = SeededRandom(seed: seed)
        let terms = ["annexed", "disputed", "freed", "raid", "rescue operation", "quiet"]
        return (0..<articles).map { number in
            let lines = (0..<Int.random(in: 1...6, using: &generator)).map { line in
                let term = terms.randomElement(using: &generator) ?? ""
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: return "The \(term) of \(number) and \(line) went on."
                case 1: return "\"The \(term) of \(number) and \(line) is ours,\" Ana Holt said."
                case 2: return "Ivo Brandt said the \(term) of \(number) and \(line) was over."
                default: return "They spoke of the so-called \(term) \(line)."
                }
            }
            let source = "Source \(Int.random(in: 0..<sources, using: &generator))"
            return makeArticle(
                lines.joined(separator: "\n"), id: "\(number)", source: number % 9 == 8 ? nil : source,
                date: number % 7 == 6 ? nil : "202\(number % 3)-01-01")
        }
    }
}

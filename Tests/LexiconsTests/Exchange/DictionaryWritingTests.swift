import Diagnostics
import Lexicons
import TestSupport
import Testing

/// What is written reads back as the same, and what cannot be written is told.
@Suite struct DictionaryWritingTests {
    static func lexicon(_ framings: [String: [String]]) -> Lexicon {
        makeLexicon(concepts: [("river", framings), ("hill", ["hill": ["hill*", "top of the hill"]])])
    }

    /// The patterns of each framing, by what they match.
    static func patterns(_ lexicon: Lexicon) -> [String: [[TermPattern.Element]]] {
        var patterns: [String: [[TermPattern.Element]]] = [:]
        for concept in lexicon.concepts {
            for framing in concept.framings { patterns["\(concept.id)/\(framing.id)"] = framing.terms.map(\.pattern.elements) }
        }
        return patterns
    }

    static func reread(_ lexicon: Lexicon, as format: LexiconFormat) -> (lexicon: Lexicon?, written: DictionaryWriting) {
        let written = DictionaryWriting(CategoryDictionary(lexicon), lexicon: lexicon, as: format, file: "l.yaml")
        let reading = DictionaryReading(Array(written.text.utf8), file: "l.\(format.rawValue)")
        return (reading.lexicon, written)
    }

    @Test(arguments: [LexiconFormat.yaml, .quanteda, .dic, .ykd, .csv])
    func whatAFormatCanSayReadsBackAsTheSame(format: LexiconFormat) throws {
        let lexicon = Self.lexicon([
            "flood": ["flood*", "high water", "counter-flood", "U.S. dam"], "gift": ["gift of the river", "mayor's gift"],
        ])
        let (again, written) = Self.reread(lexicon, as: format)
        #expect(written.diagnostics.isEmpty, "\(written.diagnostics)")
        #expect(Self.patterns(try #require(again)) == Self.patterns(lexicon))
    }

    @Test func theTableOfLIWCHasNoLevelsAndSaysSo() throws {
        let lexicon = Self.lexicon(["flood": ["flood*"], "gift": ["gift"]])
        let (again, written) = Self.reread(lexicon, as: .dicx)
        #expect(written.diagnostics.map(\.message).contains { $0.contains("no levels") })
        #expect(again?.concepts.map(\.label) == ["river.flood", "river.gift", "hill"])
    }

    @Test(arguments: [LexiconFormat.quanteda, .dic, .dicx, .ykd, .csv])
    func whatAFormatCannotSayIsToldWithItsLine(format: LexiconFormat) throws {
        let text = """
            lexicon: L
            format: 1
            concepts:
              - concept: c
                framings:
                  - framing: f
                    terms:
                      - river
                      - river <0-2> bank
                      - {term: flood, near: {any: [river], within: 3}}
                      - =Flood
            """
        let lexicon = try #require(LexiconFile.read(text, file: "l.yaml").lexicon)
        let written = DictionaryWriting(CategoryDictionary(lexicon), lexicon: lexicon, as: format, file: "l.yaml")
        #expect(written.diagnostics.compactMap(\.line) == [9, 10, 11])
        #expect(written.text.contains("river"))
        #expect(!written.text.contains("bank"))
    }

    @Test func choicesAreWrittenOut() {
        let lexicon = Self.lexicon(["a": ["(old|new) dam(s|*)"], "b": ["x"]])
        let written = DictionaryWriting(CategoryDictionary(lexicon), lexicon: lexicon, as: .csv, file: "l")
        #expect(written.text.contains("old dams,river,a,\nold dam*,river,a,\nnew dams,river,a,\nnew dam*,river,a,\n"))
    }

    @Test func aTermThatASpreadsheetWouldRunIsGuarded() {
        let reading = DictionaryReading(Array("term,category\n'=cmd,X\n".utf8), file: "a.csv")
        let lexicon = reading.lexicon ?? Self.lexicon([:])
        let written = DictionaryWriting(reading.dictionary ?? CategoryDictionary(lexicon), lexicon: lexicon, as: .csv, file: "a.csv")
        #expect(written.text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("'=cmd,") })
    }

    @Test func weightsSurviveWhereTheFormatHasThem() {
        let reading = DictionaryReading(Array("term,category,weight\na,X,-2\nb,X,1.5\n".utf8), file: "a.csv")
        guard let dictionary = reading.dictionary, let lexicon = reading.lexicon else {
            Issue.record("the table was not read")
            return
        }
        #expect(DictionaryWriting(dictionary, lexicon: lexicon, as: .ykd, file: "a").text.contains("name=\"b\" score=\"1.5\""))
        #expect(DictionaryWriting(dictionary, lexicon: lexicon, as: .dicx, file: "a").text.contains("a,-2"))
        let yaml = DictionaryWriting(dictionary, lexicon: lexicon, as: .yaml, file: "a")
        #expect(yaml.diagnostics.contains { $0.message.contains("no weights") && $0.line == 2 })
    }

    @Test func ourOwnFormatKeepsEverything() throws {
        let (lexicon, _) = LexiconFile.read(LexiconFileTests.whole, file: "l")
        let original = try #require(lexicon)
        let again = try #require(Self.reread(original, as: .yaml).lexicon)
        #expect(Self.patterns(again) == Self.patterns(original))
        let terms = zip(again.concepts.flatMap(\.framings).flatMap(\.terms), original.concepts.flatMap(\.framings).flatMap(\.terms))
        for (one, other) in terms {
            #expect(one.unless == other.unless && one.language == other.language)
            #expect(one.near?.any == other.near?.any && one.near?.within == other.near?.within && one.near?.side == other.near?.side)
        }
        #expect(again.speakers.map(\.aliases) == original.speakers.map(\.aliases))
        #expect(again.concepts.map(\.question) == original.concepts.map(\.question))
    }

    @Test func anyTextReadsBackFromYAML() {
        var random = SeededRandom(seed: 7)
        let letters = Array("ab 'no\"\\:#-[]{},*&!|>%@`?\u{e9}\u{416}\u{85}\u{2028}=()~/1")
        for _ in 0..<3_000 {
            let text = String((0..<Int.random(in: 1...8, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
            let (root, faults) = YAMLReader.read("k: [\(YAMLText.plain(text))]\n", file: "y")
            #expect(faults.isEmpty, "\(text): \(faults)")
            #expect(root?["k"]?.items?.map(\.scalar) == [text])
        }
    }
}

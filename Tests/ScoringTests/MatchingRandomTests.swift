import Articles
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

@Suite struct MatchingRandomTests {
    @Test(arguments: 0..<20) func matcherAgreesWithTheDefinition(seed: Int) {
        var source = RandomLexicons(seed: UInt64(seed), opens: seed % 2 == 0)
        let paths = InstructionPath.allCases.filter(\.isAvailable)
        for round in 0..<60 {
            let lexicon = source.lexicon()
            var session = MatchingSession(lexicon, path: paths[round % paths.count])
            for _ in 0..<2 {
                let text = source.text()
                let passage = MatchingCase.passage(text)
                let found = session.matches(in: passage, language: nil)
                let expected = NaiveMatcher(lexicon, passage: passage).matches()
                if found != expected {
                    let terms = lexicon.concepts.map { $0.framings.map { $0.terms.map(\.pattern.source) } }
                    Issue.record("seed \(seed), round \(round), \(terms) in \(text.debugDescription): \(found) but \(expected)")
                    return
                }
            }
        }
    }

    /// Conditions that look farther than the words around a match are told.
    @Test(arguments: 0..<12) func farConditionsAgreeWithTheDefinition(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let side = [NearCondition.Side.before, .after, .either][seed / 3 % 3]
        let near = try MatchingCase.near(["d", "e <0-3> d", "f*"], within: [25, 40, 200][seed % 3], side)
        let lexicon = MatchingCase.lexicon([
            [try MatchingCase.term("a", unless: ["e <0-40> a <0-40> f", "a <0-2> a b"], near: near)],
            [try MatchingCase.term("b <0-30> c", unless: ["d <0-50> e"])],
            [try MatchingCase.term("(a|b|=C) <0-1> (b|c|=X)", near: near)],
        ])
        for _ in 0..<6 {
            let text = (0..<160).map { _ in
                let word = ["a", "b", "c", "d", "e", "f"].randomElement(using: &random) ?? ""
                return Int.random(in: 0..<4, using: &random) == 0 ? word : ["x", "y", "x. C", "x. X"].randomElement(using: &random) ?? ""
            }.joined(separator: " ")
            let passage = MatchingCase.passage(text)
            var session = MatchingSession(lexicon)
            #expect(session.matches(in: passage, language: nil) == NaiveMatcher(lexicon, passage: passage).matches(), "\(text)")
            let article = makeArticle(text)
            let index = try makeIndex(of: [article], voices: .none)
            #expect(
                try IndexScorer(index: index, lexicon: lexicon, voices: .none).tallies()
                    == LexiconScorer(lexicon: lexicon, voices: .none).score([article]), "\(text)")
        }
    }

    /// The whole road of the program, whose words come from bit masks and whose memory goes from article to article.
    @Test func theScorerAgreesWithTheDefinition() {
        var source = RandomLexicons(seed: 6)
        for round in 0..<40 {
            let lexicon = source.lexicon()
            let articles = (0..<5).map { makeArticle(source.text().replacing("\n", with: " "), id: "\($0)") }
            for (article, tally) in zip(articles, LexiconScorer(lexicon: lexicon, voices: .none).score(articles)) {
                let passage = PassageWords(bytes: article.text, span: ByteSpan(0, article.text.count))
                let expected = article.passages.isEmpty ? [] : NaiveMatcher(lexicon, passage: passage).matches().map(\.span)
                #expect(tally.hits.map(\.span) == expected, "round \(round), \(String(decoding: article.text, as: UTF8.self))")
            }
        }
    }

    /// Passages are searched together where they stand together; none may see another.
    @Test func `an article's matches are those of its passages alone`() {
        let paths = InstructionPath.allCases.filter(\.isAvailable)
        for seed in 0..<300 {
            var source = RandomLexicons(seed: UInt64(seed), opens: seed % 2 == 0)
            let lexicon = source.lexicon()
            let kinds: [PassageKind] = [.headline, .body, .credit, .body, .boilerplate]
            let article = makeArticle((0..<6).map { _ in source.text() }.joined(separator: "\n"), kinds: kinds)
            var search = ArticleSearch(lexicon, path: paths[seed % paths.count])
            var found: [Passage: [TermMatch]] = [:]
            let count = search.count(article) { found[$0, default: []].append($1) }
            var words = 0
            for passage in article.passages where passage.kind.isSearched {
                let text = PassageWords(bytes: article.text, span: passage.span)
                words += text.words.count
                #expect(found[passage] ?? [] == NaiveMatcher(lexicon, passage: text).matches(), "seed \(seed), \(passage)")
            }
            #expect(count == words)
        }
    }

    @Test func `texts one behind another are searched as each by itself`() {
        let paths = InstructionPath.allCases.filter(\.isAvailable)
        let kinds: [PassageKind] = [.headline, .body, .credit, .link]
        for seed in 0..<200 {
            var source = RandomLexicons(seed: UInt64(seed), opens: seed % 2 == 0)
            let lexicon = source.lexicon()
            var search = ArticleSearch(lexicon, path: paths[seed % paths.count])
            var texts = JoinedTexts()
            var (words, expected) = (0, [TermMatch]())
            for _ in 0..<5 {
                let article = makeArticle((0..<4).map { _ in source.text() }.joined(separator: "\n"), kinds: kinds)
                texts.append(article.text, passages: article.passages[...])
                let start = texts.starts.last ?? 0
                words += search.count(article) { _, match in expected.append(match.moved(by: start)) }
            }
            var found: [TermMatch] = []
            let count = search.count(texts, language: "en") { found += $0.all }
            #expect(found == expected, "seed \(seed)")
            #expect(count == words)
        }
    }

    @Test func `many terms are found as the definition finds them`() throws {
        var random = SeededRandom(seed: 5000)
        let syllables = ["ba", "ko", "ri", "tu", "men", "sha", "lor", "vi", "des", "qua"]
        func word() -> String {
            (0...Int.random(in: 0...4, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
        }
        let words = (0..<2_000).map { _ in word() }
        var terms = try words.prefix(900).map { try MatchingCase.term($0) }
        terms += try (0..<400).map { try MatchingCase.term("\(words[$0]) \(words[$0 + 700])") }
        terms += try (0..<100).map { try MatchingCase.term("\(words[$0 * 3]) \(words[$0 + 1_000])-\(words[$0 + 20])") }
        terms += try (0..<100).map { try MatchingCase.term(words[$0 + 1_200] + "*") }
        let lexicon = MatchingCase.lexicon([terms])
        for path in InstructionPath.allCases where path.isAvailable {
            var session = MatchingSession(lexicon, path: path)
            let text = (0..<400).map { _ in
                let word = words[Int.random(in: 0..<words.count, using: &random)]
                return Int.random(in: 0..<20, using: &random) == 0 ? word.uppercased() : word
            }
            let passage = MatchingCase.passage(text.joined(separator: " "))
            #expect(session.matches(in: passage, language: nil) == NaiveMatcher(lexicon, passage: passage).matches())
        }
    }

    /// The first look at a word is by its first bytes and its length, which an apostrophe and a letter beyond ASCII change.
    @Test(
        arguments: zip(
            [1, 2, 4, 6, 1, 2, 3, 4, 3, 2], ["aboék", "aboék", "aboék", "aboék", "абоёк", "абоёк", "абоёк", "абоёк", "աբոևկ", "aéıöß"]))
    func `words and beginnings of every length are found, whatever apostrophe stands in them`(shortest: Int, alphabet: String) throws {
        var random = SeededRandom(seed: UInt64(shortest))
        let alphabet = alphabet.map(String.init)
        func word(_ lengths: ClosedRange<Int>) -> String {
            let count = Int.random(in: lengths, using: &random)
            let letters = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? "a" }
            let apostrophe = Int.random(in: 0..<(3 * count), using: &random)
            guard apostrophe > 0, apostrophe < count else { return letters.joined() }
            return letters[..<apostrophe].joined() + "'" + letters[apostrophe...].joined()
        }
        let words = (0..<120).map { _ in word(1...20) }
        var terms = try words.map { try MatchingCase.term($0) }
        terms += try (0..<60).map { _ in try MatchingCase.term(word(shortest...9) + "*") }
        terms += try (0..<40).map { try MatchingCase.term("\(words[$0]) \(words[$0 + 40])") }
        let lexicon = MatchingCase.lexicon([terms])
        var hits = 0
        for path in InstructionPath.allCases where path.isAvailable {
            var session = MatchingSession(lexicon, path: path)
            for _ in 0..<3 {
                let text = (0..<60).map { _ in
                    let word = (Bool.random(using: &random) ? words.randomElement(using: &random) : nil) ?? word(1...20)
                    let cased = Int.random(in: 0..<4, using: &random) == 0 ? word.uppercased() : word
                    return Bool.random(using: &random) ? cased.replacing("'", with: "\u{2019}") : cased
                }
                let passage = MatchingCase.passage(text.joined(separator: " "))
                let found = session.matches(in: passage, language: nil)
                #expect(found == NaiveMatcher(lexicon, passage: passage).matches(), "\(text)")
                hits += found.count
            }
        }
        #expect(hits > 200)
    }

    @Test(arguments: ["tr", "az-Latn", "en", "ru"]) func `words and beginnings are those that fold alike by the rules of the language`(
        language: String
    ) throws {
        var random = SeededRandom(seed: 1928)
        let letters = ["a", "ı", "i", "I", "İ", "ş", "Ğ", "x", "й", "Й", "a'a", "a\u{2019}a", "i\u{307}", "\u{212A}", "ß"]
        func word(_ lengths: ClosedRange<Int>) -> String {
            "k" + (0..<Int.random(in: lengths, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }.joined() + "k"
        }
        func folded(_ word: some StringProtocol) -> String { WordForm.folded(Array(word.utf8)[...], language: language) }
        let words = (0..<80).map { _ in word(0...12) }
        let beginnings = (0..<40).map { _ in word(0...5) }
        let lexicon = MatchingCase.lexicon([
            try words.map { try MatchingCase.term($0) } + beginnings.map { try MatchingCase.term($0 + "*") }
        ])
        let (whole, begun) = (Set(words.map(folded)), beginnings.map(folded))
        for path in InstructionPath.allCases where path.isAvailable {
            var session = MatchingSession(lexicon, path: path)
            for _ in 0..<6 {
                let text = (0..<80).map { _ in
                    let one = (Bool.random(using: &random) ? words + beginnings : []).randomElement(using: &random) ?? word(0...12)
                    return Bool.random(using: &random) ? one + (Bool.random(using: &random) ? "ıI" : "") : one
                }
                let passage = MatchingCase.passage(text.joined(separator: " "))
                let expected = passage.words.filter { span in
                    let word = folded(String(decoding: passage.bytes[span.range], as: UTF8.self))
                    return whole.contains(word) || begun.contains { Array(word).starts(with: Array($0)) }
                }
                let found = session.matches(in: passage, language: language).map(\.span)
                let differing = Set(found).symmetricDifference(expected).map { String(decoding: passage.bytes[$0.range], as: UTF8.self) }
                #expect(differing.isEmpty, "\(differing) by \(words) and \(beginnings)")
            }
        }
    }

    @Test func `letters beyond ASCII are found in both cases, as the definition finds them`() throws {
        let letters = LetterFolding.foldings.indices.filter { LetterFolding.foldings[$0] > 0 }.compactMap {
            Unicode.Scalar($0).map(String.init)
        }
        for first in stride(from: 0, to: letters.count, by: 40) {
            let chunk = letters[first..<min(first + 40, letters.count)]
            let lexicon = MatchingCase.lexicon([
                try chunk.map { try MatchingCase.term("x\($0)y") } + chunk.map { try MatchingCase.term("\($0)z*") }
            ])
            let text = chunk.flatMap { ["x\($0)y", "X\($0.uppercased())Y", "\($0.lowercased())zen", "\($0)y"] }.joined(separator: " ")
            var session = MatchingSession(lexicon)
            let passage = MatchingCase.passage(text)
            let found = session.matches(in: passage, language: nil)
            #expect(found == NaiveMatcher(lexicon, passage: passage).matches(), "\(text)")
            #expect(found.count >= chunk.count * 2)
        }
    }

    @Test func randomTextsHaveMatchesToCompare() {
        var source = RandomLexicons(seed: 1)
        let counts = (0..<200).map { _ in NaiveMatcher(source.lexicon(), passage: MatchingCase.passage(source.text())).matches().count }
        #expect(counts.reduce(0, +) > 300)
    }
}

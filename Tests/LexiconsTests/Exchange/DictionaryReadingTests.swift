import Diagnostics
import Lexicons
import Testing

/// What foreign files become, and what is said of what was odd in them.
@Suite struct DictionaryReadingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let text: String
        let format: LexiconFormat
        /// `concept/framing: term, term` in order.
        let lexicon: [String]
        /// `line:column severity` of each diagnostic, in order, with a part of its message.
        var says: [String] = []
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "LIWC with twenty blanks, tabs, zeros and an undefined number", file: "a.dic",
            text: "%\t\r\n01                    Water\r\n2\tLand\r\n% \r\nriver*\t 1  \r\ndry land   02 01\r\nhill\t7\r\n", format: .dic,
            lexicon: ["water/water: river*, dry land", "land/land: dry land"], says: ["7:6 warning no category has this number"]),
        Case(
            name: "LIWC with bare CR", file: "a.dic", text: "%\r1\tA\r%\rone\t1\rtwo words\t1\r", format: .dic,
            lexicon: ["a/a: one, two words"]),
        Case(
            name: "LIWC with tabs for depth", file: "a.dic", text: "%\n1\tTone\n\t2\tGood\n\t3\tBad\n%\nfine\t2\nawful\t3\n", format: .dic,
            lexicon: ["tone/good: fine", "tone/bad: awful"]),
        Case(
            name: "LIWC whose parent repeats its children's terms", file: "a.dic", text: "%\n1\tTone\n\t2\tGood\n%\nfine\t1\t2\nawful\t1\n",
            format: .dic, lexicon: ["tone/tone: fine, awful", "tone_good/tone_good: fine"], says: ["5: note each of these is a concept"]),
        Case(
            name: "LIWC with conditions", file: "a.dic", text: "%\n1\tA\n2\tB\n%\nkind\t<of>2/1\nlike\t(2)1/2 (1 2)1 2\n", format: .dic,
            lexicon: ["b/b: like"],
            says: ["2: note without terms", "5:6 warning depends on the words beside", "6:6 warning depends", "6:13 warning depends"]),
        Case(
            name: "LIWC without a second border", file: "a.dic", text: "%\n1\tA\nword\t1\n", format: .dic, lexicon: [],
            says: [
                "2: note without terms", "3:1 warning without a number", "3:1 error no line of % ends",
            ]),
        Case(
            name: "LIWC-22 with a comma in a term", file: "a.txt", text: "DicTerm,One,Two\n\"a, b\",X,\nc*,X,x\n", format: .dicx,
            lexicon: ["one/one: a, b, c*", "two/two: c*"]),
        Case(
            name: "LIWC-22 with a row without a term", file: "a.dicx", text: "DicTerm,One\n,X\nc,X\n", format: .dicx,
            lexicon: ["one/one: c"],
            says: ["2:1 error a row without a term"]),
        Case(
            name: "WordStat, terms beside categories, underscores", file: "a.cat",
            text: "CULTURE\r\n\tPEOPLE (1)\r\n\tHIGH_ART\r\n\t\tOPERA_HOUSE* (2)\r\nNO\r\n\tNA\r\n\t\tX RAY (1)\r\nEMPTY\r\n", format: .cat,
            lexicon: ["culture/culture: PEOPLE", "culture/high_art: OPERA HOUSE*", "no/na: X RAY"],
            says: ["4: note underscores", "4: note weights", "8: note without terms"]),
        Case(
            name: "LIWC with lines before it, and the sign of DOS for the end", file: "a.dic",
            text: "# words\n# of ours\n%\n1\tA\n%\none\t1\n\u{1A}\n", format: .dic, lexicon: ["a/a: one"],
            says: ["1:1 warning 2 lines before"]),
        Case(
            name: "LIWC without a border", file: "a.dic", text: "1\tA\none\t1\ntwo\t1\n", format: .dic, lexicon: [],
            says: ["3:1 error no line of % begins"]),
        Case(
            name: "WordStat with blanks for tabs", file: "a.cat", text: "A\n    B\n        x (1)\n    y (1)\nC\n  z (1)\n", format: .cat,
            lexicon: ["a/a: y", "a/b: x", "c/c: z"], says: ["2:1 note blanks instead of tabs"]),
        Case(
            name: "WordStat with a rule and a bracket", file: "a.cat", text: "A\n\t@R NEAR\n\tPENITEN*(CIARY) (1)\n", format: .cat,
            lexicon: ["a/a: PENITEN*\\(CIARY\\)"], says: ["2:2 warning a rule", "3:2 note brackets", "3:2 note marks"]),
        Case(
            name: "Yoshikoder under a wrong name", file: "a.cat",
            text: "<?xml version=\"1.0\"?>\n<dictionary><cnode name=\"All\"><cnode name=\"A &amp; B\"><pnode name=\"*ing\"/>"
                + "<cnode name=\"In\"><pnode name=\"x\"/></cnode></cnode></cnode></dictionary>", format: .ykd,
            lexicon: ["a-b/a-b: *ing", "a-b/in: x"]),
        Case(
            name: "Yoshikoder with regular expressions", file: "a.ykd",
            text:
                "<dictionary patternengine=\"regexp\"><cnode name=\"A\">\n<pnode name=\"wa(s|r)\"/>\n<pnode name=\"(a)\\1\"/></cnode></dictionary>",
            format: .ykd, lexicon: ["a/a: was, war"], says: ["3:1 warning regular expression"]),
        Case(
            name: "Lexicoder 2, several categories at the top", file: "a.lcd",
            text:
                "<dictionary><cnode name=\"P\"><pnode name=\"good\"/></cnode><cnode name=\"N\"><pnode name=\"bad\"/></cnode></dictionary>",
            format: .ykd, lexicon: ["p/p: good", "n/n: bad"]),
        Case(
            name: "Lexicoder 3 with colours", file: "a.lc3", text: "+bad#FF0000\r\n out of luck\r\n+good\r\n fine*\r\n", format: .lc3,
            lexicon: ["bad/bad: out of luck", "good/good: fine*"]),
        Case(
            name: "VBPro with an unnamed category", file: "a.txt", text: "loose\n>>>war<<<\nraid*\n>><<\nx\n", format: .words,
            lexicon: ["a/a: loose, \\>\\>\\>war\\<\\<\\<, raid*, x"], says: ["2:1 note", "2:1 note", "4:1 warning"]),
        Case(
            name: "VBPro", file: "a.txt", text: ">>war<<\nraid*\nRAID*\n>><<\nx\n", format: .vbpro,
            lexicon: ["war/war: raid*", "entry_0/entry_0: x"], says: ["3:1 note stands twice", "4:1 warning without a name"]),
        Case(
            name: "quanteda: NO, numbers, lists in lists", file: "a.yml",
            text: "# comment\nNO: [1984, 'b?d', \"free *\"]\nmixed:\n  - on\n  - deep: {x: [y]}\nscalar: term\nempty:\n", format: .quanteda,
            lexicon: ["no/no: 1984, b?d, free *", "mixed/mixed: on", "mixed/deep_x: y", "scalar/scalar: term"],
            says: ["7: note without terms"]),
        Case(
            name: "NRC with prose before it", file: "a.txt",
            text: "A list of feelings\nword\tjoy\t1\nword\tfear\t0\nother\tjoy\t1\nthird\tfear\t1\n", format: .csv,
            lexicon: ["joy/joy: word, other", "fear/fear: third"], says: ["1: note before the table", "2: note rows with 0"]),
        Case(
            name: "AFINN", file: "a.txt", text: "good\t3\nbad luck\t-2\nflat\t0\n", format: .csv,
            lexicon: ["positive/positive: good", "negative/negative: bad luck", "neutral/neutral: flat"],
            says: ["1: note scores", "1: note weights"]),
        Case(
            name: "VADER: emoticons, and columns of spread and ratings", file: "a.txt",
            text: "$:\t-1.5\t0.8\t[-1, -1, -1, -1, -3, -1, -3, -1, -2, -1]\n:*\t1.9\t0.5\t[1, 2, 2, 2, 2, 2, 2, 2, 2, 2]\n"
                + ":d\t2\t0.1\t[2]\nfine\t0.8\t0.6\t[1, 0]\n:xd\t2\t0.1\t[2]\n", format: .csv, lexicon: ["positive/positive: fine, :xd"],
            says: [
                "1: note without terms", "1: note columns that are not read: 3, 4", "1: warning no letter or digit", "1: note scores",
                "2: warning nothing but wildcards", "3: warning one letter or digit is left", "4: note weights", "5: note marks",
            ]),
        Case(
            name: "SentiWS: parts of speech and inflections", file: "a.txt",
            text: "Damm|NN\t-0.1\tDamms,Dammes\nfest|ADJX\t-0.2\tfeste\nnur|ADV\t-0.1\n", format: .csv,
            lexicon: ["negative/negative: Damm, Damms, Dammes, fest, feste, nur"],
            says: ["1: note column 3 holds forms", "1: note scores", "1: note weights", "1: note behind the bar"]),
        Case(
            name: "General Inquirer: numbers of senses", file: "a.csv", text: "Entry,Pos,Neg\nGOOD#1,Pos,\nGOOD#2,,Neg\nBAD,,Neg\n",
            format: .csv,
            lexicon: ["pos/pos: GOOD", "neg/neg: GOOD, BAD"], says: ["2: note 2 terms have the number of a sense"]),
        Case(
            name: "CSV with semicolons and weights", file: "a.csv", text: "weight;word;label\n2;\"a;b\";X\n;c;Y\nten;d;Y\n",
            format: .csv, lexicon: ["x/x: a;b", "y/y: c, d"], says: ["2: note weights", "4: warning a weight that is no number"]),
        Case(
            name: "CSV with concept and framing, and a guard against formulas", file: "a.csv",
            text: "term,concept,framing\n'=ab,K,K\nb,K,L\n'-cd,K,L\n", format: .csv, lexicon: ["k/k: \\=ab", "k/l: b, -cd"],
            says: ["2: note marks", "4: note marks"]),
        Case(
            name: "CSV with a column for each category", file: "a.csv", text: "Entry,Source,Pos,Neg\ngood,H4,Pos,\nbad,L,,Neg\n",
            format: .csv,
            lexicon: ["pos/pos: good", "neg/neg: bad"], says: ["1: warning columns that hold no memberships"]),
        Case(
            name: "CSV with an open quotation mark", file: "a.csv", text: "term,category\na,X\n\"b,X\n", format: .csv, lexicon: ["x/x: a"],
            says: ["3: error a quotation mark", "3: warning without a category"]),
        Case(
            name: "a list with comments", file: "bad words.txt",
            text: "; words that are bad, as we see it; more of them follow soon\n\nfoul\nevil*\n",
            format: .words, lexicon: ["bad-words/bad-words: foul, evil*"]),
        Case(
            name: "spaCy", file: "a.jsonl",
            text: """
                {"label": "ORG", "pattern": "ACME Inc"}
                {"label": "ARMED", "pattern": [{"LOWER": "rebel"}, {"lower": {"IN": ["force", "army"]}, "OP": "?"}], "id": "r"}
                {"label": "ARMED", "pattern": [{"LEMMA": "shoot"}]}
                {"label": "ARMED", "pattern": [{"TEXT": {"REGEX": "^Gun"}}, {}, {"ORTH": "Man"}]}
                {"label": "ARMED", "pattern": [{"LOWER": "Big"}]}
                """, format: .spacy, lexicon: ["org/org: =ACME =Inc", "armed/armed: rebel (force|army), rebel, =Gun* * =Man"],
            says: ["3: warning needs what words alone", "5: warning LOWER with capitals"]),
        Case(
            name: "spaCy with a broken line", file: "a.jsonl", text: "{\"label\": \"A\", \"pattern\": \"x\"}\n{\"label\": \"A\", \n",
            format: .spacy,
            lexicon: ["a/a: =x"], says: ["2:1 error no JSON object"]),
        Case(
            name: "names that are alike, and marks on letters", file: "a.dic",
            text: "%\n1\t+STATE+\n2\t-STATE-\n3\tÉtat\n4\tетат\n%\na b\t1 2\nb\t3 4\n",
            format: .dic, lexicon: ["plus-state/plus-state: a b", "minus-state/minus-state: a b", "etat/etat: b", "category/category: b"]),
    ]

    static func listed(_ lexicon: Lexicon?) -> [String] {
        (lexicon?.concepts ?? []).flatMap { concept in
            concept.framings.map { framing in
                "\(concept.id)/\(framing.id): \(framing.terms.map(\.pattern.source).joined(separator: ", "))"
            }
        }
    }

    @Test(arguments: cases)
    func aForeignFileBecomesALexiconAndItsOdditiesAreTold(_ given: Case) {
        let reading = DictionaryReading(Array(given.text.utf8), file: given.file)
        #expect(reading.format == given.format)
        #expect(Self.listed(reading.lexicon) == given.lexicon)
        let found = reading.diagnostics
        #expect(found.count == given.says.count, "\(found)")
        for (diagnostic, said) in zip(found, given.says) {
            let parts = said.split(separator: " ", maxSplits: 2).map(String.init)
            let place = "\(diagnostic.line.map(String.init) ?? ""):\(diagnostic.column.map(String.init) ?? "")"
            #expect(place == parts[0] && diagnostic.severity.rawValue == parts[1], "\(diagnostic)")
            if parts.count > 2 { #expect(diagnostic.message.contains(parts[2]), "\(diagnostic)") }
        }
    }

    @Test func aSpellingDictionaryIsRefusedByName() throws {
        let reading = DictionaryReading(Array("3\napple/MS\nbanana/S\ncherry\n".utf8), file: "en.dic")
        #expect(reading.lexicon == nil)
        #expect(try #require(reading.diagnostics.first).message.contains("spelling"))
    }

    @Test func proseIsNoLexicon() throws {
        let prose =
            "This is a line of prose that goes on for a good while and says nothing at all.\nAnd another of that kind follows it here.\n"
        let reading = DictionaryReading(Array(prose.utf8), file: "a.txt")
        #expect(reading.format == nil && reading.lexicon == nil)
        #expect(try #require(reading.diagnostics.first).remedy?.contains("--from") == true)
    }

    @Test func ourOwnFilesAreReadAsSuch() {
        let reading = DictionaryReading(Array(LexiconFileTests.whole.utf8), file: "river.txt")
        #expect(reading.format == .yaml && reading.dictionary == nil)
        #expect(reading.lexicon?.name == "River dispute")
    }

    @Test func theFormatCanBeSaid() {
        let reading = DictionaryReading(Array("one,two\n".utf8), file: "a.csv", options: DictionaryOptions(format: .words))
        #expect(Self.listed(reading.lexicon) == ["a/a: one,two"])
    }

    @Test func underscoresStayWhereAsked() {
        let options = DictionaryOptions(keepsUnderscores: true)
        let reading = DictionaryReading(Array("A\n\tB_C (1)\n".utf8), file: "a.cat", options: options)
        #expect(Self.listed(reading.lexicon) == ["a/a: B_C"])
    }

    @Test func deepNestingIsBounded() {
        let text =
            (0..<5_000).map { String(repeating: "\t", count: $0) + "C\($0)\n" }.joined() + String(repeating: "\t", count: 5_000) + "x (1)\n"
        let reading = DictionaryReading(Array(text.utf8), file: "a.cat")
        #expect(reading.lexicon?.concepts.count == 1)
        #expect(reading.diagnostics.contains { $0.message.contains("nest deeper") })
    }
}

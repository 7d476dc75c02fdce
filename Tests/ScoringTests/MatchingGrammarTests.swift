import Lexicons
import Testing

@Suite struct MatchingGrammarTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let term: String
        let text: String
        init(_ term: String, _ text: String) {
            self.term = term
            self.text = text
        }
        var testDescription: String { "\(term) in \(text)" }
    }

    static let words = [
        Row("occupied", "The [[occupied]] land, OCCUPIED?".replacing("OCCUPIED", with: "[[OCCUPIED]]")),
        Row("occupied", "unoccupied occupieds pre_occupied"),
        Row("occup*", "[[occup]] [[occupied]] [[occupation]] preoccupied"),
        Row("*occup*", "[[preoccupied]] [[occupant]] occu"),
        Row("?an", "[[ran]] [[can]] an clan"),
        Row("w?m?n", "[[woman]] [[women]] womaan wmn"),
        Row("te*or*st", "[[terrorist]] [[tenorist]] terror"),
        Row("*", "[[Any]] [[word]]: [[yes]]."),
        Row("?", "[[a]] bc [[d]]"),
        Row("a\\*b", "no such word as a*b here: [[a*b]]".replacing("a*b here", with: "ab here")),
        Row("1984", "In [[1984]] and 19840."),
        Row("19?4", "[[1984]] [[1994]] 2004"),
        Row("3.5", "a rise of [[3.5]] or 35"),
    ]

    static let phrases = [
        Row("occupied land", "[[occupied land]], occupied, land; [[occupied  land]] [[occupied-land]] occupied lands"),
        Row(
            "occupied land",
            "[[occupied\tland]] [[occupied\u{A0}land]] [[occupied\nland]] [[occupied\u{2003}land]] [[occupied\u{2011}land]]"),
        Row(
            "occupied land", "occupied - land, occupied\u{2014}land, occupied \"land\", occupied/land, occupied. Land, occupied\u{2013}land"
        ),
        Row("a * c", "[[a b c]] a c"),
        Row("land grab*", "[[land grabbing]] land-[[land-grab]]"),
    ]

    static let choices = [
        Row("(land|lands|soil)", "[[land]] [[lands]] [[soil]] landsoil"),
        Row("(a|b c) d", "[[a d]] [[b c d]] b d c d"),
        Row("the (old|very (old|new)) town", "[[the old town]] [[the very new town]] the new town"),
        Row("(a|a b)", "[[a b]] [[a]] c"),
        Row("our (counter-attack|war*) now", "[[our counterattack now]] [[our wars now]] [[our counter attack now]]"),
        Row("occup(y|ied|ation)", "[[occupy]] [[occupied]] [[occupation]] occup occupant"),
        Row("anti-(Armenian|war)", "[[anti-Armenian]] [[antiwar]] [[anti war]] anti-Greek"),
        Row("(Baku|Ankara)'s army", "[[Baku's army]] [[Ankara\u{2019}s army]] Baku army"),
        Row("(a|b)(c|d)", "[[ac]] [[ad]] [[bc]] [[bd]] a c"),
        Row("(x <1-1> y|z)", "[[x w y]] [[z]] x y"),
    ]

    static let gaps = [
        Row("occup* <0-2> (land|territor*)", "[[occupied land]], [[occupied, or so, territories]] occupied by a b land"),
        Row("a <1-2> b", "a b [[a a x b]] [[a x y b]] a x y z b"),
        Row("a <2-2> b", "a x b c [[a x y b]]"),
        Row("a <0-1> <1-1> b", "a b [[a x b]] [[a x y b]]"),
        Row("troops <0-3> border", "[[troops \u{2014} (yes!) near the border]] troops at one of the border"),
        Row("a <0-3> b", "x [[a b b b b]] b"),
        Row("one<0-1>two", "[[one two]] [[one and two]]"),
    ]

    static let hyphens = [
        Row(
            "counter-terrorism",
            "[[counter-terrorism]] [[counter terrorism]] [[counterterrorism]] [[counter\u{2010}terrorism]] counter, terrorism"),
        Row("counter-terror*", "[[Counter-Terrorists]] [[counterterror]]"),
        Row("a-b-c", "[[a-b-c]] [[ab c]] [[a bc]] [[abc]] [[a b-c]] a-b"),
        Row("cross-border attack", "[[cross-border attack]] [[crossborder-attack]] [[cross border attack]]"),
        Row("counterterrorism", "[[counterterrorism]] counter-terrorism"),
        Row("counter terrorism", "[[counter-terrorism]] [[counter terrorism]] counterterrorism"),
    ]

    static let apostrophes = [
        Row("Azerbaijan's", "[[Azerbaijan's]] [[Azerbaijan\u{2019}s]] Azerbaijan Azerbaijans"),
        Row("Azerbaijan\u{2019}s territories", "[[Azerbaijan's territories]] Azerbaijan territories"),
        Row("Azerbaijan", "[[Azerbaijan]]'s [[Azerbaijan]]\u{2019}s"),
        Row("don't", "[[don't]] [[don\u{2019}t]] dont don t"),
        Row("Armenians' land", "[[Armenians' land]] [[Armenians\u{2019} land]] Armenians land"),
        Row("Baku 's war", "[[Baku's war]]"),
        Row("O'Brien", "[[O\u{2018}Brien]] [[O'Brien]]"),
    ]

    static let punctuation = [
        Row("U.S.", "the [[U.S]]. and the [[U.S]].A".replacing("[[U.S]].A", with: "U.S.A")),
        Row("U.S. president", "[[U.S. president]], U.S, president"),
        Row("(U.S.|American) president", "[[U.S. president]] [[American president]] American. President"),
        Row("U.S.-led", "[[U.S.-led]]"),
        Row("AT\\&T", "[[AT&T]] AT T"),
        Row("and/or", "[[and/or]] and or"),
    ]

    static let caseAndForm = [
        Row("=US", "[[US]] us Us"),
        Row("=Us* x", "[[Usher x]] usher x USher x"),
        Row("=US-led", "[[US-led]] us-led US-Led [[US led]]"),
        Row("=(US|WHO)", "[[WHO]] who [[US]]"),
        Row("the =Strip", "[[The Strip]] the strip"),
        Row("\\=x", "[[x]]".replacing("[[x]]", with: "=[[x]]")),
        Row("caf\u{E9}", "[[cafe\u{301}]] [[caf\u{E9}]] [[CAF\u{C9}]] cafe"),
        Row("cafe\u{301}", "[[caf\u{E9}]] cafe"),
        Row("=Caf\u{E9}", "[[Cafe\u{301}]] CAF\u{C9}"),
        Row("caf?", "[[cafe\u{301}]] [[cafe]]"),
        Row("cafe*", "[[cafes]] caf\u{E9}s cafe\u{301}"),
        Row("stra\u{DF}e", "[[STRASSE]] [[strasse]] [[Stra\u{DF}e]]"),
        Row("\u{3C3}\u{3BF}\u{3C6}\u{3CC}\u{3C2}", "[[\u{3A3}\u{39F}\u{3A6}\u{38C}\u{3A3}]]"),
        Row("оккупирован*", "[[Оккупированные]] земли, [[ОККУПИРОВАНЫ]]"),
        Row("Արցախ*", "[[Արցախի]] [[ԱՐՑԱԽ]] հող"),
        Row("re\u{301}fugi?s", "[[r\u{E9}fugi\u{E9}s]]"),
        Row("occupied", "[[occupied\u{200E}]] land"),
    ]

    @Test(arguments: words + phrases + choices + gaps + hyphens + apostrophes + punctuation + caseAndForm)
    func termMatchesExactlyTheMarkedPlaces(_ row: Row) throws {
        let lexicon = MatchingCase.lexicon([[try MatchingCase.term(row.term)]])
        #expect(MatchingCase.marked(lexicon, row.text) == row.text)
    }

    @Test func turkishAndAzerbaijaniTellTheTwoLettersIApart() throws {
        let lexicon = MatchingCase.lexicon([[try MatchingCase.term("ışık")]])
        #expect(MatchingCase.marked(lexicon, "[[IŞIK]] işik", language: "tr") == "[[IŞIK]] işik")
        #expect(MatchingCase.marked(lexicon, "IŞIK", language: "en") == "IŞIK")
    }

    @Test(arguments: [
        ("en", "[[war]] война [[peace]]"), ("en-GB", "[[war]] война [[peace]]"), ("ru", "war [[война]] [[peace]]"),
        ("fr", "war война [[peace]]"), (nil, "[[war]] [[война]] [[peace]]"),
    ])
    func termsOfOneLanguageCountInArticlesInIt(_ language: String?, _ text: String) throws {
        let terms = [
            try MatchingCase.term("war", language: "en"), try MatchingCase.term("война", language: "ru"), try MatchingCase.term("peace"),
        ]
        #expect(MatchingCase.marked(MatchingCase.lexicon([terms]), text, language: language) == text)
    }

    @Test func lexiconsLanguageStandsInForTheArticles() throws {
        let terms = [try MatchingCase.term("war", language: "en"), try MatchingCase.term("война", language: "ru")]
        let lexicon = MatchingCase.lexicon([terms], language: "ru")
        #expect(MatchingCase.marked(lexicon, "war [[война]]") == "war [[война]]")
    }
}

import Articles
import Testing
import Words

/// Invented articles in the shapes in which text comes out of news pages; the kind of each passage stands before it.
@Suite struct PassageClassifierTests {
    private static let letters: [Substring: PassageKind] = [
        "H": .headline, "D": .standfirst, "S": .subheading, "B": .body, "C": .caption, "R": .credit, "L": .link, "X": .boilerplate,
    ]

    /// Takes the letter and bar from the front of each line and expects those kinds.
    private func check(_ marked: String, format: TextFormat = .plain, location: SourceLocation = #_sourceLocation) {
        var expected: [PassageKind] = []
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
            guard let kind = Self.letters[line.prefix(1)], line.dropFirst().first == "|" else { return line }
            expected.append(kind)
            return line.dropFirst(2)
        }
        let text = Array(lines.joined(separator: "\n").utf8)
        let passages = PassageClassifier.passages(title: nil, text: text, body: ByteSpan(0, text.count), format: format)
        let shown = passages.map { "\($0.kind): \(String(decoding: text[$0.span.range], as: UTF8.self).prefix(60))" }
        #expect(passages.map(\.kind) == expected, "\(shown.joined(separator: "\n"))", sourceLocation: location)
    }

    @Test func `an agency report with navigation, dateline and background`() {
        check(
            """
            X|Home
            X|World

            H|Ferry service to the outer islands resumes after nine-day strike

            B|HARBOUR CITY, March 3 (Wire) - Ferries to the outer islands sailed again on Tuesday after crews accepted a new pay offer, the operator said.

            B|"We are glad to be back on the water," union leader Ann Poole told reporters at the quay.

            B|The strike began on 22 February.

            R|Reporting by Tom Field; editing by Jane Marsh
            """)
    }

    @Test func `a newspaper page with byline, picture, credit and share bar`() {
        check(
            """
            H|Council votes to close the old swimming hall

            D|Parents say the nearest pool is now an hour away by bus

            R|By Maria Stone and Ivan Petrov

            X|Published 14:05, 3 March 2021

            X|Share
            X|Tweet
            X|Email

            C|The swimming hall on Mill Street has been shut since December.
            R|Photograph by Lee Carter/Wire

            B|The city council voted on Monday night to close the swimming hall on Mill Street for good, ending a dispute that has run for six years.

            S|A building past repair

            B|Engineers told the council in autumn that the roof would cost four million to mend.

            B|“No one wants this,” said the mayor. “But the money is not there.”

            L|Related: Why the roof of the market hall is leaking

            B|A petition against the closure has drawn nine thousand names.

            X|Tags: council, sport, buildings

            X|Leave a comment
            X|Your email address will not be published. Required fields are marked *
            """)
    }

    @Test func `a broadcaster's page with lists of other stories behind the text`() {
        check(
            """
            H|What we know about the bridge collapse

            C|Image: Rescue boats beneath the bridge on Sunday morning
            R|AFP

            B|Three people are missing after part of a road bridge fell into the river early on Sunday, police said.

            S|When did it happen?

            B|The span gave way at about four in the morning, when there was little traffic.

            S|Who is to blame?

            B|It is too early to say. Inspectors are to begin their work once the water falls.

            X|Related stories

            L|Ten bridges on the watch list
            L|Mayor promises more money for roads

            R|© 2021 Channel. All rights reserved.
            """)
    }

    @Test func `a blog post without blank lines`() {
        check(
            """
            H|Notes from the border market
            B|We arrived at dawn, when the first lorries were already waiting in a line that went back to the bridge.
            B|Nobody was in a hurry.
            B|The customs officer, a man of sixty, asked where we came from and did not wait for an answer.
            B|Prices were up again: bread by a tenth, oil by a third.
            """)
    }

    @Test func `a summary above a text without a headline`() {
        check(
            """
            D|Farmers in the northern valley say the new reservoir has left their wells dry.

            B|Farmers in the northern valley have accused the water board of leaving their wells dry since the new reservoir was filled in April this year.

            B|The board denies it.
            """)
    }

    @Test func `a text that starts with its first paragraph keeps it as body`() {
        check(
            """
            B|The minister arrived late, spoke for four minutes and left by the side door without taking questions from anybody.

            B|Outside, a small crowd of pensioners had waited since morning with letters they wanted to hand over.

            B|They went home at noon.
            """)
    }

    @Test func `short paragraphs of speech stay body`() {
        check(
            """
            H|Shopkeepers count the cost after flood

            B|The water came at night and was gone by noon, leaving mud on every shelf of the high street.

            B|"Look."

            B|She points at the wall.

            B|Share prices do not matter here, he said.

            B|More than that: nobody came.

            B|Read the letter again, she told her son, and he did.

            B|Follow the money, the saying goes.

            B|Advertisement revenue fell by half last year, according to the publisher.

            B|Comments by the mayor drew laughter.
            """)
    }

    @Test func `text wrapped near one width is cut at blank lines`() {
        check(
            """
            H|Harvest late in the northern valley

            B|Rain has kept the combines in their sheds for two weeks, and farmers say
            that a third of the wheat may be lost if the weather does not turn before
            the end of the month. The cooperative has asked for help.

            B|Last year the harvest was over by the tenth. Nobody can remember a later
            one, though the church book has an entry for the year of the great flood
            that speaks of sheaves in the snow.
            """)
    }

    @Test func `Markdown says what its blocks are`() {
        check(
            """
            H|# Two towns, one bridge

            B|The bridge was built by both towns and
            belongs to neither of them today.

            S|## Who pays

            B|> We paid once, and we will not pay again.
            > Ask the others.

            B|- The first town pays for the lamps.
            B|- The second pays for nothing
              at all.

            C|![The bridge in winter](bridge.jpg)

            L|[Read the whole story](http://example.org/x)

            X|---

            S|Afterword
            ---------
            B|Snow fell on Sunday, and the lamps were out again.
            """, format: .markdown)
    }

    @Test func `a cookie bar, a newsletter box and related pointers are no text`() {
        check(
            """
            X|We use cookies to improve your visit.
            X|Accept all

            X|Opinion

            H|The quiet end of the night train to the coast

            B|It left for the last time on Friday, eleven minutes late and half empty, as it had been for years.

            X|Sign up for our newsletter

            L|READ ALSO:\u{A0}Five railway lines that may be next

            L|See also – A map of every night train

            B|Nobody from the railway came to see it go, and the station's clock had stopped at ten past four.

            X|Advertisement

            B|The rails will stay where they are for now.

            X|Follow us on Telegram
            X|0 comments
            X|12 Shares
            """)
    }

    @Test func `an agency's web page with bars above the text`() {
        check(
            """
            X|News  |  World

            H|Mediators call for calm on the lake border

            R|Wire | Kazan | Updated: 03-03-2021 12:43 IST | Created: 03-03-2021 12:40 IST

            X|March 3, 2021 / 4:45 PM / a year ago

            C|Fishermen mend their nets on the shore of the lake near the border post, March 2, 2021. REUTERS/Ann Poole

            R|Reuters Staff

            X|1 Min Read

            B|KAZAN (Wire) - Mediators called on both sides on Wednesday to keep their patrol boats away from the fishing grounds.

            B|“We see some progress,” one of them said.

            C|© WIRE / Lee Carter/Pool The two foreign ministers shake hands before their talks at the lake hotel in Kazan on Tuesday, March 2, 2021

            B|Talks are to go on next week.

            R|By Wire News
            X|Your Name
            X|Your Email Address
            """)
    }

    @Test func `other languages keep their paragraphs`() {
        check(
            """
            H|Паромы снова пошли к островам

            B|Паромы к дальним островам вышли в море во вторник после девяти дней забастовки, сообщила компания.

            B|«Мы рады», — сказал капитан.

            L|Читайте также: Почему растут цены на билеты
            """)
    }

    @Test func `a title of its own is a headline, and so is the line that repeats it`() {
        let text = Array("Late harvest in the valley.\n\nRain has kept the combines in their sheds for two weeks, farmers say.\n".utf8)
        let title = Array(" Late harvest in the valley. ".utf8)
        let passages = PassageClassifier.passages(title: title, text: text, body: ByteSpan(0, text.count), format: .plain)
        #expect(passages.map(\.kind) == [.headline, .headline, .body])
        #expect(passages.map(\.field) == [.title, .text, .text])
        #expect(passages.first?.span == ByteSpan(1, 28))
    }

    @Test(arguments: ["", "\n\n", " \u{A0}\n"])
    func `an empty text has no passages`(text: String) {
        let bytes = Array(text.utf8)
        #expect(PassageClassifier.passages(title: [], text: bytes, body: ByteSpan(0, bytes.count), format: .plain).isEmpty)
    }

    @Test(
        arguments: ["a", "\n", "a\n", "AFP\n", "\"", "- ", "# a\n", "Read more: a\n", "> \n", "[", "![](", "\u{A0}", "© a\n", "A b\n\n"],
        [TextFormat.plain, .markdown])
    func `a hundred kilobytes of one thing take no longer than their length`(unit: String, format: TextFormat) {
        let bytes = Array(String(repeating: unit, count: 100_000 / unit.utf8.count).utf8)
        let time = ContinuousClock().measure {
            let passages = PassageClassifier.passages(title: nil, text: bytes, body: ByteSpan(0, bytes.count), format: format)
            #expect(zip(passages, passages.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
        }
        #expect(time < .seconds(60))
    }
}

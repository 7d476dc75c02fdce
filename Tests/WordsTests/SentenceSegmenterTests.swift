import TestSupport
import Testing
import Words

@Suite struct SentenceSegmenterTests {
    /// `|` stands between two sentences.
    @Test(arguments: [
        "The talks ended. |Nobody signed.",
        "Who fired first? |No one says! |Yes.",
        "Mr. Brown met Gen. Adams and Mrs. Lee. |They left.",
        "The ruling in Smith vs. Jones stands.",
        "J. R. Smith and A.B. Cole wrote it. |It sold.",
        "The U.S. Senate and the U.N. Security Council met. |Both agreed.",
        "He lives in the U.S. |The rest moved.",
        "It begins at 9 a.m. Monday. |It ends at 5 p.m. |The doors stay open.",
        "The round cost 3.5 million. |It was No. 5 on the list.",
        "He said no. |Then he left.",
        "They met on Oct. 7 and again in Nov. |Nothing came of it.",
        "Shares of Acme Inc. Chief Executive Ann Poe fell. |Acme Corp. |The rest rose.",
        "\u{201C}We wait.\u{201D} |\u{201C}We hope.\u{201D}",
        "\"We wait.\" |She sat down.",
        "(The bridge is shut.) |Cars turn back.",
        "\u{201C}Why?\u{201D} he asked. |Nobody spoke.",
        "Well... perhaps not. |Well... |Then she spoke.",
        "And so\u{2026} it went. |And so\u{2026} |They went.",
        "KAZAN, May 3. /WIRE/. |The mayor resigned.",
        "The list: apples; pears; plums. |- A dash opens this.",
        "In 2020. |42 people came.",
        "1. Introduction",
        "We took plan B. |He took plan C.",
        "See www.example.org for more. |Or ask.",
        "He works for the No. |She left.",
        "St. Mary of Mt. Hope. |It rained.",
        "Version 2.0 came. |iPhones did not.",
        "它结束了。|他们走了。",
        "هل انتهى؟ |نعم.",
        "\u{540}\u{561}\u{575}\u{589} |\u{531}\u{575}\u{578}\u{589}",
        "यह है। |वह था।",
        "დღეს დასრულდა ომი. |თავდასხმა სხვაგან მოხდა! |როდის?",
        "It was the end of the war. |$5 was the price. |\u{20AC}3 came back.",
        "The war ended.[1] |The truce held.[2][3] |It was signed here.[a] |\u{201C}We won,\u{201D} he said.[citation needed] |He left.",
        "He asked \u{201C}why?\u{201D}[4] |Nobody spoke.\u{B9}\u{B2} |They met in the U.S.[5] |The rest moved.",
        "See p.[6] and 3.[7]4. |The end of it.[9",
        "It is over.[This remark is longer than what refers to a source] Then he left.",
        "Встреча прошла. |И. Петров молчал.",
        "He stopped.Then he went.",
        "A U.S.-backed plan failed. |It had no friends.",
        "No stop at the end",
        "",
    ])
    func `sentences end where a reader ends them`(marked: String) {
        let text = MarkedText(marked)
        let expected = marked.split(separator: "|").map { String($0).trimmed }
        #expect(strings(SentenceSegmenter.sentences(in: text.bytes, span: text.span), in: text.bytes) == expected)
    }

    @Test(arguments: [".", "!", "?", "\u{2026}", "\u{589}"])
    func `a stop is found however many bytes stand before it and behind`(stop: String) {
        // Bytes that differ from a stop by one, and curly marks, stand in the way.
        for (before, after) in (1..<20).flatMap({ before in (0..<20).map { (before, $0) } }) {
            let first = String("So-/ \" >@ \u{2019}".prefix(before % 10)) + String(repeating: "a", count: before) + "e"
            let second = "B" + String(repeating: "b", count: after)
            let bytes = Array("\(first)\(stop) \(second)".utf8)
            let sentences = strings(SentenceSegmenter.sentences(in: bytes, span: ByteSpan(0, bytes.count)), in: bytes)
            #expect(sentences == [first + stop, second])
        }
    }

    @Test func `blanks around sentences are left out`() {
        let bytes = Array("\u{A0} One.\t\n Two. \u{A0}".utf8)
        #expect(strings(SentenceSegmenter.sentences(in: bytes, span: ByteSpan(0, bytes.count)), in: bytes) == ["One.", "Two."])
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ("Mr. ", 1), (". ", 1), (".", 1), ("“", 1), (".\u{A0}", 1), ("A.", 1), ("So it is. ", 50_000), (".\"", 1), ("x", 1), ("[.]", 1),
        ])
    func `half a million bytes on one line are read once`(unit: String, count: Int) {
        let bytes = Array(String(repeating: unit, count: (500_000 + unit.utf8.count - 1) / unit.utf8.count).utf8)
        #expect(SentenceSegmenter.sentences(in: bytes, span: ByteSpan(0, bytes.count)).count == count)
    }
}

extension String {
    fileprivate var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}

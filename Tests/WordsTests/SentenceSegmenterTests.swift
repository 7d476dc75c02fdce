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
        "დღეს დასრულდა ომი. |თავდასხმა სხვაგან მოხდა! |როდის?",
        "It was the end of the war. |$5 was the price. |\u{20AC}3 came back.",
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

    @Test(arguments: ["Mr. ", ". ", ".", "“", ".\u{A0}", "A.", "So it is. ", ".\"", "x"])
    func `five million bytes on one line take no longer than their length`(unit: String) {
        let bytes = Array(String(repeating: unit, count: 5_000_000 / unit.utf8.count).utf8)
        let time = ContinuousClock().measure { _ = SentenceSegmenter.sentences(in: bytes, span: ByteSpan(0, bytes.count)) }
        #expect(time < .seconds(60))
    }
}

extension String {
    fileprivate var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}

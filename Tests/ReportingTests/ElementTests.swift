import Testing

@testable import Reporting

/// Attribute values stand without quotation marks only where none could be missed.
struct ElementTests {
    @Test(arguments: [
        ("plain", "class=plain"), ("#c1-2_3.4,5", "class=#c1-2_3.4,5"), ("", "class=\"\""), ("two words", "class=\"two words\""),
        ("a>b", "class=\"a&gt;b\""), ("a/", "class=\"a/\""), ("a=b", "class=\"a=b\""), ("\u{E9}", "class=\"\u{E9}\""),
        ("a`b", "class=\"a`b\""),
    ])
    func quotationMarksAreLeftOutOfPlainValuesOnly(_ value: String, _ expected: String) {
        #expect(Element.Attribute.class(value).markup == expected)
    }

    @Test func aSlashNeverJoinsAValueWithoutQuotationMarks() {
        #expect(Element(.rect, [.init("width", "9")], []).enter == "<rect width=9 />")
        #expect(Element(.rect, [.init("width", "9 9")], []).enter == "<rect width=\"9 9\"/>")
        #expect(Element(.input, [], []).enter == "<input/>")
    }
}

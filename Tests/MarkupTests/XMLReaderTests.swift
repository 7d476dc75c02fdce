import Diagnostics
import Markup
import Testing

@Suite struct XMLReaderTests {
    static func read(_ text: String) -> (events: [XMLEvent], diagnostics: [Diagnostic]) {
        var events: [XMLEvent] = []
        let diagnostics = XMLReader.read(Array(text.utf8), file: "d.xml") { events.append($0) }
        return (events, diagnostics)
    }

    @Test func elementsAttributesAndTextComeInOrderWithTheirLines() {
        let (events, diagnostics) = Self.read("<?xml version=\"1.0\"?>\n<a b=\"1 &amp; 2\">\n  <c/>\n  words\n</a>\n")
        #expect(diagnostics.isEmpty)
        #expect(
            events == [
                .start(XMLElement(name: "a", attributes: [.init(name: "b", value: "1 & 2")], line: 2, column: 1)),
                .start(XMLElement(name: "c", attributes: [], line: 3, column: 3)), .end(name: "c"),
                .text("\n  words\n", line: 4, column: 3), .end(name: "a"),
            ])
    }

    /// `|` marks where elements and texts begin.
    static let places = [
        "|<a>|b|<c d='>' e=\">\"/><!-- <x> -->|t</a>", "<?pi <q> ?>\r\n|<a\r  b='1'>\r|<c/>\n  |\u{416}\u{e9}|<d/></a>",
        "|<a> |<b/><![CDATA[|x <no> ]]>|<c></c>|&lt;|<d/> </a>", "<!DOCTYPE a>|<a>\n\t|<b><!----></b>|\u{1F600}\u{301}|<e/></a>",
        "\u{FEFF}|<é:a xmlns:é='u'>|<_b/>|<é:c/></é:a>",
    ]

    @Test(arguments: places) func everyElementAndTextSaysWhereItBegins(marked: String) {
        var expected: [[Int]] = []
        var (line, column, text) = (1, 1, "")
        for scalar in marked.unicodeScalars {
            if scalar == "|" {
                expected.append([line, column])
                continue
            }
            if scalar == "\n", text.unicodeScalars.last == "\r" { line -= 1 }
            text.unicodeScalars.append(scalar)
            (line, column) = scalar == "\n" || scalar == "\r" ? (line + 1, 1) : (line, column + 1)
        }
        let (events, diagnostics) = Self.read(text)
        let found = events.compactMap { event -> [Int]? in
            switch event {
            case .start(let element): [element.line, element.column]
            case .text(_, let line, let column): [line, column]
            case .end: nil
            }
        }
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        #expect(found == expected, "\(text)")
    }

    static let attacks = [
        "<!DOCTYPE a [<!ENTITY x \"yy\">]>\n<a b=\"&x;\"/>",
        "<!DOCTYPE a [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">\n]>\n<a>&x;</a>",
        "<a/>\n<!entity x \"y\">",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1/x.dtd\" [ ]>\n<a/>",
    ]

    @Test(arguments: attacks)
    func aDocumentThatDeclaresEntitiesIsRefusedBeforeItIsRead(text: String) throws {
        let (events, diagnostics) = Self.read(text)
        #expect(events.isEmpty)
        let refusal = try #require(diagnostics.first)
        #expect(refusal.severity == .error)
        #expect(refusal.line != nil && refusal.column != nil && refusal.text != nil && refusal.remedy != nil)
    }

    @Test func aDocumentTypeThatNamesAnotherFileIsNotFollowed() {
        let (events, diagnostics) = Self.read("<!DOCTYPE a SYSTEM \"/nowhere/at/all.dtd\">\n<a/>")
        #expect(diagnostics.isEmpty)
        #expect(events.count == 2)
    }

    static let malformed: [(text: String, line: Int)] = [
        ("<a>\n<b>\n</a>", 3), ("<a b=1/>", 1), ("<a>\n\n&nbsp;</a>", 3), ("", 1), ("words", 1), ("<a/>\n<b/>", 2), ("<a>\u{1}</a>", 1),
    ]

    @Test(arguments: malformed)
    func aMalformedDocumentIsAFaultWithItsLine(text: String, line: Int) throws {
        let fault = try #require(Self.read(text).diagnostics.first)
        #expect(fault.line == line, "\(fault)")
        #expect(fault.severity == .error)
    }

    @Test func deepNestingIsAFaultNotACrash() {
        let (_, diagnostics) = Self.read(String(repeating: "<a>", count: 100_000))
        #expect(diagnostics.count == 1)
    }
}

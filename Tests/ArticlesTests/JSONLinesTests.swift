import Articles
import Diagnostics
import Foundation
import Testing
import Words

@Suite struct JSONLinesTests {
    private func read(_ text: String, options: ReadingOptions = ReadingOptions()) -> Corpus { Piping.corpus(of: text, options: options) }

    @Test(arguments: [
        #"{"text":"T one","title":"H","source":"S","date":"2020-10-07","id":"x","url":"u","language":"en"}"#,
        #"{"content":"T one","headline":"H","outlet":"S","published":"2020-10-07T08:00:00Z","doc":"x","link":"u","lang":"en"}"#,
        #"{"Body":"T one","Headline":"H","Publisher":"S","Pub_Date":"2020-10-07","ID":"x","URL":"u","Language":"en"}"#,
        #"{"articleBody":"T one","title":"H","source":{"id":null,"name":"S"},"publishedAt":"2020-10-07","uuid":"x","url":"u","lang":"en"}"#,
    ])
    func `the common names of fields are known`(line: String) throws {
        let corpus = read(line)
        #expect(corpus.diagnostics.isEmpty, "\(corpus.diagnostics)")
        let article = try #require(corpus.articles.first)
        #expect(article.string(ByteSpan(0, article.text.count)) == "T one")
        #expect(article.title == Array("H".utf8))
        #expect(article.source.name == "S")
        #expect(article.date?.iso == "2020-10-07")
        #expect((article.id, article.url, article.language) == ("x", "u", "en"))
    }

    @Test(arguments: [
        ("Daily Example", "Daily Example"), ("  Daily \\t Example ", "Daily Example"), ("A\u{A0} B", "A B"), ("A\\nB", "A B"),
        ("Caf\u{E9}  X", "Caf\u{E9} X"), ("Unknown", nil), (" UNKNOWN", nil), ("un\u{212A}nown", nil), ("unknown 2", "unknown 2"),
        ("unknowns", "unknowns"),
    ])
    func `a source is named by its words with single blanks`(given: String, name: String?) throws {
        let article = try #require(read("{\"text\":\"T\",\"source\":\"\(given)\"}").articles.first)
        #expect(article.source.name == name)
    }

    @Test func `a map goes before the common names`() {
        var options = ReadingOptions()
        options.fieldMap = ["text": "words", "source": "paper"]
        let article = read(#"{"words":"T one","text":"no","paper":"P","source":"S"}"#, options: options).articles.first
        #expect(article?.text == Array("T one".utf8))
        #expect(article?.source.name == "P")
    }

    @Test func `a record without id is named for its line, a numeric id for its digits`() {
        #expect(read("\n{\"text\":\"a b\"}\n\n{\"text\":\"c\",\"id\":7}\r\n").articles.map(\.id) == ["standard input:2", "7"])
    }

    @Test(arguments: [
        "[{\"text\":\"a\",\"id\":1},\n {\"text\":\"b, ]\",\"id\":2}]",
        "[\n{\"text\":\"a\",\"id\":\"1\"} , {\"text\":\"b\\\" ]\",\"id\":\"2\"}\n]\n",
    ])
    func `one array holds its records`(text: String) {
        #expect(read(text).articles.map(\.id) == ["1", "2"])
        #expect(read(text).diagnostics.isEmpty)
    }

    @Test func `records without id that share a line have names of their own`() {
        let corpus = read("[{\"text\":\"a\"},{\"text\":\"b\"}, {\"text\":\"c\"},\n{\"text\":\"d\"},{\"text\":\"e\"}]")
        let name = "standard input"
        #expect(corpus.articles.map(\.id) == ["\(name):1", "\(name):1.2", "\(name):1.3", "\(name):2", "\(name):2.2"])
        #expect(corpus.diagnostics.isEmpty)
    }

    /// The number makes the record one for the strict parser.
    @Test(arguments: ["", ",\"score\":0.5"])
    func `a byte order mark in a text stays whoever parses it`(more: String) {
        let record = "{\"text\":\"\u{FEFF}One\\n\u{FEFF}two\\u0041\u{FEFF}\",\"source\":\"\u{FEFF}S\",\"id\":\"\u{FEFF}1\"\(more)}\n"
        let article = read(record).articles.first
        #expect(article?.text == Array("\u{FEFF}One\n\u{FEFF}twoA\u{FEFF}".utf8))
        #expect(article?.source.name == "\u{FEFF}S")
        #expect(article?.id == "\u{FEFF}1")
    }

    /// Each of these stands between two good records, which are read all the same.
    @Test(arguments: [
        ("{\"text\": \"cut", "cut"), ("{\"text\": nope}", "not valid JSON"), ("7", "no object"), ("[1]", "no object"),
        ("{\"x\":1}", "has no text"),
        ("{\"text\":[\"a\"]}", "no string"), ("{\"text\":\" \"}", "empty"), ("{\"text\":null}", "no string"), ("{}", "no keys"),
        (String(repeating: "[", count: 200_000), "deep"), ("{\"text\":\"\\ud800\"}", ""),
    ])
    func `a faulty line is told with its number and the others are read`(line: String, message: String) {
        let corpus = read("{\"text\":\"a\",\"id\":1}\n\(line)\n{\"text\":\"b\",\"id\":2}\n")
        #expect(corpus.articles.map(\.id).filter { $0.count == 1 } == ["1", "2"])
        if !message.isEmpty {
            #expect(corpus.diagnostics.map(\.line) == [2])
            #expect(corpus.diagnostics.allSatisfy { ($0.message + ($0.remedy ?? "")).contains(message) }, "\(corpus.diagnostics)")
        }
    }

    @Test(arguments: [
        ("[", "does not end"), ("[{\"text\":\"a\"}", "does not end"), ("[] x", "behind the array"), ("", "no records"),
        ("[]", "no records"), ("\n\n", "no records"),
    ])
    func `what is wrong with the whole is told`(text: String, message: String) {
        #expect(read(text).diagnostics.contains { $0.message.contains(message) }, "\(read(text).diagnostics)")
    }

    @Test(arguments: [
        String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 100_000), String(repeating: "\"", count: 1_000_000),
    ])
    func `hostile nesting neither crashes nor hangs`(text: String) {
        #expect(read(text).articles.isEmpty)
        #expect(!read(text).diagnostics.isEmpty)
    }

    @Test func `a word of five megabytes is read`() {
        let word = String(repeating: "a", count: 5_000_000)
        #expect(read("{\"text\":\"\(word)\"}").articles.first?.text.count == 5_000_000)
    }

    @Test func `a date that is none is told and unknown`() {
        let corpus = read("{\"text\":\"a\",\"date\":\"yesterday\"}")
        #expect(corpus.articles.first?.date == nil)
        #expect(corpus.diagnostics.map(\.line) == [1])
        #expect(corpus.diagnostics.first?.text == "yesterday")
    }

    /// A member of a record, and how its warning begins behind the line.
    @Test(arguments: [
        (#""source":["BBC"]"#, "“source” is a list: “[\"BBC\"]” ("), (#""outlet":{"id":1}"#, "“outlet” is an object: “{\"id\":1}” ("),
        (#""source":{"name":["BBC"]}"#, "“source” is a list: “{\"name\":[\"BBC\"]}” ("),
        (#""date":[2020]"#, "“date” is a list: “[2020]” ("),
        (#""title":{}"#, "“title” is an object: “{}” ("), (#""title":true"#, "“title” is true: “true” ("),
        (#""source":false"#, "“source” is false: “false” ("), (#""id":true"#, "“id” is true: “true” ("),
        (#""url":7"#, "“url” is a number: “7” ("), (#""language":1.5"#, "“language” is a number: “1.5” ("),
        (#""retold":"yes""#, "“retold” is neither true nor false: “yes” ("),
        (#""date_is_inferred":[]"#, "“date_is_inferred” is neither true nor false: “[]” ("),
    ])
    func `a field of a wrong type is told with its line and not used`(member: String, warning: String) throws {
        let corpus = read("\n{\(member),\"text\":\"a b\"}")
        let article = try #require(corpus.articles.first)
        #expect(corpus.diagnostics.count == 1)
        #expect(corpus.diagnostics.first?.description.hasPrefix("standard input:2: warning: \(warning)") == true, "\(corpus.diagnostics)")
        #expect((article.source.name, article.source.isRetold) == (nil, false))
        #expect((article.title, article.date?.iso, article.url, article.language) == (nil, nil, nil, nil))
        #expect(!["1", "true"].contains(article.id))
    }

    /// The same where the scan reads them, and where an escape in a key leaves them to the strict parser.
    @Test(arguments: ["x", "\\u0078"])
    func `numbers are texts of four fields, null and blank are no value`(key: String) throws {
        let numbers = read("{\"\(key)\":1,\"id\":1,\"source\":0,\"date\":2020,\"title\":7,\"retold\":true,\"text\":\"a\"}")
        let article = try #require(numbers.articles.first)
        #expect(numbers.diagnostics.isEmpty, "\(numbers.diagnostics)")
        #expect((article.id, article.source.name, article.date?.iso) == ("1", "0", "2020"))
        #expect((article.title, article.source.isRetold) == (Array("7".utf8), true))
        let nothing = read("{\"\(key)\":1,\"source\":null,\"date\":null,\"title\":\" \",\"url\":null,\"retold\":null,\"text\":\"a\"}")
        #expect(nothing.diagnostics.isEmpty, "\(nothing.diagnostics)")
        #expect(nothing.articles.first?.source.name == nil)
    }

    @Test(arguments: [" en", "en\\n", "\u{A0}en "]) func `blanks around a language are no part of it`(language: String) {
        #expect(read("{\"text\":\"a\",\"language\":\"\(language)\"}").articles.first?.language == "en")
    }

    @Test(arguments: [
        (#"{"text":"One.","text":"Two."}"#, ["text"], "Two."),
        (#"{"text":"One.","id":"a","te\u0078t":"Two.","source":"S","source":"T","source":"U"}"#, ["text", "source"], "Two."),
        (#"{"text":"One: \"text\": {","id" : "a", "other":{"text":1,"text":2},"z":["text",{"id":1}]}"#, [], "One: \"text\": {"),
        (#"{"text":"One.","unknown":"a","unknown":"b"}"#, ["unknown"], "One."),
    ])
    func `a key that comes twice is told, and the last is read`(line: String, keys: [String], text: String) throws {
        let corpus = read(#"{"text":"A first."}"# + "\n" + line)
        #expect(corpus.diagnostics.map(\.text) == keys)
        #expect(corpus.diagnostics.allSatisfy { $0.severity == .warning && $0.line == 2 })
        let article = try #require(corpus.articles.last)
        #expect(article.string(ByteSpan(0, article.text.count)) == text)
    }

    @Test func `articles of one id are told with both lines`() throws {
        let corpus = read(["a", "b", "a"].map { "{\"id\":\"\($0)\",\"text\":\"T\"}" }.joined(separator: "\n"))
        #expect(corpus.articles.map(\.id) == ["a", "b"])
        let fault = try #require(corpus.diagnostics.first)
        #expect(fault.line == 3 && fault.text == "a" && fault.remedy?.contains("line 1") == true)
    }

    @Test func `a fault in every record does not hide the others`() {
        let lines = (0..<100).map { "{\"text\":\"a\",\"id\":\($0),\"date\":\"never\"}" }.joined(separator: "\n")
        let diagnostics = read(lines + "\n{").diagnostics
        #expect(diagnostics.count == 22)
        #expect(diagnostics.last?.message.hasPrefix("80 more:") == true)
    }

    @Test func `a JSON document may go over several lines`() throws {
        let folder = try TemporaryFolder(texts: [
            "a.json": "{\n  \"text\": \"one two\",\n  \"id\": \"x\"\n}\n", "b.json": "{\"text\":\"a\"}\n{\"text\":\"b\"}\n",
        ])
        let corpus = CorpusReader.read(paths: [folder.path], options: ReadingOptions())
        #expect(corpus.articles.map(\.id) == ["x", "b.json:1", "b.json:2"])
        #expect(corpus.diagnostics.isEmpty)
    }
}

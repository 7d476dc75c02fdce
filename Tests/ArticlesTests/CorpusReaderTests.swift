import Articles
import Diagnostics
import Foundation
import TestSupport
import Testing
import Words

@Suite struct CorpusReaderTests {
    private func read(_ paths: [String], options: ReadingOptions = ReadingOptions()) -> Corpus {
        CorpusReader.read(paths: paths, options: options)
    }

    @Test func `a folder is read in the order of names, hidden files and strange kinds passed over`() throws {
        let folder = try TemporaryFolder(texts: [
            "b.txt": "B text.", "a.md": "A text.", ".hidden.txt": "H", "c.pdf": "%PDF", "d.jsonl": "{\"text\":\"D text\",\"id\":\"d\"}",
            "e.TXT": "E text.",
        ])
        let corpus = read([folder.path])
        #expect(corpus.articles.map(\.id) == ["a.md", "b.txt", "d", "e.TXT"])
        #expect(corpus.skipped.map(\.name) == [folder.path("c.pdf")])
        #expect(corpus.diagnostics.map(\.severity) == [.note])
        #expect(corpus.inputs.map(\.byteCount) == [7, 7, 26, 7])
        #expect(corpus.inputs.allSatisfy { $0.sha256.count == 64 })
    }

    @Test func `the command line goes before front matter, and that before the manifest`() throws {
        let folder = try TemporaryFolder(texts: [
            "corpus.yaml": "articles:\n  - file: a.txt\n    source: Manifest\n    date: 2019\n    language: ru\n    retold: true\n",
            "a.txt": "---\nsource: Front\nlanguage: en\n---\nText here.\n", "b.txt": "Text there.",
        ])
        let article = try #require(read([folder.path]).articles.first)
        #expect(article.source == Source(name: "Front", isRetold: true))
        #expect(article.date?.iso == "2019")
        #expect(article.language == "en")
        #expect(read([folder.path("a.txt")]).articles.first?.date?.iso == "2019")
        var options = ReadingOptions()
        options.source = "Line"
        options.language = "de"
        let overridden = try #require(read([folder.path], options: options).articles.first)
        #expect((overridden.source.name, overridden.language) == ("Line", "de"))
        #expect(read([folder.path]).articles.map(\.id) == ["a.txt", "b.txt"])
    }

    @Test(arguments: ["a.txt", "b.txt"]) func `blanks around a language are no part of it`(file: String) throws {
        let folder = try TemporaryFolder(texts: [
            "corpus.yaml": "articles:\n  - file: b.txt\n    language: \" tr \"\n", "a.txt": "---\nlanguage: \"tr\\t\"\n---\nText.",
            "b.txt": "Text.",
        ])
        #expect(read([folder.path(file)]).articles.map(\.language) == ["tr"])
    }

    @Test func `positions count in the whole file, and front matter is in no passage`() throws {
        let text = "---\r\ntitle: A Headline\r\n---\r\nFirst line stands here.\r\nSecond line stands there.\r\n"
        let folder = try TemporaryFolder(texts: ["a.txt": text])
        let article = try #require(read([folder.path]).articles.first)
        #expect(article.text == Array(text.utf8))
        #expect(
            article.passages.map { article.string($0.span, in: $0.field) } == [
                "A Headline", "First line stands here.", "Second line stands there.",
            ])
        #expect(article.passages.map(\.field) == [.title, .text, .text])
        #expect(article.passages.first?.kind == .headline)
    }

    @Test(arguments: ["unknown", "Unknown", "", "~", "\" \""])
    func `an unknown source has no name`(name: String) throws {
        let folder = try TemporaryFolder(texts: ["a.txt": "---\nsource: \(name)\n---\nText."])
        #expect(read([folder.path]).articles.first?.source.name == nil)
    }

    @Test func `of two articles with one id the later is left out`() throws {
        let folder = try TemporaryFolder(texts: ["a.jsonl": "{\"text\":\"one\",\"id\":\"x\"}\n{\"text\":\"two\",\"id\":\"x\"}"])
        let corpus = read([folder.path])
        #expect(corpus.articles.map { String(decoding: $0.text, as: UTF8.self) } == ["one"])
        #expect(corpus.diagnostics.map(\.severity) == [.error])
    }

    @Test func `a file named twice is read once`() throws {
        let folder = try TemporaryFolder(texts: ["a.txt": "Text."])
        let corpus = read([folder.path("a.txt"), folder.path])
        #expect(corpus.articles.count == 1)
    }

    @Test func `a folder named twice, or behind its files, is no folder without articles`() throws {
        let folder = try TemporaryFolder(texts: ["a.txt": "Text.", "b.txt": "Text too."])
        for paths in [[folder.path, folder.path], [folder.path, folder.path + "/."]] {
            let corpus = read(paths)
            #expect(corpus.articles.count == 2)
            #expect(corpus.diagnostics.map(\.description) == ["\(paths[1]): note: named twice, read once"])
        }
        let behind = read([folder.path("a.txt"), folder.path("b.txt"), folder.path])
        #expect(behind.articles.count == 2)
        #expect(behind.diagnostics.map(\.file) == [folder.path("a.txt"), folder.path("b.txt")])
        #expect(behind.diagnostics.allSatisfy { $0.severity == .note })
    }

    /// File name, text, severity and a word of the message.
    @Test(arguments: [
        ("a.txt", "", "warning", "empty"), ("a.txt", " \n\t", "warning", "without text"),
        ("a.txt", "---\nsource: A\n---\n", "warning", "without text"),
        ("a.txt", "---\ndate: soon\n---\nText.", "warning", "date"), ("a.txt", "%PDF-1.4", "error", "PDF"),
        ("a.docx", "x", "note", "skipped"),
        ("corpus.yaml", "articles:\n  - file: gone.txt\n", "error", "not there"), ("a.txt", "a\0b occupied", "warning", "null"),
        ("a.md", "---\nsource: [\n---\ntext", "warning", "front matter"),
    ])
    func `each fault of a file is told with a remedy`(name: String, text: String, severity: String, message: String) throws {
        let folder = try TemporaryFolder(texts: [name: text])
        let diagnostic = try #require(read([folder.path]).diagnostics.first)
        #expect(diagnostic.severity.rawValue == severity)
        #expect(diagnostic.message.contains(message), "\(diagnostic)")
        #expect(diagnostic.remedy != nil || diagnostic.severity == .note)
    }

    @Test func `a missing path, an empty folder, a device and a strange file are errors`() throws {
        let folder = try TemporaryFolder(texts: ["x.bin": "x"])
        let empty = try TemporaryFolder()
        let corpus = read([folder.path("gone.txt"), empty.path, "/dev/zero", folder.path("x.bin")])
        #expect(corpus.diagnostics.map(\.severity) == [.error, .error, .error, .error])
        #expect(corpus.articles.isEmpty)
    }

    @Test func `the encoding of front matter is used for the file`() throws {
        let folder = try TemporaryFolder([
            "a.txt": Array("---\nencoding: latin-1\n---\ncaf".utf8) + [0xE9], "b.txt": Array("caf".utf8) + [0xE9],
        ])
        let corpus = read([folder.path])
        #expect(String(decoding: corpus.articles[0].text, as: UTF8.self).hasSuffix("café"))
        #expect(corpus.diagnostics.map(\.file) == [folder.path("b.txt")])
        var options = ReadingOptions()
        options.encoding = "windows-1252"
        #expect(read([folder.path("b.txt")], options: options).diagnostics.isEmpty)
    }

    @Test func `an article beyond the limit is left out`() throws {
        let folder = try TemporaryFolder(texts: ["a.txt": String(repeating: "word ", count: 1000)])
        var options = ReadingOptions()
        options.articleSizeLimit = 4000
        #expect(read([folder.path], options: options).articles.isEmpty)
    }

    @Test func `five megabytes of quotation marks or of one word are read`() throws {
        let folder = try TemporaryFolder(texts: [
            "a.txt": String(repeating: "\"", count: 3_000_000), "b.txt": String(repeating: "a", count: 5_000_000),
        ])
        #expect(read([folder.path]).articles.count == 2)
    }

    /// Manifests in UTF-16, with a fault, for a file that is not there, of another kind; then the sources that `a.txt` has by them and words of each message.
    private static let manifests: [(text: String, isUTF16: Bool, source: String?, messages: [String])] = [
        ("\u{FEFF}articles:\n  - file: a.txt\n    source: M\n", true, "M", []),
        ("articles:\n  - file: a.txt\n    sorce: M\n", false, nil, ["sorce"]),
        ("articles:\n  - file: a.text\n    source: M\n", false, nil, ["an entry for a file that is not there"]),
        ("articles:\n  - file: a.txt\n    source: M\0\n", false, "M\u{FFFD}", ["null"]),
        ("articles: [\n", false, nil, ["did not find"]), ("%PDF-1.4", false, nil, ["a PDF file"]),
    ]

    @Test(arguments: manifests)
    func `a manifest is read and told alike, once, for a folder and for files in it`(
        text: String, isUTF16: Bool, source: String?, messages: [String]
    ) throws {
        let bytes = isUTF16 ? text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(text.utf8)
        let folder = try TemporaryFolder(["corpus.yaml": bytes, "a.txt": Array("Text.".utf8), "b.txt": Array("Text too.".utf8)])
        let whole = read([folder.path])
        #expect(whole.articles.first?.source.name == source)
        #expect(whole.diagnostics.count == messages.count, "\(whole.diagnostics)")
        for (diagnostic, words) in zip(whole.diagnostics, messages) { #expect("\(diagnostic)".contains(words), "\(diagnostic)") }
        for paths in [[folder.path("a.txt")], [folder.path("a.txt"), folder.path("b.txt")], [folder.path("a.txt"), folder.path]] {
            let corpus = read(paths)
            #expect(corpus.articles.first?.source.name == source)
            #expect(corpus.diagnostics.filter { $0.severity > .note } == whole.diagnostics)
            #expect(corpus.manifests == whole.manifests)
        }
    }

    @Test func `a manifest that is no file is told, and for files of records none is read`() throws {
        let folder = try TemporaryFolder(texts: ["a.txt": "Text.", "a.jsonl": "{\"text\":\"a\"}"])
        try FileManager.default.createDirectory(atPath: folder.path("corpus.yaml"), withIntermediateDirectories: true)
        #expect(read([folder.path]).diagnostics.map(\.message) == ["no file but a folder"])
        #expect(read([folder.path("a.txt")]).diagnostics.map(\.message) == ["no file but a folder"])
        #expect(read([folder.path("a.jsonl")]).diagnostics.isEmpty)
    }

    /// Two files, in the name of one of which an accented letter is one character, in the other two.
    private func lookingAlike(_ text: String, _ other: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Data(text.utf8).write(to: folder.url.appending(path: "\u{E9}.txt"))
        try Data(other.utf8).write(to: folder.url.appending(path: "e\u{301}.txt"))
        return folder
    }

    @Test func `two files whose names look alike are both read, and told where they have one id`() throws {
        let folder = try lookingAlike("---\nid: one\n---\nFirst text.", "---\nid: two\n---\nSecond text.")
        let corpus = read([folder.path])
        #expect(corpus.articles.map(\.id) == ["two", "one"])
        #expect(corpus.diagnostics.isEmpty, "\(corpus.diagnostics)")
        let withoutIDs = try lookingAlike("First text.", "Second text.")
        let unnamed = read([withoutIDs.path])
        #expect(unnamed.inputs.count == 2)
        #expect(unnamed.diagnostics.map(\.severity) == [.error])
        #expect(unnamed.diagnostics.first?.remedy?.contains("written alike") == true, "\(unnamed.diagnostics)")
    }

    /// Bytes of the name of a file, and how it is told.
    private static let namesInBytes: [(name: [UInt8], severities: [String])] = [
        ([0x62, 0xFF, 0x2E, 0x74, 0x78, 0x74], ["error"]), ([0x62, 0xFF], ["note"]), ([0x62, 0x2E, 0x74, 0x78, 0x74], []),
    ]

    @Test(arguments: namesInBytes)
    func `a file whose name is not UTF-8 is told to be renamed`(name: [UInt8], severities: [String]) throws {
        let folder = try TemporaryFolder(texts: ["a.txt": "Text."])
        let file = (Array("\(folder.path)/".utf8) + name + [0]).map { CChar(bitPattern: $0) }
        try #require(link(folder.path("a.txt"), file) == 0)
        defer { unlink(file) }
        let corpus = read([folder.path])
        #expect(corpus.diagnostics.map(\.severity.rawValue) == severities)
        #expect(corpus.articles.count == (severities.isEmpty ? 2 : 1))
        if severities == ["error"] {
            #expect(corpus.diagnostics.first?.description.contains("not UTF-8 (rename it)") == true, "\(corpus.diagnostics)")
        }
    }

    @Test func `a link to nothing and a pipe are told as what they are`() throws {
        let folder = try TemporaryFolder(texts: ["a.txt": "Text."])
        try FileManager.default.createSymbolicLink(atPath: folder.path("x.txt"), withDestinationPath: folder.path("gone.txt"))
        try FileManager.default.createSymbolicLink(atPath: folder.path("y.bin"), withDestinationPath: folder.path("gone.txt"))
        try #require(mkfifo(folder.path("f.txt"), 0o600) == 0)
        for paths in [[folder.path], [folder.path("f.txt"), folder.path("x.txt")]] {
            let told = read(paths).diagnostics
            #expect(
                told.filter { $0.severity == .error }.map(\.message) == ["no file but a pipe", "no file but a link to what is not there"])
            #expect(told.filter { $0.severity == .note }.map(\.file) == (paths.count == 1 ? [folder.path("y.bin")] : []))
            #expect(told.allSatisfy { $0.severity == .note || $0.remedy != nil })
        }
    }

    @Test(.enabled(if: hasSharedData("seeds")))
    func `the reference articles are read as their manifest says`() {
        let corpus = read([sharedFolder()?.appending(path: "seeds").path ?? ""])
        #expect(corpus.diagnostics.isEmpty, "\(corpus.diagnostics)")
        #expect(
            corpus.articles.map { $0.source.displayName(date: $0.date) } == ["TASS", "TASS", "Unknown 2020", "TRT World", "Unknown 2023"])
        #expect(corpus.articles.map { $0.date?.iso } == ["2020-10-07", "2020-10-26", "2020-11-01", "2020-09-30", "2023-09-19"])
        #expect(corpus.articles.allSatisfy { $0.dateIsInferred })
    }
}

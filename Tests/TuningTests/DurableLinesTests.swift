import Foundation
import TestSupport
import Testing
import Tuning

@Suite struct DurableLinesTests {
    private func appending(_ line: String, to text: String) throws -> (text: String, cutOff: Int) {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "a.jsonl")
        var lines = try DurableLines(path: folder.url.appendingPathComponent("a.jsonl").path)
        try lines.append(line)
        return (try folder.text(of: "a.jsonl"), lines.bytesCutOff)
    }

    @Test(arguments: [
        ("", "{\"b\":2}\n", 0), ("{\"a\":1}\n", "{\"a\":1}\n{\"b\":2}\n", 0), ("{\"a\":1}", "{\"a\":1}\n{\"b\":2}\n", 0),
        ("{\"a\":1}\n{\"a\":", "{\"a\":1}\n{\"b\":2}\n", 5), ("{\"a", "{\"b\":2}\n", 3),
    ])
    func aTornLastLineIsCutOffAndAWholeOneEnded(before: String, after: String, cutOff: Int) throws {
        let appended = try appending("{\"b\":2}", to: before)
        #expect(appended.text == after)
        #expect(appended.cutOff == cutOff)
    }

    @Test func aTornLineLongerThanABlockIsCutOffWhole() throws {
        let torn = "{\"a\":\"" + String(repeating: "x", count: 10_000)
        let appended = try appending("{}", to: "{\"a\":1}\n" + torn)
        #expect(appended.text == "{\"a\":1}\n{}\n")
        #expect(appended.cutOff == torn.utf8.count)
    }

    @Test func aSecondWriterIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appendingPathComponent("a.jsonl").path
        let first = try DurableLines(path: path)
        #expect(throws: DurableLinesFault.self) { _ = try DurableLines(path: path) }
        #expect(first.bytesCutOff == 0)
    }

    @Test func aFolderThatDoesNotExistIsNamed() {
        do {
            _ = try DurableLines(path: "/nowhere/at/all.jsonl")
            Issue.record("a file was opened in a folder that does not exist")
        } catch {
            #expect(error.message.contains("/nowhere/at/all.jsonl"))
        }
    }
}

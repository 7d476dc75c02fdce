import Diagnostics
import Foundation
import Lexicons
import TestSupport
import Testing

/// Cut and changed files of every format: read or refused, never a crash.
@Suite struct HostileDictionaryTests {
    @Test(arguments: DictionaryReadingTests.cases)
    func aFileCutAtAnyByteIsReadOrRefused(_ given: DictionaryReadingTests.Case) {
        let bytes = Array(given.text.utf8)
        for count in 0...bytes.count { expectAnAnswer(valid(bytes.prefix(count)), given.file, isWritten: false) }
    }

    @Test(arguments: DictionaryReadingTests.cases)
    func aFileWithBytesChangedIsReadOrRefused(_ given: DictionaryReadingTests.Case) {
        var random = SeededRandom(seed: 20)
        let signs = Array("%\t\r\n ,;\"'<>()[]{}:#*?\\|=+-0aé\u{0}\u{feff}".utf8)
        for _ in 0..<60 {
            var bytes = Array(given.text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = signs.randomElement(using: &random) ?? 0
                case 1: bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 4))
                }
                if bytes.isEmpty { bytes = [0x25] }
            }
            expectAnAnswer(valid(bytes[...]), given.file)
        }
    }

    static let extremes: [(name: String, text: String)] = [
        ("a.dic", String(repeating: "%\n", count: 20_000)), ("a.dic", "%\n1\tA\n%\n" + String(repeating: "(", count: 200_000)),
        ("a.dic", "%\n1\tA\n%\n" + String(repeating: "a ", count: 20_000)),
        ("a.cat", "A\n" + String(repeating: "\t", count: 100_000) + "B (1)\n"),
        ("a.csv", String(repeating: "\"", count: 100_001)), ("a.csv", String(repeating: ",", count: 100_000)),
        ("a.yml", String(repeating: "a: [", count: 5_000)), ("a.yml", "a: &x [b]\nc: *x\n"),
        ("a.jsonl", "{\"label\":\"A\",\"pattern\":" + String(repeating: "[", count: 50_000)),
        ("a.jsonl", "{\"label\":\"A\",\"pattern\":[{\"TEXT\":{\"REGEX\":\"" + String(repeating: "(a|b)", count: 5_000) + "\"}}]}"),
        ("a.jsonl", "{\"label\":\"A\",\"pattern\":[{\"TEXT\":{\"REGEX\":\"" + String(repeating: "(", count: 50_000) + "\"}}]}"),
        ("a.ykd", "<dictionary>" + String(repeating: "<cnode name=\"a\">", count: 20_000)),
        ("a.vbpro", ">>" + String(repeating: "<", count: 100_000)), ("a.lc3", "+" + String(repeating: "#", count: 50_000)),
        ("a.txt", "lone\n" + String(repeating: "*", count: 50_000)),
    ]

    @Test(arguments: extremes)
    func extremeFilesAreReadOrRefused(name: String, text: String) { expectAnAnswer(Array(text.utf8), name) }

    @Test(.enabled(if: hasSharedData("interop/own")))
    func theSharedFilesCutAtAnyByteAreReadOrRefused() throws {
        let folder = try #require(sharedFolder()).appending(path: "interop/own")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name != "expected.json" {
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            for count in 0...bytes.count { expectAnAnswer(valid(bytes.prefix(count)), name, isWritten: false) }
        }
    }

    /// Readers are given valid UTF-8 without U+0000.
    private func valid(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}").utf8)
    }

    private func expectAnAnswer(_ bytes: [UInt8], _ file: String, isWritten: Bool = true) {
        let reading = DictionaryReading(bytes, file: file)
        let hasTerms = reading.lexicon?.concepts.isEmpty == false
        #expect(
            hasTerms || reading.diagnostics.contains { $0.severity == .error }, "silence about \(String(decoding: bytes, as: UTF8.self))")
        guard isWritten, let lexicon = reading.lexicon, hasTerms, let dictionary = reading.dictionary else { return }
        for format in LexiconFormat.written { _ = DictionaryWriting(dictionary, lexicon: lexicon, as: format, file: file) }
    }
}

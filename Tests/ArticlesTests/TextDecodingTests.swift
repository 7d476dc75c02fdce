import Articles
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct TextDecodingTests {
    private func decode(_ bytes: [UInt8], declared: String? = nil) -> (text: String?, diagnostics: [Diagnostic]) {
        let decoded = TextDecoding.decode(bytes, declared: declared, file: "f.txt")
        return (decoded.text.map { String(decoding: $0, as: UTF8.self) }, decoded.diagnostics)
    }

    private func utf16(_ text: String, isLittleEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittleEndian ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is read with a mark and without`(isLittleEndian: Bool, mark: Bool) {
        let text = "The talks in Kazan ended, “at last” 😀.\r\n"
        let (decoded, diagnostics) = decode(utf16(text, isLittleEndian: isLittleEndian, mark: mark))
        #expect(decoded == text)
        #expect(diagnostics.isEmpty)
    }

    @Test func `a byte order mark is left out and line ends stay`() {
        #expect(decode([0xEF, 0xBB, 0xBF] + Array("a\r\nb\rc\n".utf8)).text?.utf8.elementsEqual("a\r\nb\rc\n".utf8) == true)
    }

    @Test(
        arguments: [
            ("latin-1", [0x63, 0x61, 0x66, 0xE9], "café"), ("ISO-8859-1", [0xFC], "ü"), ("windows-1252", [0x93, 0x61, 0x94, 0x80], "“a”€"),
            ("cp1251", [0xCA, 0xE0], "Ка"), ("ISO_8859-9", [0xFD], "ı"), ("utf-8", [0xC3, 0xA9], "é"), ("UTF-16BE", [0x00, 0x61], "a"),
        ] as [(String, [UInt8], String)])
    func `declared encodings are read`(name: String, bytes: [UInt8], expected: String) {
        #expect(decode(bytes, declared: name).text == expected)
        #expect(decode(bytes, declared: name).diagnostics.isEmpty)
    }

    @Test func `an unknown encoding is told and the file read as UTF-8`() {
        let (text, diagnostics) = decode(Array("é".utf8), declared: "klingon")
        #expect(text == "é")
        #expect(diagnostics.map(\.message) == ["unknown encoding, read as UTF-8"])
    }

    @Test func `invalid bytes are counted and the first is placed`() {
        let (text, diagnostics) = decode(Array("é one\r\nñu ".utf8) + [0xFF] + Array(" two ".utf8) + [0xE2, 0x80])
        #expect(text == "é one\r\nñu \u{FFFD} two \u{FFFD}")
        #expect(diagnostics.count == 1)
        #expect((diagnostics.first?.line, diagnostics.first?.column) == (2, 4))
        #expect(diagnostics.first?.message == "2 invalid sequences of bytes were replaced by U+FFFD, the first at byte 12")
    }

    @Test func `null characters are replaced and counted`() {
        let (text, diagnostics) = decode(Array("one\ntwo \0 and some more words".utf8))
        #expect(text == "one\ntwo \u{FFFD} and some more words")
        #expect(diagnostics.map(\.message) == ["1 null character (U+0000) was replaced by U+FFFD"])
        #expect(diagnostics.first?.line == 2)
    }

    @Test(
        arguments: [
            Array("%PDF-1.7 text".utf8), [0x50, 0x4B, 0x03, 0x04, 0x20], [0x89, 0x50, 0x4E, 0x47], Array(repeating: 0, count: 500),
            (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 73) },
        ] as [[UInt8]])
    func `what is no text is refused`(bytes: [UInt8]) {
        let (text, diagnostics) = decode(bytes)
        #expect(text == nil)
        #expect(diagnostics.map(\.severity) == [.error])
    }

    @Test(.enabled(if: hasSharedData("interop/third-party/utf8tests.txt")))
    func `replacement agrees with every case of the UTF-8 tests`() throws {
        var count = 0
        for line in String(decoding: try sharedData("interop/third-party/utf8tests.txt"), as: UTF8.self).split(separator: "\n")
        where !line.hasPrefix("#") {
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            guard fields.count >= 3, let bytes = fields[1].contains("hex") ? hexadecimal(fields[2]) : Array(fields[2].utf8) else {
                continue
            }
            let expected = fields.count > 4 ? hexadecimal(fields[4]) : bytes
            let bounded = Array("0123456789".utf8) + bytes + Array("0123456789".utf8)
            let decoded = TextDecoding.decode(bounded, file: "f").text.map { Array($0.dropFirst(10).dropLast(10)) }
            // A null character is well-formed, but the page cannot hold it.
            if !bytes.contains(0) { #expect(decoded == expected, "\(line)") }
            count += 1
        }
        #expect(count > 150)
    }

    private func hexadecimal(_ field: Substring) -> [UInt8]? {
        let digits = field.filter { !$0.isWhitespace }
        guard digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
    }

    @Test func `any bytes come out as Swift's own repair has them`() {
        var random = SeededRandom(seed: 8)
        let lead: [UInt8] = [0x41, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0x90]
        for _ in 0..<20_000 {
            let bytes =
                Array("plain text ".utf8)
                + (0..<Int.random(in: 0..<8, using: &random)).compactMap { _ in lead.randomElement(using: &random) }
            #expect(decode(bytes).text == String(decoding: bytes, as: UTF8.self), "\(bytes)")
        }
    }

    @Test(arguments: 0..<100) func `random bytes are no text, though a tenth of them are control characters`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let bytes = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(TextDecoding.decodeGuessing(bytes, declared: nil, file: "f").text == nil)
        let latin = Array("a caf".utf8) + [0xE9, 0x01] + Array(" in a text that is much longer than its one control character".utf8)
        #expect(TextDecoding.decodeGuessing(latin, declared: nil, file: "f").text != nil)
    }

    @Test(.enabled(if: hasSharedData("interop/third-party/kuhn-UTF-8-test.txt")))
    func `Kuhn's stress test becomes valid text`() throws {
        let bytes = Array(try sharedData("interop/third-party/kuhn-UTF-8-test.txt"))
        let decoded = TextDecoding.decode(bytes, file: "f")
        let text = try #require(decoded.text)
        #expect(String(validating: text, as: UTF8.self) != nil)
        // This copy of the file is valid UTF-8 (its own invalid bytes were replaced before) with one null character.
        #expect(decoded.diagnostics.map(\.message) == ["1 null character (U+0000) was replaced by U+FFFD"])
    }
}

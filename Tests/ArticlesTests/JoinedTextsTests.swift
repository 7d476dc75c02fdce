import Testing
import Words

@testable import Articles

@Suite struct JoinedTextsTests {
    @Test func `texts stand one behind another, each with its passages`() {
        var texts = JoinedTexts()
        texts.append(Array("one".utf8), passages: [Passage(field: .title, span: ByteSpan(0, 3), kind: .headline)])
        texts.append([], passages: [])
        texts.append(Array("a two".utf8), passages: [Passage(field: .text, span: ByteSpan(2, 5), kind: .body)])
        #expect(String(decoding: texts.bytes, as: UTF8.self) == "one\n\na two")
        #expect(texts.starts == [0, 4, 5])
        #expect(
            texts.passages == [
                Passage(field: .text, span: ByteSpan(0, 3), kind: .headline), Passage(field: .text, span: ByteSpan(7, 10), kind: .body),
            ])
        texts.removeAll()
        #expect(texts.isEmpty && texts.bytes.isEmpty && texts.passages.isEmpty)
    }

    @Test func `what a reader takes back leaves no trace`() {
        var texts = JoinedTexts()
        for (text, isTaken) in [("no", false), ("one", true), ("none", false), ("two", true), ("", false)] {
            texts.append { bytes in
                bytes += Array(text.utf8)
                return isTaken
            }
        }
        #expect(String(decoding: texts.bytes, as: UTF8.self) == "one\ntwo")
        #expect(texts.starts == [0, 4])
    }

    @Test func `lines of all texts become passages`() {
        var texts = JoinedTexts()
        var lines = TextLines()
        for text in ["a\nb", "c", "d\n"] { texts.append(Array(text.utf8), passages: []) }
        texts.readLines(&lines)
        #expect(texts.passages.map { String(decoding: texts.bytes[$0.span.range], as: UTF8.self) } == ["a", "b", "c", "d"])
    }

    @Test func `the memory of long texts is given back`() {
        var texts = JoinedTexts()
        texts.append([UInt8](repeating: 0x61, count: 1 << 23), passages: [])
        #expect(texts.isFull)
        texts.removeAll()
        #expect(!texts.isFull && texts.bytes.capacity < 1 << 22)
    }
}

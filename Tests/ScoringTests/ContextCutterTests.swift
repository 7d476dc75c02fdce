import Scoring
import Testing
import Words

@Suite struct ContextCutterTests {
    @Test func shortSentenceIsKeptWhole() {
        let text = Array("One two three.".utf8)
        let context = ContextCutter(bytes: text).context(of: ByteSpan(4, 7), within: ByteSpan(0, 14))
        #expect(context == HitContext(left: "One ", right: " three.", leftIsCut: false, rightIsCut: false))
    }

    @Test func longSentenceIsCutAtBlanksOnBothSides() {
        let filler = String(repeating: "word ", count: 40)
        let text = Array("\(filler)HERE \(filler)".utf8)
        let context = ContextCutter(bytes: text).context(of: ByteSpan(200, 204), within: ByteSpan(0, text.count))
        #expect(context.leftIsCut && context.rightIsCut)
        #expect(context.left.hasPrefix("word") && context.left.utf8.count <= ContextCutter.bytesEachSide)
        #expect(context.right.hasSuffix("word") && context.right.utf8.count <= ContextCutter.bytesEachSide)
    }

    @Test func aSentenceWithoutBlanksIsCutBetweenCharacters() {
        let text = Array(String(repeating: "ж", count: 300).utf8)
        let context = ContextCutter(bytes: text).context(of: ByteSpan(300, 302), within: ByteSpan(0, text.count))
        #expect(context.left.allSatisfy { $0 == "ж" } && !context.left.isEmpty)
        #expect(context.right.allSatisfy { $0 == "ж" } && !context.right.isEmpty)
    }

    @Test func lineEndsAndRunsOfBlanksBecomeOneBlank() {
        let text = Array("One\r\n  two HERE".utf8)
        #expect(ContextCutter(bytes: text).context(of: ByteSpan(11, 15), within: ByteSpan(0, 15)).left == "One two ")
    }
}

import Foundation
import Scoring
import Testing

@Suite("Reporting verbs")
struct VoiceTableTests {
    @Test("the lexicon of reporting verbs and the program's table hold the same forms in the same groups")
    func lexiconAgrees() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = try String(contentsOf: root.appending(path: "lexicons/reporting-verbs.yaml"), encoding: .utf8)
        var listed: Set<String> = []
        var group = ""
        for line in file.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            if line.hasPrefix("- framing: ") { group = String(line.dropFirst(11)) }
            guard line.hasPrefix("- ("), let end = line.firstIndex(of: ")") else { continue }
            for form in line[..<end].dropFirst(3).split(separator: "|") { listed.insert("\(group) \(form)") }
        }
        #expect(listed == Set(SpeechIntroduction.forms.map { "\($0.implies) \($0.word)" }))
    }

    @Test(
        "a cue says what it implies",
        arguments: [("said", "neutral"), ("Claims", "doubt"), ("denied", "denial"), ("admitting", "concession")])
    func implication(_ example: (cue: String, implies: String)) {
        #expect(SpeechIntroduction.implication(of: Array(example.cue.utf8)) == example.implies)
    }

    @Test("what is no reporting verb implies nothing")
    func noImplication() {
        #expect(SpeechIntroduction.implication(of: Array("according to".utf8)) == nil)
        #expect(SpeechIntroduction.implication(of: Array("walked".utf8)) == nil)
        #expect(SpeechIntroduction.implication(of: Array("".utf8)) == nil)
    }
}

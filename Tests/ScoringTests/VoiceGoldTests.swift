import Articles
import Foundation
import Scoring
import TestSupport
import Testing
import Words

/// The micro-cases of the reference data, by path.
@Suite("Voices against the reference micro-cases")
struct VoiceGoldTests {
    struct File: Decodable { let cases: [Case] }
    struct Case: Decodable {
        let doc: String
        let text: String
        let probes: [Probe]

        enum CodingKeys: String, CodingKey { case doc, text, probes }
    }
    struct Probe: Decodable {
        let start: Int
        let end: Int
        let voice: String
        let alternatives: [String]

        enum CodingKeys: String, CodingKey {
            case start, end, voice
            case alternatives = "alt_voice"
        }
    }

    @Test("at least 53 of the 55 cases have every probe in a right voice", .enabled(if: hasSharedData("gold/cases.json")))
    func microCases() throws {
        let cases = try JSONDecoder().decode(File.self, from: sharedData("gold/cases.json")).cases
        let failed = cases.filter { !passes($0) }.map(\.doc)
        #expect(cases.count == 55)
        #expect(failed.count <= 2, "\(failed)")
    }

    private func passes(_ example: Case) -> Bool {
        let lines = example.text.split(separator: "\n").map(String.init)
        let isHeadline = lines.count > 1 && lines[0].last.map { $0.isLetter } ?? false
        var kinds: [PassageKind] = lines.map { $0.hasPrefix("READ MORE") ? .link : .body }
        if isHeadline { kinds[0] = lines[0].hasPrefix("READ MORE") ? .link : .headline }
        let article = makeArticle(example.text, kinds: kinds)
        let map = VoiceMap(spans: VoiceReader(speakers: []).spans(in: article))
        return example.probes.allSatisfy { probe in
            let found = map.voice(at: probe.start, in: .text).rawValue
            return found == probe.voice || probe.alternatives.contains(found)
        }
    }
}

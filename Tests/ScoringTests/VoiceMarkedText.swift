import Articles
import Words

/// A text whose expected voices are marked in it: `{q|Ana Ruiz|"It is safe,"} Ana Ruiz said.`
///
/// A mark is a letter for the voice (q quoted, r reported, d distanced, o own), the speaker's display name or nothing, and the words. Marks nest;
/// what none covers is own. `{h|...}`, `{l|...}` and `{c|...}` at the start of a line say that the line is a headline, link or caption.
struct VoiceMarkedText {
    struct Expectation {
        let voice: Character
        let speaker: String
        let span: ByteSpan
    }

    private(set) var text: [UInt8] = []
    private(set) var expectations: [Expectation] = []
    private(set) var kinds: [PassageKind] = []

    init(_ marked: String) {
        for (number, line) in marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { text.append(10) }
            read(line)
        }
    }

    private mutating func read(_ marked: Substring) {
        var line = marked
        let prefixes: [(String, PassageKind)] = [
            ("#h ", .headline), ("#l ", .link), ("#c ", .caption), ("#s ", .subheading), ("#x ", .boilerplate),
        ]
        var kind = PassageKind.body
        for (prefix, named) in prefixes where line.hasPrefix(prefix) {
            kind = named
            line = line.dropFirst(prefix.count)
        }
        let start = text.count
        var open: [(voice: Character, speaker: String, start: Int)] = []
        var rest = line
        while let character = rest.first {
            if character == "{" {
                let head = rest.dropFirst().split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
                open.append((head[0].first ?? "q", String(head[1]), text.count))
                rest = head[2]
            } else if character == "}", let mark = open.popLast() {
                expectations.append(Expectation(voice: mark.voice, speaker: mark.speaker, span: ByteSpan(mark.start, text.count)))
                rest = rest.dropFirst()
            } else {
                text.append(contentsOf: String(character).utf8)
                rest = rest.dropFirst()
            }
        }
        if text.count > start { kinds.append(kind) }
    }

    /// The voice letter expected at each byte: that of the narrowest mark.
    var voices: [Character] {
        var voices = [Character](repeating: "o", count: text.count)
        for mark in expectations.sorted(by: { $0.span.count > $1.span.count }) {
            for offset in mark.span.range { voices[offset] = mark.voice }
        }
        return voices
    }
}

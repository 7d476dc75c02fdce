import Foundation
import TestSupport
import Testing

/// Pages with hostile text in every place that text from outside has, and their twins with harmless text of the same length.
struct HostileText: Sendable {
    /// Also the beginning of the names of its pages.
    let name: String
    let strings: [String]

    /// Our own list, always.
    static let attacks = HostileText(name: "attacks", strings: ScriptAttacks.all)
    /// The big list of naughty strings, where the shared folder is.
    static let naughty: HostileText? = {
        let path = "interop/third-party/blns.json"
        guard hasSharedData(path), let data = try? sharedData(path), let strings = try? JSONDecoder().decode([String].self, from: data)
        else {
            return nil
        }
        return HostileText(name: "naughty", strings: strings)
    }()
    static let all = [attacks, naughty].compactMap(\.self)

    struct Pair: Sendable, CustomTestStringConvertible {
        let hostile: PageUnderTest
        let harmless: PageUnderTest
        var testDescription: String { hostile.name }
    }

    /// Every string as file name, source, headline and label, and in running text.
    var pairs: [Pair] {
        let chunks = stride(from: 0, to: strings.count, by: Self.mostNamed).map {
            Array(strings[$0..<min($0 + Self.mostNamed, strings.count)])
        }
        return chunks.enumerated().map { number, chunk in pair("names-\(number)") { Self.namesPage($0, chunk, $1) } }
            + [pair("texts") { Self.textsPage($0, strings, $1) }]
    }

    /// How a page words the strings.
    private struct Wording {
        let name: (String) -> String
        let prose: (String) -> String
    }

    private func pair(_ kind: String, _ page: (String, Wording) -> PageUnderTest) -> Pair {
        Pair(
            hostile: page("\(name)-\(kind)", Wording(name: { $0 }, prose: { $0 })),
            harmless: page("\(name)-\(kind)-twin", Wording(name: HarmlessTwin.name, prose: HarmlessTwin.prose)))
    }

    /// What the method section lists article by article.
    private static let mostNamed = 200

    /// Each string as the name of a file, of its source and as its headline; a number before it keeps the order of both pages the same.
    private static func namesPage(_ page: String, _ strings: [String], _ wording: Wording) -> PageUnderTest {
        var files: [String: String] = [:]
        for (index, string) in strings.enumerated() {
            let number = threeDigits(index)
            files[wording.name("\(number) \(fileName(string))") + ".txt"] = """
                ---
                source: \(quoted(wording.name("\(number) \(string)")))
                title: \(quoted(wording.prose(string)))
                date: 2031-03-04
                ---
                The barrier stood \(index) days, the rampart \(index + 3).

                \u{201C}It kept out \(index) tides,\u{201D} said Ines Orme.

                """
        }
        return PageUnderTest(name: page, input: .files(files, lexicon: namedLexicon(strings, wording)))
    }

    /// The invented lexicon under other names.
    private static func namedLexicon(_ strings: [String], _ wording: Wording) -> String {
        let names = [
            "Harbour wall", "The wall", "What is the wall called?", "Barrier", "Rampart", "Sea gate", "Its worth", "Waste", "Safety",
        ]
        return names.enumerated().reduce(InventedCorpus.lexicon) { lexicon, name in
            let string = strings[name.offset * 7 % strings.count]
            return lexicon.replacing(": \(name.element)\n", with: ": \(quoted(wording.name("\(name.offset) \(string)")))\n")
        }
    }

    /// Each string as the label of a framing, in the sentence that the framing is found in, and between two others.
    private static func textsPage(_ page: String, _ strings: [String], _ wording: Wording) -> PageUnderTest {
        let articles = (0..<articleCount).map { article in
            let places = strings.indices.filter { $0 % articleCount == article }
            let paragraphs = places.map { place in
                let text = wording.prose(strings[place].replacing("\r", with: " "))
                return
                    "Near quay\(place) and \(text) they waited.\n\nOn day \(place) the tide rose. \(text)\n\nThe tide of day \(place) fell."
            }
            return InventedArticle(
                id: "a\(article)", source: "Quay \(article % 4)", date: "2031-03-0\(article % 9 + 1)", title: "Gale \(article)",
                text: paragraphs.joined(separator: "\n\n"))
        }
        return PageUnderTest(name: page, input: .lines(InventedCorpus.lines(articles), lexicon: labelsLexicon(strings, wording)))
    }

    /// So few that the page keeps the text of all.
    private static let articleCount = 16

    private static func labelsLexicon(_ strings: [String], _ wording: Wording) -> String {
        var lines = ["lexicon: \(quoted(wording.name(strings[0] + "!")))", "format: 1", "version: 1", "language: en", "concepts:"]
        for (index, string) in strings.enumerated() {
            let label = quoted(wording.name("\(index) \(string)"))
            if index % framingsPerConcept == 0 {
                lines += ["  - concept: c\(index)", "    label: \(label)", "    question: \(label)", "    framings:"]
            }
            lines += ["      - framing: f\(index)", "        label: \(label)", "        terms: [quay\(index)]"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let framingsPerConcept = 30

    /// What a file system takes: no slash, no U+0000, at most 255 bytes with the number and the extension.
    private static func fileName(_ string: String) -> String {
        var name = String.UnicodeScalarView()
        var bytes = 0
        for scalar in string.unicodeScalars where scalar != "/" && scalar.value != 0 {
            bytes += String(scalar).utf8.count
            guard bytes <= 240 else { break }
            name.append(scalar)
        }
        return String(name)
    }

    /// A string of YAML in which only printable ASCII stands as it is.
    ///
    /// Source: YAML 1.2.2, section 5.7 (escaped characters).
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            let isPlain = (0x20..<0x7F).contains(scalar.value) && scalar != "\"" && scalar != "\\"
            let digits = String(scalar.value, radix: 16)
            return isPlain ? String(scalar) : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
        return "\"\(escaped.joined())\""
    }

    private static func threeDigits(_ number: Int) -> String { String(String(1_000 + number).dropFirst()) }
}

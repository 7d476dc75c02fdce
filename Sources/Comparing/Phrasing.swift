import Scoring

/// The small grammar that every generated sentence shares: numbers with nouns, lists, counts by voice.
enum Phrasing {
    /// "1 hit", "1,204 hits": a number joined to its noun by a no-break space.
    static func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(grouped(number))\u{A0}\(number == 1 ? singular : plural ?? singular + "s")"
    }

    /// "once", "twice", "3 times".
    static func times(_ number: Int) -> String {
        switch number {
        case 1: "once"
        case 2: "twice"
        default: counted(number, "time")
        }
    }

    /// "one" to "twelve", digits above.
    static func spelled(_ number: Int) -> String {
        let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        return words.indices.contains(number) ? words[number] : grouped(number)
    }

    /// The sign before a negative number; a hyphen would read as a range.
    static let minus = "\u{2212}"

    /// Digits in groups of three: 1,204.
    static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? minus : "") + ([digits] + groups).joined(separator: ",")
    }

    /// "a", "a and b", "a, b and c", as runs.
    static func list(_ items: [[Run]], last conjunction: String = "and") -> [Run] {
        var runs: [Run] = []
        for (index, item) in items.enumerated() {
            if index > 0 { runs.append(.plain(index == items.count - 1 ? " \(conjunction) " : ", ")) }
            runs += item
        }
        return runs
    }

    /// "4 quoted, 1 reported and 2 distanced", voices without hits left out.
    static func byVoice(_ counts: VoiceCounts) -> String {
        let parts: [(Int, String)] = [
            (counts.own, "in own words"), (counts.quoted, "quoted"), (counts.reported, "reported"),
            (counts.distanced, "kept at a distance"),
        ]
        let named = parts.filter { $0.0 > 0 }.map { [Run.plain("\(grouped($0.0))\u{A0}\($0.1)")] }
        return list(named).map(\.text).joined()
    }

    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A framing's label as it stands inside a sentence: its first letter small unless the word holds other capitals or is a name: one of its
    /// own, or one of several words ("Defence Army", not "Local Armenians").
    static func inSentence(_ label: String) -> String {
        let first = label.prefix { !$0.isWhitespace }
        let others = label.split(whereSeparator: \.isWhitespace).dropFirst()
        let isTitle = !others.isEmpty && others.allSatisfy { $0.first?.isUppercase == true && !isProperName($0) }
        let isName = isTitle || isProperName(first) || first.dropFirst().contains { $0.isUppercase }
        return isName ? label : label.prefix(1).lowercased() + label.dropFirst()
    }

    private static func isProperName(_ word: Substring) -> Bool { properNames.contains { word.hasPrefix($0) } }

    // A label's first word is capitalised in the lexicon; these keep it inside a sentence.
    private static let properNames = [
        "Armenia", "Artsakh", "Azerbaijan", "Azeri", "Baku", "European", "Karabakh", "Minsk", "Nagorno", "Russia", "Soviet", "Syria",
        "Turk", "UN", "Yerevan",
    ]
}

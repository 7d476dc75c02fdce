/// The formats in which lexicons come.
package enum LexiconFormat: String, CaseIterable, Sendable {
    /// Our own YAML.
    case yaml
    /// A quanteda dictionary in YAML.
    case quanteda
    /// LIWC 2001 to 2015.
    case dic
    /// LIWC-22: a CSV table with a column for each category.
    case dicx
    /// WordStat.
    case cat
    /// Yoshikoder, and Lexicoder 2 (.lcd), which is the same XML.
    case ykd
    /// Lexicoder 3.
    case lc3
    case vbpro
    /// A table of terms: CSV, TSV, NRC, AFINN, VADER.
    case csv
    /// One term a line.
    case words
    /// spaCy's EntityRuler patterns, JSON lines.
    case spacy

    /// As people call it.
    package var name: String {
        switch self {
        case .yaml: "Parallax YAML"
        case .quanteda: "quanteda YAML"
        case .dic: "LIWC .dic"
        case .dicx: "LIWC-22 .dicx"
        case .cat: "WordStat .cat"
        case .ykd: "Yoshikoder or Lexicoder XML"
        case .lc3: "Lexicoder 3 .lc3"
        case .vbpro: "VBPro"
        case .csv: "a table of terms"
        case .words: "a list of words"
        case .spacy: "spaCy patterns"
        }
    }

    /// Those that can be written.
    package static let written: [LexiconFormat] = [.yaml, .quanteda, .dic, .dicx, .ykd, .csv]

    /// By an option's value: the format's name here, or what its files end with.
    package init?(option: String) {
        let name = option.lowercased()
        guard let format = LexiconFormat(rawValue: name) ?? Self.other[name] else { return nil }
        self = format
    }

    private static let other: [String: LexiconFormat] = [
        "yml": .yaml, "parallax": .yaml, "liwc": .dic, "liwc22": .dicx, "wordstat": .cat, "yoshikoder": .ykd, "lcd": .ykd,
        "lexicoder": .lc3, "tsv": .csv, "nrc": .csv, "afinn": .csv, "txt": .words, "jsonl": .spacy,
    ]
}

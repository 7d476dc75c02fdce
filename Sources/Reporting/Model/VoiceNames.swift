import Articles
import Comparing
import Scoring

extension Voice {
    /// As a count's noun: "8 own words".
    var countName: String {
        switch self {
        case .own: "own words"
        case .reported: "reported speech"
        case .quoted: "quoted"
        case .distanced: "distanced"
        }
    }

    /// As the first words of a line about one hit.
    var lineName: String {
        switch self {
        case .own: "Own words"
        case .reported: "Reported speech"
        case .quoted: "Quoted"
        case .distanced: "Distanced"
        }
    }

    /// The class that stands for the voice everywhere on the page; the style draws its mark. One letter, since a page has thousands.
    var code: String {
        switch self {
        case .own: "o"
        case .reported: "r"
        case .quoted: "q"
        case .distanced: "d"
        }
    }
}

extension VoiceCounts {
    /// "8 own words, 8 reported speech, 3 quoted"; voices without a count are left out.
    func description(_ numbers: NumberStyle) -> String {
        Voice.allCases.filter { self[$0] > 0 }.map { "\(numbers.digits(self[$0])) \($0.countName)" }.joined(separator: ", ")
    }
}

extension EvidenceLevel {
    /// The four steps in a reader's words.
    var stepName: String {
        switch step {
        case 1: "counts only"
        case 2: "described"
        case 3: "estimated"
        default: "firm"
        }
    }
}

extension PassageKind {
    /// The kind as a reader calls it; plain sentences of the body need no word.
    var lineName: String? { self == .body ? nil : rawValue }
}

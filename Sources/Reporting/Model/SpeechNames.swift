import Comparing
import Scoring

/// Groups of verbs of speech and sides as readers see them.
enum SpeechNames {
    /// The plainest verb of a group; the group's own name where it is not known.
    static func group(_ implies: String) -> String { verbs[implies] ?? implies }

    static func side(_ side: String?) -> String { side ?? "Others" }

    /// "say, tell, add and 4 more".
    static func list(_ verbs: [SpeechVerbCount], most: Int = .max) -> String {
        let shown = verbs.prefix(most).map(\.verb).joined(separator: ", ")
        return verbs.count > most ? "\(shown) and \(verbs.count - most) more" : shown
    }

    private static let verbs = [
        "neutral": "says", "emphasis": "stresses", "insistence": "insists", "doubt": "claims", "concession": "admits",
        "denial": "denies", "accusation": "accuses", "promise": "promises", "warning": "warns", "demand": "demands",
        "belief": "believes",
    ]
}

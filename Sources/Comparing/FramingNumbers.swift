import Lexicons
import Scoring

/// The framings of a lexicon as numbers, concept after concept, so that hits are counted without hashing two names for each.
struct FramingNumbers {
    let count: Int
    private let numbers: [String: [String: Int]]
    /// By concept.
    private let firstNumbers: [Int]

    init(_ lexicon: Lexicon) {
        var count = 0
        var numbers: [String: [String: Int]] = [:]
        var firstNumbers: [Int] = []
        for concept in lexicon.concepts {
            firstNumbers.append(count)
            for (place, framing) in concept.framings.enumerated() {
                numbers[concept.id, default: [:]][framing.id] = count + place
            }
            count += concept.framings.count
        }
        self.count = count
        self.numbers = numbers
        self.firstNumbers = firstNumbers
    }

    /// - Parameters: indices into the lexicon's concepts and the concept's framings.
    func number(concept: Int, framing: Int) -> Int { firstNumbers[concept] + framing }

    /// nil where the lexicon has no such framing, as in scores of another version.
    func number(of hit: Hit) -> Int? { numbers[hit.concept]?[hit.framing] }
}

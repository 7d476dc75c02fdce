package import Comparing

/// What a report's sentence says, apart from its numbers: two reports of one conclusion may differ in figures only.
package struct Conclusion: Hashable, Sendable {
    /// What the sentence is about: its template and the concepts, framings and sources that it opens.
    package let subject: String
    /// The sentence with its numbers.
    package let sentence: String
    /// The sentence with every number made alike.
    package let claim: String
    /// Which source has more, for a sentence that compares two: the order of their shares or rates.
    package let direction: Direction?

    package enum Direction: String, Sendable, Hashable {
        case firstHasMore, secondHasMore, neither
    }

    /// The lead and the findings of a comparison, in the order of the report.
    package static func all(of comparison: Comparison) -> [Conclusion] {
        let lead = comparison.lead.map { Conclusion(subject: "lead", sentence: $0.text, direction: nil) }
        return [lead].compactMap(\.self) + comparison.findings.map { Conclusion($0, in: comparison) }
    }

    init(subject: String, sentence: String, direction: Direction?) {
        self.subject = subject
        self.sentence = sentence
        self.direction = direction
        claim = Self.withoutNumbers(sentence)
    }

    private init(_ finding: Finding, in comparison: Comparison) {
        let cells = finding.links.map { link in
            let concept = comparison.concepts[link.concept]
            return "\(concept.id)/\(concept.framings[link.framing].id)/\(comparison.sources[link.source].name)"
        }
        // Levels of one comparison of two sources are one subject: that the level changes is the change.
        let template =
            finding.comparisonLevel == nil || finding.template == .changeOverTime
            ? finding.template.rawValue : "\(finding.template.rawValue.prefix(1)) difference"
        self.init(
            subject: ([template] + cells).joined(separator: " "), sentence: finding.text,
            direction: template.hasSuffix(" difference") ? Self.direction(of: finding, in: comparison) : nil)
    }

    private static func direction(of finding: Finding, in comparison: Comparison) -> Direction? {
        guard let first = finding.links.first, let second = finding.links.dropFirst().first else { return nil }
        let concept = comparison.concepts[first.concept]
        let isRate = finding.template.rawValue.hasPrefix("R")
        let pairs = (isRate ? concept.rateDifferences : concept.differences)?.pairs ?? []
        let pair = pairs.first { $0.framing == first.framing && $0.first.source == first.source && $0.second.source == second.source }
        guard let difference = pair?.difference else { return nil }
        guard difference.interval.excludesZero else { return .neither }
        return difference.value > 0 ? .firstHasMore : .secondHasMore
    }

    /// Digits, number words, and the nouns whose number follows them.
    static func withoutNumbers(_ sentence: String) -> String {
        let words = sentence.replacing("\u{A0}", with: " ").split(separator: " ").map { word -> String in
            let bare = word.lowercased().trimmingPrefix { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber }
            guard numberWords.contains(String(bare)) || word.contains(where: \.isNumber) else { return String(word) }
            let stops = word.reversed().prefix { !$0.isLetter && !$0.isNumber }
            return "#" + String(stops.reversed())
        }
        return words.joined(separator: " ").replacing(/\b(mention|hit|time|word|article|use|point)s\b/) { String($0.output.1) }
            .replacing("# time", with: "#")
    }

    private static let numberWords: Set<String> = [
        "once", "twice", "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
}

/// A sentence of one report set against the other report's sentence about the same.
package struct ConclusionChange: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The sources change places.
        case turned
        case gone
        case new
        /// It says something else, in the same direction.
        case changed
        /// Only its numbers differ.
        case numbers
    }

    package let kind: Kind
    package let old: Conclusion?
    package let new: Conclusion?

    /// Whether the report concludes something else.
    package var isConclusion: Bool { kind != .numbers }

    /// What differs between two reports, in the order of the old one, new sentences last.
    ///
    /// Sentences are held against those about the same: where there are several, as of the articles of one source that repeat an earlier one, equal ones first,
    /// the others in their order.
    package static func between(_ old: [Conclusion], _ new: [Conclusion]) -> [ConclusionChange] {
        var newBySubject = Dictionary(grouping: new.indices) { new[$0].subject }
        func take(_ subject: String, where fits: (Conclusion) -> Bool) -> Conclusion? {
            guard let place = newBySubject[subject]?.firstIndex(where: { fits(new[$0]) }) else { return nil }
            return (newBySubject[subject]?.remove(at: place)).map { new[$0] }
        }
        let unequal = old.filter { old in take(old.subject) { $0.sentence == old.sentence && $0.direction == old.direction } == nil }
        let changes = unequal.compactMap { old in change(from: old, to: take(old.subject) { _ in true }) }
        return changes + newBySubject.values.joined().sorted().map { ConclusionChange(kind: .new, old: nil, new: new[$0]) }
    }

    private static func change(from old: Conclusion, to new: Conclusion?) -> ConclusionChange? {
        guard let new else { return ConclusionChange(kind: .gone, old: old, new: nil) }
        guard old.sentence != new.sentence || old.direction != new.direction else { return nil }
        let kind: Kind =
            if isTurned(old.direction, new.direction) {
                .turned
            } else if old.claim != new.claim || old.direction != new.direction {
                .changed
            } else {
                .numbers
            }
        return ConclusionChange(kind: kind, old: old, new: new)
    }

    private static func isTurned(_ old: Conclusion.Direction?, _ new: Conclusion.Direction?) -> Bool {
        switch (old, new) {
        case (.firstHasMore, .secondHasMore), (.secondHasMore, .firstHasMore): true
        default: false
        }
    }
}

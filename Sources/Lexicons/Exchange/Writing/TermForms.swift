/// The ways to write a term without choices, which other tools do not have: each is words with wildcards, blanks between them.
struct TermForms {
    enum Sign: Hashable {
        case character(Character)
        /// `*`
        case anyRun
        /// `?`
        case anyOne
    }

    /// More forms than this of one term would be no help to anybody.
    static let mostForms = 200

    /// Nil where the term has a gap, which nothing stands for elsewhere, or too many forms.
    let forms: [[Sign]]?
    let countsCase: Bool

    init(_ pattern: TermPattern) {
        var expansion = Expansion()
        let sequences = expansion.forms(pattern.elements)
        forms = expansion.failed ? nil : sequences
        countsCase = expansion.countsCase
    }

    private struct Expansion {
        var failed = false
        var countsCase = false

        mutating func forms(_ elements: [TermPattern.Element]) -> [[Sign]] {
            var sequences: [[Sign]] = [[]]
            for element in elements {
                let parts = forms(element)
                sequences = sequences.flatMap { start in parts.map { Self.joined(start, $0) } }
                if sequences.count > TermForms.mostForms { failed = true }
                if failed { return [] }
            }
            return sequences
        }

        private static func joined(_ start: [Sign], _ next: [Sign]) -> [Sign] {
            start.isEmpty ? next : start + [.character(" ")] + next
        }

        private mutating func forms(_ element: TermPattern.Element) -> [[Sign]] {
            switch element {
            case .gap:
                failed = true
                return []
            case .compound(let compound): return [signs(of: compound)]
            case .choice(let alternatives): return alternatives.flatMap { forms($0) }
            }
        }

        private mutating func signs(of compound: Compound) -> [Sign] {
            var signs = compound.leading.map(Sign.character)
            for (index, word) in compound.words.enumerated() {
                if word.isExactCase { countsCase = true }
                signs += word.glyphs.map { glyph in
                    switch glyph {
                    case .character(let character): .character(character)
                    case .anyRun: .anyRun
                    case .anyOne: .anyOne
                    }
                }
                if index < compound.joints.count { signs += compound.joints[index].text.map(Sign.character) }
            }
            return signs + compound.trailing.map(Sign.character)
        }
    }
}

extension Joint {
    fileprivate var text: String {
        switch connection {
        case .blank: before + " " + after
        case .hyphen: before + "-" + after
        case .none: before + after
        }
    }
}

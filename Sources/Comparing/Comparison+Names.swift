extension Comparison {
    /// A framing's label as it may stand apart from its concept: with the concept where a framing of another one is called the same.
    package func name(ofFraming framing: Int, of concept: Int) -> String {
        let label = concepts[concept].framings[framing].label
        let isShared = concepts.indices.contains { other in
            other != concept && concepts[other].framings.contains { $0.label.lowercased() == label.lowercased() }
        }
        return isShared ? "\(label) (\(concepts[concept].label))" : label
    }
}

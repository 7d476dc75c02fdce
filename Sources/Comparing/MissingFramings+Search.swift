import Scoring

extension MissingFramings {
    /// Looks through all cells for framings that one source alone has, that nobody has in own voice, and that nobody has.
    init(concepts: [ComparedConcept], sourceCount: Int) {
        self.init()
        for (conceptIndex, concept) in concepts.enumerated() {
            for (framingIndex, framing) in concept.framings.enumerated() {
                let users = framing.cells.indices.filter { framing.cells[$0].counts.total > 0 }
                let entry = MissingFraming(
                    concept: conceptIndex, framing: framingIndex, counts: framing.total, source: users.count == 1 ? users[0] : nil
                )
                if users.isEmpty {
                    inNone.append(entry)
                } else {
                    if users.count == 1, sourceCount > 1 { inOneSourceOnly.append(entry) }
                    if framing.total.own == 0 { neverOwn.append(entry) }
                }
            }
        }
    }
}

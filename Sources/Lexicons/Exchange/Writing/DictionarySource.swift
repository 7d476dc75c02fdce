extension CategoryDictionary {
    /// A lexicon as other tools keep it: concepts as top categories, framings below them, by their ids.
    ///
    /// A framing with its concept's id is the concept's own list, as a category without others below it has become when it was read.
    package init(_ lexicon: Lexicon) {
        self.init(name: lexicon.name)
        for concept in lexicon.concepts {
            let top = categories.count
            categories.append(Category(name: concept.id, parent: nil, note: nil, line: Self.line(of: concept)))
            for framing in concept.framings { add(framing, of: concept, top: top) }
        }
    }

    private mutating func add(_ framing: Framing, of concept: Concept, top: Int) {
        let entries = framing.terms.map { Entry(term: $0, weight: nil) }
        if framing.id == concept.id {
            categories[top].entries = entries
            categories[top].note = framing.note
        } else {
            categories.append(
                Category(name: framing.id, parent: top, note: framing.note, line: framing.terms.first?.line ?? 0, entries: entries))
        }
    }

    private static func line(of concept: Concept) -> Int { concept.framings.lazy.flatMap(\.terms).first?.line ?? 0 }
}

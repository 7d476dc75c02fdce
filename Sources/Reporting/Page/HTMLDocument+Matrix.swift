import Comparing
import Scoring

extension HTMLDocument {
    /// Every framing by every source, in four voices; each cell opens its sentences.
    var matrix: PageSection? {
        let plan = MatrixPlan(model)
        let concepts = comparison.concepts.indices
        return PageSection(
            ("matrix", "Matrix"), heading: "Who says what, in whose voice", introduction: matrixIntroduction(plan)
        ) {
            legend
            if plan == .turned { sourceFilter }
            switch plan {
            case .joined: matrixTable(Array(concepts))
            case .byConcept: concepts.flatMap(foldedMatrix)
            case .turned: concepts.map(turnedMatrix)
            }
            if plan != .turned { cutNames(comparison.sources.map(\.name)) }
            levels
            differences
            trends
        }
    }

    private func matrixIntroduction(_ plan: MatrixPlan) -> String {
        let marks = ["One mark is one hit" + (MatrixPlan.usesBars(comparison.concepts) ? "; \(figures)" : "."), rateNote].compactMap(\.self)
            .joined(separator: " ")
        let listed =
            model.listsEverySource
            ? "" : " Listed: the \(numbers.digits(model.listedSources.count)) sources with most articles; the JSON file has all."
        return
            "\(marks) Choose a cell to read the sentences behind it. Sources in the order of their names; framings by frequency.\(listed)"
    }

    private var measures: Set<Measure> { Set(comparison.concepts.map(\.measure)) }

    private var figures: String {
        let parts =
            "\u{201C}n of m\u{201D}: hits in own words, of the source\u{2019}s own-words hits on the concept. "
            + "Bars show that part where the evidence carries it."
        return "where a table has a cell of more than \(MatrixPlan.mostMarks), its cells give "
            + (measures.contains(.share) ? parts : "hits in own words and how many that is per \(numbers.digits(1000)) own words.")
    }

    private var rateNote: String? {
        guard measures.contains(.rate) else { return nil }
        return measures.contains(.share)
            ? "A concept with one framing is compared by its hits per \(numbers.digits(1000)) own words; a share of it would say nothing."
            : "Concepts with one framing are compared by their hits per \(numbers.digits(1000)) own words."
    }

    /// One table over the concepts given, sources as columns, a row group for each concept.
    private func matrixTable(_ concepts: [Int]) -> ReportNode {
        let usesBars = MatrixPlan.usesBars(concepts.map { comparison.concepts[$0] })
        return framed("hits by framing and source", usesBars: usesBars) {
            caption("Hits by framing and source; " + (usesBars ? "own words first, then the other voices." : "one mark is one hit."))
            matrixHead { hidden("Framing") }
            for index in concepts {
                element(.tbody, .id(model.anchors.matrix(index))) {
                    conceptRow(comparison.concepts[index])
                    for framing in comparison.concepts[index].framings.indices {
                        matrixRow(concept: index, framing: framing, usesBars: usesBars)
                    }
                }
            }
        }
    }

    /// A concept with many framings: the frequent ones open, the rare ones folded, those without a hit named in one line.
    @ReportBuilder private func foldedMatrix(_ index: Int) -> [ReportNode] {
        let concept = comparison.concepts[index]
        let (found, notFound) = model.framings(of: concept)
        let rare = Array(found.dropFirst(MatrixPlan.openFramings))
        conceptTable(index, framings: Array(found.prefix(MatrixPlan.openFramings)), title: concept.label)
        if !rare.isEmpty {
            fold(numbers.counted(rare.count, "rarer framing")) {
                conceptTable(index, framings: rare, title: "\(concept.label), rarer framings")
            }
        }
        if !notFound.isEmpty { note(namesNotFound(concept, notFound)) }
    }

    private func conceptTable(_ index: Int, framings: [Int], title: String) -> ReportNode {
        let concept = comparison.concepts[index]
        let usesBars = MatrixPlan.usesBars([concept])
        return framed(title, usesBars: usesBars) {
            caption("Hits on \(title) by framing and source.")
            matrixHead { element(.span) { conceptName(concept) } }
            element(.tbody) {
                for framing in framings { matrixRow(concept: index, framing: framing, usesBars: usesBars) }
            }
        }
    }

    /// Bars need more room than a phone is wide.
    private func framed(_ title: String, usesBars: Bool, @ReportBuilder _ rows: () -> [ReportNode]) -> ReportNode {
        let table = element(.table, .class("matrix\(usesBars ? " bars" : "") n\(model.sourceCount)"), children: rows)
        return usesBars ? scrolling(title, style: "scroll on-phones", table) : table
    }

    private func matrixHead(@ReportBuilder _ corner: () -> [ReportNode]) -> ReportNode {
        element(.thead) {
            element(.tr) {
                columnHead(corner)
                for source in comparison.sources {
                    columnHead {
                        shortName(source.name)
                        small(numbers.counted(source.articles.count, "article"))
                    }
                }
            }
        }
    }

    private func conceptRow(_ concept: ComparedConcept) -> ReportNode {
        element(.tr, .class("group")) {
            element(.th, .scope("colgroup"), .columns(model.sourceCount + 1)) {
                conceptName(concept)
            }
        }
    }

    /// Letter, label and number of hits.
    @ReportBuilder func conceptName(_ concept: ComparedConcept) -> [ReportNode] {
        keyLetter(concept)
        name(concept.label)
        " "
        small(numbers.counted(concept.total.total, "hit"))
    }

    func namesNotFound(_ concept: ComparedConcept, _ framings: [Int]) -> String {
        "In the lexicon, in no article: \(framings.map { concept.framings[$0].label }.joined(separator: ", "))."
    }

    private func matrixRow(concept: Int, framing: Int, usesBars: Bool) -> ReportNode {
        let value = comparison.concepts[concept].framings[framing]
        return element(.tr, value.total.total == 0 ? .class("zero") : nil) {
            rowHead { name(value.label) }
            for source in comparison.sources.indices {
                matrixCell(CellReference(concept: concept, framing: framing, source: source), usesBars: usesBars)
            }
        }
    }

    /// A cell of a matrix: its hits as marks or as a bar, opening the sentences behind them; "0" where there is none.
    ///
    /// Its row and column have heads, which screen readers say with it, so that its own name is what it counts.
    func matrixCell(_ cell: CellReference, usesBars: Bool) -> ReportNode {
        let counts = model.counts(cell)
        guard counts.total > 0 else { return zeroCell("0") }
        let framing = comparison.concepts[cell.concept].framings[cell.framing].label
        let name = "\(framing): \(numbers.digits(counts.total)), \(counts.description(numbers))"
        return element(.td) {
            element(.a, .href(evidenceTarget(cell)), usesBars ? nil : .label(name)) {
                element(.b) { numbers.digits(counts.total) }
                usesBars ? shareOfCell(cell) : marks(counts)
            }
        }
    }

    /// A cell that opens nothing.
    func zeroCell(_ text: String) -> ReportNode { element(.td) { text } }
}

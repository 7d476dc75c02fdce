import Comparing
import Scoring

extension HTMLDocument {
    /// Characters of a framing's name over its column, in which it may take several lines.
    private static let headLimit = 48

    /// One concept over many sources: sources as rows, the most frequent framings as columns, the rest added up in a last column.
    func turnedMatrix(_ index: Int) -> ReportNode {
        let concept = comparison.concepts[index]
        let (found, notFound) = model.framings(of: concept)
        return element(.div, .class("turn")) {
            heading(3) { conceptName(concept) }
            if !found.isEmpty { turnedTables(concept: index, found: found) }
            cutNames(found.prefix(MatrixPlan.framingColumns).map { concept.framings[$0].label }, limit: Self.headLimit)
            if !notFound.isEmpty { note(namesNotFound(concept, notFound)) }
        }
    }

    /// Narrows the rows of the tables to sources whose names hold what is typed.
    var sourceFilter: ReportNode {
        element(.p, .class("pick script-only")) {
            element(.label) {
                "Find sources "
                element(.input, .init("type", "search"), .id("filter"), .init("autocomplete", "off"))
            }
            " "
            element(.output, .init("for", "filter"))
        }
    }

    /// The first sources openly, the rest folded.
    @ReportBuilder private func turnedTables(concept index: Int, found: [Int]) -> [ReportNode] {
        let columns = TurnedColumns(
            concept: index, framings: Array(found.prefix(MatrixPlan.framingColumns)),
            other: Array(found.dropFirst(MatrixPlan.framingColumns))
        )
        let sources = model.listedSources
        let rest = Array(sources.dropFirst(MatrixPlan.openSources))
        let label = comparison.concepts[index].label
        turnedTable(columns, sources: Array(sources.prefix(MatrixPlan.openSources)), title: label)
        if !rest.isEmpty {
            fold(numbers.counted(rest.count, "more source")) {
                turnedTable(columns, sources: rest, title: "\(label), more sources")
            }
        }
    }

    /// What a turned table of one concept has columns for.
    private struct TurnedColumns {
        let concept: Int
        let framings: [Int]
        /// Added up in the last column.
        let other: [Int]
    }

    private func turnedTable(_ columns: TurnedColumns, sources: [Int], title: String) -> ReportNode {
        let concept = comparison.concepts[columns.concept]
        let usesBars = MatrixPlan.usesBars([concept])
        let table = element(.table, .class(usesBars ? "matrix turned bars" : "matrix turned")) {
            caption("Hits on \(title) by source and framing.")
            turnedHead(columns)
            element(.tbody) {
                for source in sources { turnedRow(source, columns, usesBars: usesBars) }
            }
        }
        return scrolling(title, table)
    }

    private func turnedHead(_ columns: TurnedColumns) -> ReportNode {
        element(.thead) {
            element(.tr) {
                columnHead { hidden("Source") }
                for framing in columns.framings.map({ comparison.concepts[columns.concept].framings[$0] }) {
                    columnHead {
                        shortName(framing.label, limit: Self.headLimit)
                        small(numbers.counted(framing.total.total, "hit"))
                    }
                }
                if !columns.other.isEmpty {
                    columnHead {
                        "Other"
                        small(numbers.counted(columns.other.count, "framing"))
                    }
                }
            }
        }
    }

    private func turnedRow(_ source: Int, _ columns: TurnedColumns, usesBars: Bool) -> ReportNode {
        let framings = comparison.concepts[columns.concept].framings
        return element(.tr, .source(source)) {
            rowHead {
                shortName(comparison.sources[source].name)
                small(numbers.counted(comparison.sources[source].articles.count, "article"))
            }
            for framing in columns.framings {
                matrixCell(CellReference(concept: columns.concept, framing: framing, source: source), usesBars: usesBars)
            }
            if !columns.other.isEmpty {
                zeroCell(numbers.digits(columns.other.reduce(0) { $0 + framings[$1].cells[source].counts.total }))
            }
        }
    }
}

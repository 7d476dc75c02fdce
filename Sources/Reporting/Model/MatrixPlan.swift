import Comparing
import Scoring

/// How the matrix is laid out, so that it stays readable from one source to sixty and from three framings to forty.
enum MatrixPlan {
    /// One table, a row group for each concept: few sources and short lists.
    case joined
    /// A table for each concept, framings as rows, the rare ones folded.
    case byConcept
    /// A table for each concept, sources as rows, the most frequent framings as columns.
    case turned

    /// Framings that a folded table shows openly.
    static let openFramings = 8
    /// Framings that have a column of their own in a turned table.
    static let framingColumns = 6
    /// Sources that a turned table shows openly.
    static let openSources = 12
    /// The most hits that a table draws as single marks; above, every cell of that table is a bar.
    static let mostMarks = 20

    init(_ model: ReportModel) {
        let longest = model.comparison.concepts.map(\.framings.count).max() ?? 0
        self = model.hasManySources ? .turned : longest > Self.openFramings + 2 ? .byConcept : .joined
    }

    /// Whether a table over these concepts draws bars.
    static func usesBars(_ concepts: [ComparedConcept]) -> Bool {
        concepts.contains { concept in concept.framings.contains { $0.cells.contains { $0.counts.total > mostMarks } } }
    }
}

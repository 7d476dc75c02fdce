/// How a text marks its paragraphs.
package enum TextFormat: Sendable {
    /// A line is a passage, unless the lines are wrapped near one width.
    case plain
    case markdown
}

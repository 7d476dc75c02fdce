/// A node of the report's document tree, before it becomes libcmark nodes.
///
/// The CommonMark kinds serve both outputs; `element` is for the page only. Text from articles, file names and the lexicon
/// enters as `text`, `code` or an attribute value and is escaped there, so a writer cannot forget to.
indirect enum ReportNode {
    case text(String)
    case softBreak
    case emphasis([ReportNode])
    case strong([ReportNode])
    case code(String)
    case paragraph([ReportNode])
    case heading(level: Int, [ReportNode])
    case bulletList([[ReportNode]])
    case orderedList([[ReportNode]])
    case quote([ReportNode])
    case codeBlock(String)
    case element(Element)
    /// A punctuation mark written with a backslash: for what extended Markdown dialects would read as markup and CommonMark does not.
    case escapedMark(Unicode.Scalar)

    /// Whether it may stand in a line of text: an element may if all its children do.
    var isInline: Bool {
        switch self {
        case .text, .softBreak, .emphasis, .strong, .code, .escapedMark: true
        case .paragraph, .heading, .bulletList, .orderedList, .quote, .codeBlock: false
        case .element(let element): element.isInline
        }
    }
}

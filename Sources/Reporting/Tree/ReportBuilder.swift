/// Lets a part of the page be written as its children stand on it: strings, nodes, lists of nodes and conditions, in order.
///
/// Source: The Swift Programming Language, "Result Builders" (SE-0289).
@resultBuilder
enum ReportBuilder {
    static func buildExpression(_ text: String) -> [ReportNode] { [.text(text)] }
    static func buildExpression(_ node: ReportNode) -> [ReportNode] { [node] }
    static func buildExpression(_ nodes: [ReportNode]) -> [ReportNode] { nodes }
    static func buildBlock(_ parts: [ReportNode]...) -> [ReportNode] { Array(parts.joined()) }
    static func buildOptional(_ nodes: [ReportNode]?) -> [ReportNode] { nodes ?? [] }
    static func buildEither(first nodes: [ReportNode]) -> [ReportNode] { nodes }
    static func buildEither(second nodes: [ReportNode]) -> [ReportNode] { nodes }
    static func buildArray(_ parts: [[ReportNode]]) -> [ReportNode] { Array(parts.joined()) }
}

/// An element of the page; an attribute that is nil is left out.
func element(
    _ name: Element.Name, _ attributes: Element.Attribute?..., @ReportBuilder children: () -> [ReportNode] = { [] }
) -> ReportNode {
    .element(Element(name, attributes.compactMap(\.self), children()))
}

/// A heading without attributes.
func heading(_ level: Int, @ReportBuilder children: () -> [ReportNode]) -> ReportNode { .heading(level: level, children()) }

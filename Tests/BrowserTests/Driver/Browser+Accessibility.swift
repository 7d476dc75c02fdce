/// An element as assistive technology meets it.
struct AccessibilityNode: Sendable {
    let role: String
    let name: String
}

extension Browser {
    /// The elements that the browser exposes, with the names it computes for them.
    ///
    /// Source: Chrome DevTools protocol, Accessibility.getFullAXTree.
    func accessibilityNodes() async throws -> [AccessibilityNode] {
        let tree = try await devTools("Accessibility.getFullAXTree", as: Tree.self)
        return tree.nodes.filter { !$0.ignored }.map { AccessibilityNode(role: $0.role?.value ?? "", name: $0.name?.value ?? "") }
    }

    private struct Tree: Decodable {
        let nodes: [Node]

        struct Node: Decodable {
            let ignored: Bool
            let role: Property?
            let name: Property?
        }

        struct Property: Decodable {
            let value: String?
        }
    }
}

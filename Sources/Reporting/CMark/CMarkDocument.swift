import CCMark

/// Owns a tree of libcmark nodes and renders it; the one place that calls libcmark.
///
/// Rendering is in safe mode and no HTML nodes are made: elements are custom nodes whose markup the program wrote, everything
/// else is a literal that libcmark escapes. A literal ends at U+0000, which `VisibleText` takes out beforehand.
/// Source: cmark.3 (libcmark 0.30.2), sections "Node Accessors" and "Rendering".
@safe
struct CMarkDocument: ~Copyable {
    private let root: OpaquePointer

    init(_ nodes: [ReportNode]) {
        unsafe root = Self.makeNode(CMARK_NODE_DOCUMENT)
        unsafe Self.append(nodes, to: root)
    }

    deinit { unsafe cmark_node_free(root) }

    /// - Complexity: O(n) in the nodes and their text.
    borrowing func html() -> String {
        unsafe Self.string(cmark_render_html(root, CMARK_OPT_DEFAULT))
    }

    /// CommonMark without wrapping, so that a line is a sentence or a list item.
    borrowing func commonMark() -> String {
        unsafe Self.string(cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0))
    }

    private static func string(_ rendered: UnsafeMutablePointer<CChar>?) -> String {
        guard let rendered = unsafe rendered else { return "" }
        defer { unsafe cmark_get_default_mem_allocator().pointee.free(rendered) }
        return unsafe String(cString: rendered)
    }

    /// libcmark ends the process itself when memory runs out and returns nothing only for a type it does not know.
    private static func makeNode(_ type: cmark_node_type) -> OpaquePointer {
        guard let node = unsafe cmark_node_new(type) else { preconditionFailure("libcmark knows the node type") }
        return unsafe node
    }

    private static func append(_ nodes: [ReportNode], to parent: OpaquePointer) {
        let type = unsafe cmark_node_get_type(parent)
        let takesInlines = type != CMARK_NODE_DOCUMENT && type != CMARK_NODE_BLOCK_QUOTE
        for node in nodes { unsafe append(node, to: parent, takesInlines: takesInlines) }
    }

    private static func append(_ node: ReportNode, to parent: OpaquePointer, takesInlines: Bool) {
        let child = unsafe makeNode(type(of: node, takesInlines: takesInlines))
        unsafe attach(child, to: parent)
        switch node {
        case .softBreak: break
        case .text(let text), .code(let text): unsafe cmark_node_set_literal(child, VisibleText(text).text)
        case .codeBlock(let text): unsafe cmark_node_set_literal(child, VisibleText(text, keepsLines: true).text + "\n")
        case .emphasis(let children), .strong(let children), .paragraph(let children), .quote(let children):
            unsafe append(children, to: child)
        case .heading(let level, let children):
            unsafe cmark_node_set_heading_level(child, CInt(level))
            unsafe append(children, to: child)
        case .bulletList(let items): unsafe appendItems(items, type: CMARK_BULLET_LIST, to: child)
        case .orderedList(let items): unsafe appendItems(items, type: CMARK_ORDERED_LIST, to: child)
        case .element(let element):
            unsafe cmark_node_set_on_enter(child, element.enter)
            unsafe cmark_node_set_on_exit(child, element.exit)
            unsafe append(element.children, to: child)
        case .escapedMark(let mark): unsafe cmark_node_set_on_enter(child, "\\\(mark)")
        }
    }

    /// An element of inline content is an inline node where its parent takes one: libcmark puts line ends around block nodes.
    private static func type(of node: ReportNode, takesInlines: Bool) -> cmark_node_type {
        switch node {
        case .text: CMARK_NODE_TEXT
        case .softBreak: CMARK_NODE_SOFTBREAK
        case .emphasis: CMARK_NODE_EMPH
        case .strong: CMARK_NODE_STRONG
        case .code: CMARK_NODE_CODE
        case .paragraph: CMARK_NODE_PARAGRAPH
        case .heading: CMARK_NODE_HEADING
        case .bulletList, .orderedList: CMARK_NODE_LIST
        case .quote: CMARK_NODE_BLOCK_QUOTE
        case .codeBlock: CMARK_NODE_CODE_BLOCK
        case .element(let element): element.isInline && takesInlines ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK
        case .escapedMark: CMARK_NODE_CUSTOM_INLINE
        }
    }

    private static func appendItems(_ items: [[ReportNode]], type: cmark_list_type, to list: OpaquePointer) {
        unsafe cmark_node_set_list_type(list, type)
        unsafe cmark_node_set_list_start(list, 1)
        unsafe cmark_node_set_list_tight(list, 1)
        for item in items {
            let child = unsafe makeNode(CMARK_NODE_ITEM)
            unsafe attach(child, to: list)
            for node in item { unsafe append(node, to: child, takesInlines: false) }
        }
    }

    private static func attach(_ child: OpaquePointer, to parent: OpaquePointer) {
        let attached = unsafe cmark_node_append_child(parent, child)
        precondition(attached == 1, "the parent takes this kind of node")
    }
}

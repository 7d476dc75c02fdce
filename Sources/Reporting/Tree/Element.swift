/// An HTML or SVG element: what CommonMark has no node for (tables, sections, drawings, classes and ids).
///
/// Names are closed lists, so nothing from outside can become a tag or an attribute; values pass the one escaper.
struct Element {
    enum Name: String {
        case a, abbr, article, aside, b, bdi, button, caption, circle, dd, details, div, dl, dt, em, footer, h1, h2, h3, h4, h5, header
        case input, kbd, label, li, line, main, mark, nav, ol, option, p, path, rect, section, select, small, span, summary, sup, svg,
            table, tbody
        case td, th, thead, tr, ul, use

        /// Elements without an end tag: HTML's void elements and drawings without children.
        var isVoid: Bool {
            switch self {
            case .input, .use, .path, .circle, .rect, .line: true
            default: false
            }
        }
    }

    struct Attribute {
        let name: StaticString
        let value: String?

        /// `name` is a literal of the program; `value` is escaped when written; nil writes the bare name.
        init(_ name: StaticString, _ value: String?) {
            self.name = name
            self.value = value
        }

        var markup: String { value.map { "\(name)=\"\(EscapedMarkup($0).markup)\"" } ?? "\(name)" }
    }

    let name: Name
    let attributes: [Attribute]
    let children: [ReportNode]
    let isInline: Bool

    init(_ name: Name, _ attributes: [Attribute], _ children: [ReportNode]) {
        self.name = name
        self.attributes = attributes
        self.children = children
        isInline = children.allSatisfy(\.isInline)
    }

    /// What libcmark prints before the children.
    var enter: String {
        let inside = attributes.map { " " + $0.markup }.joined()
        return name.isVoid ? "<\(name.rawValue)\(inside)/>" : "<\(name.rawValue)\(inside)>"
    }

    /// What libcmark prints after the children.
    var exit: String { name.isVoid ? "" : "</\(name.rawValue)>" }
}

extension Element.Attribute {
    static func `class`(_ value: String) -> Self { Self("class", value) }
    static func id(_ value: String) -> Self { Self("id", value) }
    /// A link within the page: the only links a report has.
    static func href(_ fragment: String) -> Self { Self("href", "#" + fragment) }
    static func role(_ value: String) -> Self { Self("role", value) }
    static func scope(_ value: String) -> Self { Self("scope", value) }
    static func title(_ value: String) -> Self { Self("title", value) }
    static func label(_ value: String) -> Self { Self("aria-label", value) }
    static func labelledBy(_ id: String) -> Self { Self("aria-labelledby", id) }
    static func columns(_ count: Int) -> Self { Self("colspan", String(count)) }
    static let hiddenFromReaders = Self("aria-hidden", "true")
    /// Reachable by script and by links, but no stop of the Tab key.
    static let focusable = Self("tabindex", "-1")
    static let directionOfText = Self("dir", "auto")
}

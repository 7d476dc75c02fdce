/// An HTML or SVG element: what CommonMark has no node for (tables, sections, drawings, classes and ids).
///
/// Names are closed lists, so nothing from outside can become a tag or an attribute; values pass the one escaper.
struct Element {
    enum Name: String {
        case a, abbr, article, aside, b, bdi, button, caption, circle, dd, del, details, div, dl, dt, em, footer, h1, h2, h3, h4, h5,
            header, i
        case input, ins, kbd, label, li, line, main, mark, nav, ol, option, p, path, rect, section, select, small, span, summary, sup, svg,
            output, table, tbody
        case td, th, thead, tr, ul, use

        /// Elements without an end tag: HTML's void elements and drawings without children.
        var isVoid: Bool {
            switch self {
            case .input, .use, .path, .circle, .rect, .line: true
            default: false
            }
        }

        /// Whether the next tag ends it: cells, rows and items of lists, of which a page has thousands.
        ///
        /// Source: HTML Living Standard, section 13.1.2.4 (optional tags); their parents here hold nothing but them.
        var isEndedByNextTag: Bool {
            switch self {
            case .li, .option, .tbody, .td, .th, .thead, .tr: true
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

        var markup: String {
            guard let value else { return "\(name)" }
            return isPlain ? "\(name)=\(value)" : "\(name)=\"\(EscapedMarkup(value).markup)\""
        }

        /// Whether the value may stand without quotation marks: a page has thousands of ids and classes.
        ///
        /// Source: HTML Living Standard, section 13.1.2.3 (unquoted attribute value syntax), and narrower.
        var isPlain: Bool {
            guard let value, !value.isEmpty else { return false }
            return value.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                    UInt8(ascii: ","):
                    true
                default: false
                }
            }
        }
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
        guard name.isVoid else { return "<\(name.rawValue)\(inside)>" }
        // A slash behind a value without quotation marks would belong to the value.
        return "<\(name.rawValue)\(inside)\(attributes.last?.isPlain == true ? " />" : "/>")"
    }

    /// What libcmark prints after the children.
    var exit: String { name.isVoid || name.isEndedByNextTag ? "" : "</\(name.rawValue)>" }
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
    /// A source by its number, counted from 1: what the choice of sources goes by.
    static func source(_ index: Int) -> Self { Self("data-s", String(index + 1)) }
    static let directionOfText = Self("dir", "auto")
}

/// One step through an XML document.
package enum XMLEvent: Hashable, Sendable {
    /// An element begins; one without content is followed by its end at once.
    case start(XMLElement)
    case end(name: String)
    /// Text that is not only blanks, and where its first character stands that is none.
    case text(String, line: Int, column: Int)
}

package struct XMLElement: Hashable, Sendable {
    /// As written, prefix included.
    package let name: String
    /// In the order of the document; XML allows each name once.
    package let attributes: [Attribute]
    /// Where its tag begins, 1-based; the column in characters (Unicode scalars).
    package let line: Int
    package let column: Int

    package init(name: String, attributes: [Attribute], line: Int, column: Int) {
        self.name = name
        self.attributes = attributes
        self.line = line
        self.column = column
    }

    package struct Attribute: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

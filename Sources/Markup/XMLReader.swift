import CLibXML2
package import Diagnostics

/// Reads XML step by step through libxml2: the one place that calls it.
///
/// Nothing outside the document is ever read, and a document that declares entities is refused before it is parsed, since nine lines of
/// them can stand for gigabytes. Source: libxml2 2.9, module xmlreader.
package enum XMLReader {
    /// Hands the events of `text` to `handle` in order, up to the first fault.
    ///
    /// - Parameter text: UTF-8, whatever encoding the document declares.
    /// - Complexity: O(bytes) time; memory for one element at a time.
    package static func read(_ text: [UInt8], file: String, handle: (XMLEvent) -> Void) -> [Diagnostic] {
        if let fault = XMLDeclarations.refusal(of: text, file: file) { return [fault] }
        var document = XMLDocument(text)
        var places = XMLPlaces(text)
        while document.advance() { document.report(to: handle, &places) }
        return document.fault(file: file).map { [$0] } ?? []
    }
}

/// Owns a libxml2 text reader and the bytes that it reads.
@safe private struct XMLDocument: ~Copyable {
    /// Nil where memory ran out or the text is longer than libxml2 can count; the reading then fails at its first step.
    private let reader: xmlTextReaderPtr?
    private let bytes: UnsafeMutableBufferPointer<CChar>
    private var failed = false

    init(_ text: [UInt8]) {
        unsafe bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(text.count, 1))
        for (index, byte) in text.enumerated() { unsafe bytes[index] = CChar(bitPattern: byte) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_BIG_LINES.rawValue
        xmlResetLastError()
        let size = Int32(exactly: text.count) ?? -1
        unsafe reader = xmlReaderForMemory(bytes.baseAddress, size, nil, "UTF-8", Int32(options))
    }

    deinit {
        unsafe xmlFreeTextReader(reader)
        unsafe bytes.deallocate()
    }

    mutating func advance() -> Bool {
        let result = unsafe reader == nil ? -1 : xmlTextReaderRead(reader)
        failed = result < 0
        return result == 1
    }

    func report(to handle: (XMLEvent) -> Void, _ places: inout XMLPlaces) {
        switch unsafe xmlTextReaderNodeType(reader) {
        case Int32(XML_READER_TYPE_ELEMENT.rawValue):
            let isEmpty = unsafe xmlTextReaderIsEmptyElement(reader) == 1
            let element = element(at: places.nextElement())
            handle(.start(element))
            if isEmpty { handle(.end(name: element.name)) }
        case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): handle(.end(name: name))
        case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue):
            let place = places.nextText()
            handle(.text(value, line: place.line, column: place.column))
        default: break
        }
    }

    /// The fault that ended the reading; nil where the document was read to its end.
    func fault(file: String) -> Diagnostic? {
        guard failed else { return nil }
        let error = unsafe xmlGetLastError()
        let message = unsafe error?.pointee.message.map { unsafe String(cString: $0) } ?? "the XML cannot be read"
        let line = unsafe error.map { unsafe Int($0.pointee.line) } ?? line
        let column = unsafe error.map { unsafe Int($0.pointee.int2) } ?? 0
        return Diagnostic(
            .error, file: file, line: max(line, 1), column: column > 0 ? column : nil,
            message: message.split(whereSeparator: \.isNewline).first.map(String.init) ?? message,
            remedy: "mend the XML at this place, or save the file again from the program that made it")
    }

    private func element(at place: XMLPlaces.Place) -> XMLElement {
        let name = name
        var attributes: [XMLElement.Attribute] = []
        while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
            attributes.append(XMLElement.Attribute(name: self.name, value: value))
        }
        unsafe xmlTextReaderMoveToElement(reader)
        return XMLElement(name: name, attributes: attributes, line: place.line, column: place.column)
    }

    // The reader keeps these strings; they are not ours to free.
    private var name: String { unsafe Self.string(xmlTextReaderConstName(reader)) }
    private var value: String { unsafe Self.string(xmlTextReaderConstValue(reader)) }

    private var line: Int {
        guard let reader = unsafe reader, let node = unsafe xmlTextReaderCurrentNode(reader) else { return 1 }
        return max(1, unsafe Int(xmlGetLineNo(node)))
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        guard let text = unsafe text else { return "" }
        return unsafe String(decodingCString: text, as: UTF8.self)
    }
}

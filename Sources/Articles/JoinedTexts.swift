import Words

/// Texts one behind another in one memory, with their passages: each pass over texts costs something to begin and to end, which for short ones is an
/// eighth of the whole.
///
/// A line feed stands between two, so that no word, mark or passage goes from one into the next.
package struct JoinedTexts: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Those of all texts, in order; their spans count from the first byte of all.
    package private(set) var passages: [Passage] = []
    /// Where each text begins.
    package private(set) var starts: [Int] = []

    /// Bytes beyond which no more is gained; with the longest text they bound the memory.
    private static let enough = 1 << 15
    /// Bytes: the memory that longer texts needed is given back.
    private static let mostKept = 1 << 22

    package init() {}

    package var isEmpty: Bool { starts.isEmpty }

    /// Whether what is to be done with all should be done before more are added.
    package var isFull: Bool { bytes.count >= Self.enough }

    package mutating func removeAll() {
        let isKept = bytes.capacity <= Self.mostKept
        bytes.removeAll(keepingCapacity: isKept)
        passages.removeAll(keepingCapacity: isKept)
        starts.removeAll(keepingCapacity: isKept)
    }

    /// Adds the text that `read` puts behind the bytes that it is given; nothing where it says that it is none.
    @inline(__always)
    package mutating func append(_ read: (inout [UInt8]) -> Bool) {
        let end = bytes.count
        if end > 0 { bytes.append(0x0A) }
        let start = bytes.count
        if read(&bytes) { starts.append(start) } else { bytes.removeSubrange(end...) }
    }

    /// Adds a text with its passages, which count in it and whose field is forgotten.
    package mutating func append(_ text: [UInt8], passages new: ArraySlice<Passage>) {
        append { bytes in
            bytes += text
            return true
        }
        let start = bytes.count - text.count
        for index in new.indices { passages.append(Passage(field: .text, span: new[index].span.moved(by: start), kind: new[index].kind)) }
    }

    /// Makes passages of the lines of all texts, in place of those that there are.
    package mutating func readLines(_ lines: inout TextLines) { lines.read(bytes, into: &passages) }
}

/// What the command line says of the input; it goes before what files say of themselves.
package struct ReadingOptions: Sendable {
    /// Field (`text`, `title`, `source`, `date`, `id`, `url`, `language`) to the column or JSON key that holds it.
    package var fieldMap: [String: String] = [:]
    /// Name of the encoding of files without a byte order mark.
    package var encoding: String?
    package var language: String?
    package var source: String?
    /// Bytes beyond which a text file or a record is left out.
    package var articleSizeLimit = 64 << 20
    /// Threads that records are read with; the articles are the same for any number.
    package var threads = 1
    /// Whether the SHA-256 of files and articles is wanted; else it stands empty.
    package var wantsDigests = true

    package init() {}

    /// That an article or a record is beyond the limit; its own size is the text of the message.
    var sizeFault: String { "an article of more than \(articleSizeLimit >> 20) MB was left out" }

    /// In megabytes of 1,048,576 bytes, rounded down to tenths.
    static func shownSize(_ byteCount: Int) -> String {
        let tenths = (byteCount * 10) >> 20
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}

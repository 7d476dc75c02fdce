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

    package init() {}
}

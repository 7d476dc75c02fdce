/// The bytes of a file that is no corpus: small, and wanted whole.
package enum FileBytes {
    /// Nil where it cannot be read.
    package static func all(of path: String) -> [UInt8]? { try? InputBytes(mapping: path).array }
}

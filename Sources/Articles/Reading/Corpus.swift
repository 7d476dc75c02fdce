package import Diagnostics

/// Everything that was read, and everything that was not.
package struct Corpus: Sendable {
    /// A file that was read.
    package struct Input: Hashable, Sendable, Codable {
        /// As messages name it.
        package let name: String
        /// Of its bytes, in hexadecimal.
        package let sha256: String
        package let byteCount: Int

        package init(name: String, sha256: String, byteCount: Int) {
            self.name = name
            self.sha256 = sha256
            self.byteCount = byteCount
        }
    }

    /// A file that was left out because it is no article.
    package struct Skipped: Hashable, Sendable {
        package let name: String
        package let reason: String
    }

    /// In the order of the paths given, files of a folder by name, records by line; no two with one id.
    package var articles: [Article] = []
    package var diagnostics: [Diagnostic] = []
    /// All of them that are told before an article is read, at each listing anew: of files that are left out, of manifests, of folders.
    package var listingDiagnostics: [Diagnostic] = []
    package var inputs: [Input] = []
    /// The `corpus.yaml` files that described some of them.
    package var manifests: [Input] = []
    package var skipped: [Skipped] = []

    package init() {}
}

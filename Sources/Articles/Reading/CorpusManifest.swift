package import Diagnostics

/// A `corpus.yaml`: what the articles of its folder are, for files that do not say so themselves.
package struct CorpusManifest: Sendable {
    package static let fileName = "corpus.yaml"

    package struct Entry: Sendable {
        package let file: String
        package let metadata: ArticleMetadata
        /// Line of the entry in the manifest.
        package let line: Int
    }

    /// The name under which messages speak of the manifest.
    package let name: String
    /// In the manifest's order, no file twice.
    package let entries: [Entry]
    package let diagnostics: [Diagnostic]

    /// Reads the manifest's text; faults leave out the entry or key they stand in.
    package init(_ text: String, name: String) {
        let document = YAMLReader.read(text, file: name)
        var diagnostics = document.diagnostics
        var entries: [Entry] = []
        if let root = document.root {
            diagnostics += root.unknownKeys(known: ["articles"], file: name)
            for item in Self.articleNodes(root, name: name, diagnostics: &diagnostics) {
                guard let entry = Self.entry(item, name: name, diagnostics: &diagnostics) else { continue }
                if let first = entries.first(where: { $0.file == entry.file }) {
                    diagnostics.append(
                        item.diagnostic(
                            "a second entry for a file, first on line \(first.line)", file: name, text: entry.file,
                            remedy: "keep one of them")
                    )
                } else {
                    entries.append(entry)
                }
            }
        }
        self.name = name
        self.entries = entries
        self.diagnostics = diagnostics
    }

    private static func articleNodes(_ root: YAMLNode, name: String, diagnostics: inout [Diagnostic]) -> [YAMLNode] {
        if let items = root["articles"]?.items { return items }
        let place = root["articles"] ?? root
        if place.scalar?.isEmpty != true {
            diagnostics.append(
                place.diagnostic(
                    "“articles” is no list", file: name, remedy: "write “articles:” and beneath it “- file: NAME” for each article"))
        }
        return []
    }

    private static func entry(_ item: YAMLNode, name: String, diagnostics: inout [Diagnostic]) -> Entry? {
        guard item.entries != nil else {
            diagnostics.append(item.diagnostic("an entry is \(item.kindName)", file: name, remedy: "write “- file: NAME”"))
            return nil
        }
        diagnostics += item.unknownKeys(known: ["file"] + ArticleMetadata.keys, file: name)
        guard let file = item["file"]?.scalar, !file.isEmpty else {
            diagnostics.append(item.diagnostic("an entry names no file", file: name, remedy: "add “file: NAME”"))
            return nil
        }
        var metadata = ArticleMetadata(item, file: name, diagnostics: &diagnostics)
        metadata.otherKeys = []
        return Entry(file: file, metadata: metadata, line: item.line)
    }

    /// What the manifest says of a file; nil where it does not name it.
    package func metadata(of file: String) -> ArticleMetadata? {
        entries.first { $0.file == file }?.metadata
    }

    /// An error for each entry whose file is none of `files`, with the name nearest to it.
    package func missingFiles(among files: [String]) -> [Diagnostic] {
        let known = Set(files)
        return entries.filter { !known.contains($0.file) }.map { entry in
            let nearest = NearestName.find(entry.file, in: files).map { "did you mean “\($0)”?" }
            return Diagnostic(
                .error, file: name, line: entry.line, message: "an entry for a file that is not there", text: entry.file,
                remedy: nearest ?? "put the file beside the manifest or remove the entry"
            )
        }
    }
}

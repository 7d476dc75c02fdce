import Diagnostics

/// Reads a `.txt` or `.md` file as one article.
struct TextArticleReader {
    let name: String
    let format: TextFormat
    let options: ReadingOptions
    private(set) var diagnostics: [Diagnostic] = []

    init(name: String, format: TextFormat, options: ReadingOptions) {
        self.name = name
        self.format = format
        self.options = options
    }

    /// The article of `bytes`; nil where they are no text or hold no words.
    mutating func article(_ bytes: [UInt8], sha256: String, doc: String, manifest: ArticleMetadata?) -> Article? {
        guard let (text, frontMatter) = decode(bytes, manifest: manifest) else { return nil }
        diagnostics += frontMatter.diagnostics
        let body = text[frontMatter.bodyStart...]
        guard body.contains(where: { $0 > 0x20 }) else {
            let what = bytes.isEmpty ? "an empty file" : "a file without text"
            diagnostics.append(Diagnostic(.warning, file: name, message: what, remedy: "put the article's text into it or remove it"))
            return nil
        }
        let metadata = frontMatter.metadata.completed(by: manifest ?? ArticleMetadata())
        var maker = ArticleMaker(file: name, options: options)
        let content = ArticleMaker.Content(text: text, bodyStart: frontMatter.bodyStart, format: format, sha256: sha256)
        var memory = PassageText()
        let article = maker.article(id: metadata.id ?? doc, metadata: metadata, content: content, in: &memory)
        diagnostics += maker.diagnostics
        return article
    }

    /// Decodes once more where the front matter, which is ASCII in all these encodings, names another encoding.
    private mutating func decode(_ bytes: [UInt8], manifest: ArticleMetadata?) -> (text: [UInt8], frontMatter: FrontMatter)? {
        let first = TextDecoding.decode(bytes, declared: options.encoding ?? manifest?.encoding, file: name)
        guard let text = first.text else {
            diagnostics += first.diagnostics
            return nil
        }
        let frontMatter = FrontMatter(of: text, file: name)
        guard options.encoding == nil, let encoding = frontMatter.metadata.encoding else {
            diagnostics += first.diagnostics
            return (text, frontMatter)
        }
        let second = TextDecoding.decode(bytes, declared: encoding, file: name)
        diagnostics += second.diagnostics
        return second.text.map { ($0, FrontMatter(of: $0, file: name)) }
    }
}

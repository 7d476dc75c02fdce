import Diagnostics
import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Reads paths - files, folders and standard input - to articles; what cannot be read is told and does not stop the rest.
///
///     let corpus = CorpusReader.read(paths: ["seeds"], options: ReadingOptions())
package struct CorpusReader {
    private let options: ReadingOptions
    /// The descriptor of standard input.
    private let standardInput: Int32
    /// Takes the articles in place of the corpus, so that they need not all be held.
    private var takeArticle: ((Article) -> Void)?
    /// Whether files are only named and hashed.
    private var isListing = false
    private var corpus = Corpus()
    private var idPlaces: [String: Place] = [:]
    /// Bytes of the paths of files and folders that were read: two names may be equal as texts and be of two files.
    private var readPaths: Set<[UInt8]> = []
    /// By the bytes of their paths; nil where there is none, or it cannot be read.
    private var manifests: [[UInt8]: CorpusManifest?] = [:]

    /// Where an article was read.
    private struct Place {
        let file: String
        /// 1-based; nil for a file that is one article.
        var line: Int?
    }

    /// The articles of `paths`, in order; `-` stands for standard input, which is JSON lines or one JSON array.
    package static func read(paths: [String], options: ReadingOptions, standardInput: Int32 = STDIN_FILENO) -> Corpus {
        var reader = CorpusReader(options: options, standardInput: standardInput)
        for path in paths { reader.read(path) }
        reader.corpus.diagnostics = LimitedDiagnostics(reader.corpus.diagnostics).listed
        return reader.corpus
    }

    /// Hands each article of `paths` to `take`, in order; the corpus that comes back has all but the articles.
    package static func forEachArticle(paths: [String], options: ReadingOptions, _ take: (Article) -> Void) -> Corpus {
        withoutActuallyEscaping(take) { take in
            var reader = CorpusReader(options: options)
            reader.takeArticle = take
            for path in paths { reader.read(path) }
            reader.corpus.diagnostics = LimitedDiagnostics(reader.corpus.diagnostics).listed
            return reader.corpus
        }
    }

    /// What reading `paths` would read and leave out: the corpus of `read` but for its articles and what is wrong with them.
    package static func listing(paths: [String], options: ReadingOptions) -> Corpus {
        var reader = CorpusReader(options: options)
        reader.isListing = true
        for path in paths { reader.read(path) }
        return reader.corpus
    }

    private init(options: ReadingOptions, standardInput: Int32 = STDIN_FILENO) {
        self.options = options
        self.standardInput = standardInput
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ file: String, _ message: String, text: String? = nil, remedy: String? = nil
    ) {
        report([Diagnostic(severity, file: file, message: message, text: text, remedy: remedy)])
    }

    /// What does not hang on the articles' text.
    private mutating func report(_ found: [Diagnostic]) {
        corpus.diagnostics += found
        corpus.listingDiagnostics += found
    }

    private mutating func read(_ path: String) {
        if path == "-" { return readStandardInput() }
        switch FileKind(path: path) {
        case .folder: readFolder(path)
        case .file: readFile(path, name: URL(filePath: path).lastPathComponent, manifest: manifest(beside: path))
        case let other: refuse(other, path, remedy: "name a file, a folder or -")
        }
    }

    /// Tells what stands where a file is wanted.
    private mutating func refuse(_ kind: FileKind, _ path: String, remedy: String) {
        guard let name = kind.nameOfNoFile else {
            return report(.error, path, "there is no such file or folder", remedy: "check the path")
        }
        report(.error, path, "no file but \(name)", remedy: remedy)
    }

    private mutating func readStandardInput() {
        let name = "standard input"
        do throws(PipeError) {
            readRecords(try PipedBytes.all(from: standardInput), name: name, isDocument: false)
        } catch {
            switch error {
            case .notRead: report(.error, name, "cannot be read", remedy: "write the articles into a file and name that")
            case .notKept(let folder):
                report(
                    .error, name, "does not fit into the folder for temporary files", text: folder,
                    remedy: "name a folder with more room in TMPDIR, or write the articles into a file and name that")
            }
        }
    }

    /// The manifest that describes a single file, which for a file of records none does.
    private mutating func manifest(beside path: String) -> CorpusManifest? {
        let url = URL(filePath: path)
        guard case .text = ArticleFormat(fileName: url.lastPathComponent) else { return nil }
        return manifest(of: url.deletingLastPathComponent(), names: nil)
    }

    /// The manifest of a folder, whose faults are told once, whether the folder is read or files in it.
    ///
    /// - Parameter names: of all that the folder holds, where they are known.
    private mutating func manifest(of folder: URL, names: [String]?) -> CorpusManifest? {
        let file = folder.appending(path: CorpusManifest.fileName).path
        let resolved = Self.resolved(file)
        if let known = manifests[resolved] { return known }
        let manifest = readManifest(file)
        if let manifest, let names = names ?? FolderListing(path: folder.path)?.entries.map(\.name) {
            report(manifest.missingFiles(among: names))
        }
        manifests[resolved] = .some(manifest)
        return manifest
    }

    private mutating func readFolder(_ path: String) {
        guard isFirst(path) else { return }
        guard let listing = FolderListing(path: path) else {
            return report(.error, path, "the folder cannot be read", remedy: "check who may read it")
        }
        let folder = URL(filePath: path)
        let manifest = manifest(of: folder, names: listing.entries.map(\.name))
        for entry in listing.entries where entry.name != CorpusManifest.fileName {
            read(entry, at: folder.appending(path: entry.name).path, manifest: manifest)
        }
        if !listing.entries.contains(where: \.isOfArticles) {
            report(.error, path, "the folder holds no articles", remedy: "put .txt, .md, .jsonl or .json files into it")
        }
    }

    private mutating func read(_ entry: FolderListing.Entry, at file: String, manifest: CorpusManifest?) {
        guard entry.isOfArticles else { return skip(file, isFolder: entry.kind == .folder) }
        guard entry.isUTF8 else { return report(.error, file, "the file's name is not UTF-8", remedy: "rename it") }
        guard case .file = entry.kind else { return refuse(entry.kind, file, remedy: "put a file in its place, or remove it") }
        readFile(file, name: entry.name, manifest: manifest)
    }

    private mutating func skip(_ file: String, isFolder: Bool) {
        let reason = isFolder ? "a folder within the folder" : "no kind of file that is read"
        corpus.skipped.append(Corpus.Skipped(name: file, reason: reason))
        report(
            .note, file, "skipped: \(reason)",
            remedy: isFolder ? "name it as a path of its own" : "if it is an article, save it as .txt, .md, .jsonl or .json")
    }

    private mutating func readManifest(_ path: String) -> CorpusManifest? {
        let kind = FileKind(path: path)
        if kind == .missing { return nil }
        if kind.nameOfNoFile != nil {
            refuse(kind, path, remedy: "put a file in its place, or remove it")
            return nil
        }
        guard let bytes = input(of: path)?.array else { return nil }
        registerManifest(bytes, name: path)
        let decoded = TextDecoding.decode(bytes, file: path)
        report(decoded.diagnostics)
        guard let text = decoded.text else { return nil }
        let manifest = CorpusManifest(String(decoding: text, as: UTF8.self), name: path)
        report(manifest.diagnostics)
        return manifest
    }

    private mutating func readFile(_ path: String, name: String, manifest: CorpusManifest?) {
        guard isFirst(path) else { return }
        guard let format = ArticleFormat(fileName: name) else {
            return report(.error, path, "no kind of file that is read", remedy: "save it as .txt, .md, .jsonl or .json")
        }
        guard let input = input(of: path) else { return }
        switch format {
        case .records(let isDocument): readRecords(input, name: path, doc: name, isDocument: isDocument)
        case .text(let layout): readText(input, path: path, layout: layout, manifest: manifest?.metadata(of: name))
        }
    }

    /// Whether nothing was read at a path before; where something was, it is told.
    private mutating func isFirst(_ path: String) -> Bool {
        if readPaths.insert(Self.resolved(path)).inserted { return true }
        report(.note, path, "named twice, read once")
        return false
    }

    /// Without links and dots.
    private static func resolved(_ path: String) -> [UInt8] {
        Array(URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path.utf8)
    }

    private mutating func input(of path: String) -> InputBytes? {
        do {
            return try InputBytes(mapping: path)
        } catch {
            report(.error, path, "the file cannot be read", remedy: "check that it is there and who may read it")
            return nil
        }
    }

    private mutating func readText(_ input: InputBytes, path: String, layout: TextFormat, manifest: ArticleMetadata?) {
        guard input.count <= options.articleSizeLimit else {
            let size = ReadingOptions.shownSize(input.count)
            return report(
                .error, path, options.sizeFault, text: size, remedy: "split it, or allow larger articles with --largest-article")
        }
        guard let sha256 = register(input, name: path), !isListing else { return }
        let bytes = input.array
        var reader = TextArticleReader(name: path, format: layout, options: options)
        let doc = URL(filePath: path).lastPathComponent
        let article = reader.article(bytes, sha256: sha256, doc: doc, manifest: manifest)
        corpus.diagnostics += reader.diagnostics
        if let article { add(article, isSpaceless: SpacelessScript.prevails(in: article.text), from: Place(file: path)) }
    }

    private mutating func readRecords(_ input: InputBytes, name: String, doc: String? = nil, isDocument: Bool) {
        guard register(input, name: name) != nil, !isListing else { return }
        let opened = TextDecoding.open(input, declared: options.encoding, file: name)
        corpus.diagnostics += opened.diagnostics
        guard let text = opened.text else { return }
        var reader = JSONLinesReader(name: name, doc: doc ?? name, options: options)
        let countBefore = corpus.diagnostics.count
        reader.read(text, isDocument: isDocument) { add($0, isSpaceless: $1, from: Place(file: name, line: $2)) }
        // What is wrong with records is told before what is wrong with the articles made of them.
        corpus.diagnostics.insert(contentsOf: reader.diagnostics, at: countBefore)
    }

    /// Counts the file among the inputs.
    private mutating func register(_ input: InputBytes, name: String) -> String? {
        do throws(DigestError) {
            let sha256 = options.wantsDigests ? try input.sha256() : ""
            corpus.inputs.append(Corpus.Input(name: name, sha256: sha256, byteCount: input.count))
            return sha256
        } catch {
            report(.error, name, "SHA-256 could not be computed", remedy: "free some memory and run again")
            return nil
        }
    }

    /// A manifest that cannot be hashed is one that the reading of its text will complain of.
    private mutating func registerManifest(_ bytes: [UInt8], name: String) {
        guard let sha256 = options.wantsDigests ? try? SHA256.hexadecimal(of: bytes) : "" else { return }
        corpus.manifests.append(Corpus.Input(name: name, sha256: sha256, byteCount: bytes.count))
    }

    private mutating func add(_ article: Article, isSpaceless: Bool, from place: Place) {
        if isSpaceless {
            reportLeftOut(
                article, at: place, "an article in a script without blanks between words was left out",
                remedy: "put blanks between its words with a word segmenter for its language: without them words cannot be counted")
        } else if let first = idPlaces.index(forKey: article.id).map({ idPlaces[$0] }) {
            let looksAlike = !first.key.utf8.elementsEqual(article.id.utf8)
            reportLeftOut(
                article, at: place, "a second article of one id was left out; the first is from \(first.value.file)",
                remedy: (first.value.line.map { "that one is on line \($0): " } ?? "") + "rename one of them"
                    + (looksAlike ? ": they are written alike, with an accent as part of a letter or behind it" : ""))
        } else {
            idPlaces[article.id] = place
            if let takeArticle { takeArticle(article) } else { corpus.articles.append(article) }
        }
    }

    private mutating func reportLeftOut(_ article: Article, at place: Place, _ message: String, remedy: String) {
        corpus.diagnostics.append(
            Diagnostic(.error, file: place.file, line: place.line, message: message, text: article.id, remedy: remedy))
    }
}

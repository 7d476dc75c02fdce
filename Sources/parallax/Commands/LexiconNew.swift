import ArgumentParser
import Foundation
import Lexicons

/// A commented file to start a lexicon from.
struct LexiconNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes a commented lexicon to start from.",
        discussion: "Without FILE it goes to standard output. A file that exists is never overwritten."
    )

    @Argument(help: ArgumentHelp("The file to write, such as lexicons/water.yaml.", valueName: "file"))
    var file: String?

    @Option(help: "What the lexicon is about; else the file's name.")
    var name: String?

    func run() throws {
        let stem = file.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
        let text = StarterLexicon.text(named: name ?? stem ?? "My lexicon")
        guard let file else { return Console.write(text, to: FileHandle.standardOutput.fileDescriptor) }
        guard !FileManager.default.fileExists(atPath: file) else { throw RunFault(message: "\(file) exists; name another file") }
        try OutputFile(file).write(text)
        Console.print("\(file): edit it, then run 'parallax lexicon check \(RelativePath.quotedForShell(file))'")
    }
}

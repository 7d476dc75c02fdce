import ArgumentParser
import Articles
import Diagnostics
import Foundation
import Lexicons

/// A lexicon of one format in another.
struct LexiconConvert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Writes a lexicon of another tool, or one of ours, in another format.",
        discussion: """
            Reads LIWC .dic and .dicx, WordStat .cat, Yoshikoder .ykd, Lexicoder .lcd and .lc3, VBPro, quanteda YAML, tables of terms (CSV, TSV, \
            NRC, AFINN), lists of words, spaCy patterns and our YAML. The content decides which it is. What was odd in the source and what the \
            target cannot express is told with its line. Exit status: 0 done; 1 done, with warnings; 2 not done.
            """
    )

    @Argument(help: ArgumentHelp("The lexicon; '-' is standard input.", valueName: "file"))
    var file: String

    @Option(help: "The format to write: yaml (ours), quanteda, dic, dicx, ykd, csv.")
    var to: WrittenFormat

    @Option(help: ArgumentHelp("The format of the file, where its content is not to decide.", valueName: "format"))
    var from: LexiconFormat?

    @Option(help: ArgumentHelp("The encoding of the file where it does not say: utf-8, windows-1252, shift-jis.", valueName: "name"))
    var encoding: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; standard output otherwise.", valueName: "file"))
    var output: String?

    @Flag(help: "Leaves _ in WordStat terms as it stands; otherwise it is a blank.")
    var keepUnderscores = false

    func validate() throws {
        try TextEncoding.validate(encoding, givenBy: "--encoding")
    }

    func run() throws {
        let options = LexiconLoading.Options(
            encoding: encoding, dictionary: DictionaryOptions(format: from, keepsUnderscores: keepUnderscores))
        let reading = LexiconLoading.read(file, options)
        print(reading.diagnostics)
        guard let lexicon = reading.lexicon else { throw Ending.notDone }
        let dictionary = reading.dictionary ?? CategoryDictionary(lexicon)
        let writing = DictionaryWriting(dictionary, lexicon: lexicon, as: to.format, file: file)
        print(writing.diagnostics)
        try write(writing.text)
        Console.error(LexiconSummary(reading, file: file).text)
        let worst = (reading.diagnostics + writing.diagnostics).map(\.severity).max() ?? .note
        if worst > .note { throw Ending.withProblems }
    }

    private func print(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { Console.error(diagnostic.description) }
    }

    private func write(_ text: String) throws {
        guard let output else { return Console.write(text, to: FileHandle.standardOutput.fileDescriptor) }
        try OutputFile(output).write(text)
    }
}

/// A format that lexicons are written in, by any of its names; offered are those that can be.
struct WrittenFormat: ExpressibleByArgument {
    let format: LexiconFormat

    init?(argument: String) {
        guard let format = LexiconFormat(option: argument), LexiconFormat.written.contains(format) else { return nil }
        self.format = format
    }

    static var allValueStrings: [String] { LexiconFormat.written.map(\.rawValue) }
}

extension LexiconFormat: ExpressibleByArgument {
    public init?(argument: String) { self.init(option: argument) }
}

import ArgumentParser
import Diagnostics
import Lexicons

/// The commands about lexicons.
struct LexiconGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Makes, checks, tunes and converts lexicons.",
        subcommands: [
            LexiconCheckCommand.self, LexiconExplain.self, LexiconDiff.self, LexiconSuggest.self, LexiconJudge.self,
            LexiconEvaluate.self, LexiconFragility.self, LexiconConvert.self, LexiconNew.self, LexiconAdd.self, LexiconRemove.self,
        ]
    )
}

/// Names every fault of a lexicon file.
struct LexiconCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Names every fault of a lexicon: file, line, column, text and remedy.",
        discussion: "Exit status: 0 nothing found; 1 warnings; 2 the file cannot be used."
    )

    @Argument(help: ArgumentHelp("Lexicon files.", valueName: "file"))
    var files: [String]

    func run() throws {
        var worst: Diagnostic.Severity?
        for file in files {
            let reading = LexiconLoading.check(file)
            let diagnostics = reading.diagnostics
            for diagnostic in diagnostics { Console.error(diagnostic.description) }
            worst = [worst, diagnostics.map(\.severity).max()].compactMap(\.self).max()
            if reading.lexicon != nil {
                let faults = diagnostics.faultCount { $0 != .note }
                let verdict = faults == 0 ? "no faults found" : "\(faults) fault\(faults == 1 ? "" : "s")"
                Console.print("\(LexiconSummary(reading, file: file).text); \(verdict)")
            }
        }
        switch worst {
        case .error: throw Ending.notDone
        case .warning: throw Ending.withProblems
        case .note, nil: break
        }
    }
}

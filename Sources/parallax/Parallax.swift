import ArgumentParser
import Foundation

/// The program: commands, options, printing and exit status. The rooms below it neither print nor end the process.
@main
struct Parallax: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parallax",
        abstract: "Measures how sources word the same story, and in whose voice.",
        discussion: """
            Parallax finds the framing terms of a lexicon in articles, tells the source's own words from words it quotes or reports, \
            and sets the sources side by side. Without arguments, 'parallax report' reads seeds/ with lexicons/karabakh.yaml.

            PATH is a file (.txt, .md, .jsonl, .json) or a folder; '-' is standard input (JSON lines or one JSON array).

            Exit status: 0 done; 1 done, with problems that were named and counted; 2 not done.
            """,
        version: Program.version,
        subcommands: [Report.self, Score.self, Hits.self, Voices.self, Concordance.self, LexiconGroup.self, CorpusGroup.self]
    )

    static func main() {
        StandardStreams.keepNumbers()
        HeapGrowth.goesInLargeSteps()
        AccountLookup.useFilesAlone()
        // Output into a closed pipe is not an error: writing fails with EPIPE instead of ending the process by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try CommandShortcut.command() ?? parsed()
            try command.run()
        } catch {
            Foundation.exit(Exiting.status(of: error))
        }
    }

    private static func parsed() throws -> any ParsableCommand {
        if let unknown = UnknownCommand.find(in: CommandLine.arguments.dropFirst()) { throw unknown }
        return try parseAsRoot()
    }
}

enum Program {
    static let version = "0.1.0"
}

/// How the program ends: prints what the error has to say and gives the exit status of the contract (0, 1, 2).
enum Exiting {
    static func status(of error: any Error) -> Int32 {
        if let ending = error as? Ending { return ending.rawValue }
        if let fault = error as? RunFault {
            Console.error("parallax: \(fault.message)")
            return Ending.notDone.rawValue
        }
        if let unknown = error as? UnknownCommand {
            Console.error(unknown.message)
            return Ending.notDone.rawValue
        }
        let code = Parallax.exitCode(for: error)
        let message = Parallax.fullMessage(for: error)
        if code.isSuccess {
            Console.print(message)
            return 0
        }
        Console.error(message)
        return Ending.notDone.rawValue
    }
}

/// The exit status that a command ends with where it did not simply succeed.
enum Ending: Int32, Error {
    case withProblems = 1
    case notDone = 2
}

/// A failure with nothing more to say than one line.
struct RunFault: Error {
    let message: String
}

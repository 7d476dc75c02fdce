import ArgumentParser
import Diagnostics
import Foundation

/// A call whose command is none. The argument parser would call its name an unexpected argument.
struct UnknownCommand: Error {
    /// What to print: the name, the one that was probably meant, and where all are listed.
    let message: String

    /// Nil where commands are named as far as there are any; behind the command 'help' they are named too.
    static func find(in arguments: some Sequence<String>) -> UnknownCommand? {
        var command: any ParsableCommand.Type = Parallax.self
        var names = ["parallax"]
        for (place, argument) in arguments.enumerated() where place > 0 || argument != "help" {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return nil }
            guard let next = known.first(where: { $0.configuration.commandName == argument }) else {
                return UnknownCommand(message: message(argument, behind: names, known.compactMap { $0.configuration.commandName }))
            }
            command = next
            names.append(argument)
        }
        return nil
    }

    private static func message(_ argument: String, behind names: [String], _ known: [String]) -> String {
        let call = names.joined(separator: " ")
        var remedy = ""
        if let nearest = NearestName.find(argument, in: known) {
            remedy = " Did you mean '\(call) \(nearest)'?"
        } else if names.count == 1, FileManager.default.fileExists(atPath: argument) {
            remedy = " Articles are named behind one, such as '\(call) report \(argument)'."
        }
        return """
            Error: There is no command '\(call) \(argument)'.\(remedy)
            Commands: \(known.joined(separator: ", "))
              See '\(call) --help' for more information.
            """
    }
}

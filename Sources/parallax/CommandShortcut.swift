import ArgumentParser

/// The short way to a command that the first argument names: it is read by itself.
///
/// Reading arguments as those of the whole program looks into all its commands, which takes a third of the time of a short run. What is no complete
/// call of one command (help, a fault, a group) is left to that way, which knows what to say.
enum CommandShortcut {
    /// What the commands that are read so are told to be under: of a command under another, ArgumentParser does not look for a wish to make completions,
    /// which takes as long as all other options.
    static let program = "parallax"

    static func command(_ arguments: [String] = CommandLine.arguments) -> (any ParsableCommand)? {
        guard arguments.count > 1, let named = command(named: arguments[1]) else { return nil }
        guard let command = try? named.parseAsRoot(Array(arguments.dropFirst(2))), type(of: command) == named else { return nil }
        return command
    }

    private static func command(named name: String) -> (any ParsableCommand.Type)? {
        Parallax.configuration.subcommands.first { $0.configuration.commandName == name && $0.configuration.subcommands.isEmpty }
    }
}

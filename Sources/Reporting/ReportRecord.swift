package import Comparing

/// How a report came about: what the method section prints so that a reader can check the numbers and repeat the run.
///
/// Nothing in it may name a folder above the working directory, a user or a moment: two runs on the same input give the same bytes.
package struct ReportRecord: Sendable {
    /// "0.1.0"; the name is printed before it.
    package var programVersion: String
    /// The command that repeats the run, with paths relative to where it was given.
    package var commandLine: String
    /// The command that lists every hit, for hits that the page does not keep; nil leaves the hint out.
    package var hitsCommand: String?
    /// In the order of the lexicons on the command line.
    package var lexicons: [RecordedFile]
    /// Every file read, sorted by name.
    package var inputs: [RecordedFile]
    package var diagnostics: RecordedDiagnostics
    /// Limits of the reading itself, such as files that could not be read; printed with the comparison's own caveats.
    package var readingCaveats: [Caveat]
    /// Further sentences for the method section, in order.
    package var notes: [String]

    package init(
        programVersion: String, commandLine: String, hitsCommand: String? = nil, lexicons: [RecordedFile], inputs: [RecordedFile],
        diagnostics: RecordedDiagnostics = RecordedDiagnostics(), readingCaveats: [Caveat] = [], notes: [String] = []
    ) {
        self.programVersion = programVersion
        self.commandLine = commandLine
        self.hitsCommand = hitsCommand
        self.lexicons = lexicons
        self.inputs = inputs
        self.diagnostics = diagnostics
        self.readingCaveats = readingCaveats
        self.notes = notes
    }
}

/// A file by name and content.
package struct RecordedFile: Hashable, Sendable {
    /// The name within the given folder; never an absolute path.
    package var name: String
    /// What the file calls itself, such as a lexicon's name; nil where it has no name of its own.
    package var title: String?
    /// The version its owner gave it, where there is one.
    package var version: String?
    /// SHA-256 of its bytes, in hexadecimal.
    package var sha256: String

    package init(name: String, title: String? = nil, version: String? = nil, sha256: String) {
        self.name = name
        self.title = title
        self.version = version
        self.sha256 = sha256
    }
}

/// What reading complained about, counted by severity, with the first messages as one line each.
package struct RecordedDiagnostics: Hashable, Sendable {
    package var errors: Int
    package var warnings: Int
    package var notes: Int
    /// Messages without absolute paths, in the order they arose.
    package var messages: [String]

    package init(errors: Int = 0, warnings: Int = 0, notes: Int = 0, messages: [String] = []) {
        self.errors = errors
        self.warnings = warnings
        self.notes = notes
        self.messages = messages
    }

    package var total: Int { errors + warnings + notes }
}

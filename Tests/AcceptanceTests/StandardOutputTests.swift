import Foundation
import TestSupport
import Testing

/// What a user meets who prints to where nothing can be written.
@Suite struct StandardOutputTests {
    /// The program as a shell runs it that sends its output elsewhere; with its status and what it says on standard error.
    private func run(_ arguments: String, _ redirection: String, in folder: TemporaryFolder) throws -> (status: Int32, errors: String) {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "\"$0\" \(arguments) 2> errors \(redirection)", Program.executable.path]
        shell.currentDirectoryURL = folder.url
        try shell.run()
        shell.waitUntilExit()
        return (shell.terminationStatus, try folder.text(of: "errors"))
    }

    private func corpus() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(String(repeating: "The occupied land is quiet.\n", count: 4000), to: "a.txt")
        try folder.write(CommandLineTests.plainLexicon, to: "l.yaml")
        return folder
    }

    @Test(arguments: [("> /dev/full", "No space left on device"), (">&-", "Bad file descriptor")])
    func outputThatCannotBeWrittenEndsTheProgramWithTheReason(_ redirection: String, _ reason: String) throws {
        let folder = try corpus()
        for command in ["hits a.txt --lexicon l.yaml", "score a.txt --lexicon l.yaml", "--help", "lexicon check l.yaml"] {
            let (status, errors) = try run(command, redirection, in: folder)
            #expect(status == 2, "\(command)")
            #expect(errors.contains("parallax: cannot write to standard output: \(reason); "), "\(command): \(errors)")
        }
    }

    @Test func aReaderThatHasSeenEnoughIsNoFault() throws {
        let (status, errors) = try run("hits a.txt --lexicon l.yaml", "| head -1 > first", in: try corpus())
        #expect(status == 0)
        #expect(errors.isEmpty)
    }

    @Test func messagesDoNotGoIntoAFileThatTakesTheNumberOfAClosedStream() throws {
        let folder = try corpus()
        let made = try run("corpus index a.txt --lexicon l.yaml", ">&- 2>&-", in: folder)
        #expect(made.status == 0 || made.status == 2)
        let found = try run("hits a.txt --lexicon l.yaml", "> hits", in: folder)
        #expect(found.status == 0 && found.errors.isEmpty, "\(found.errors)")
    }
}

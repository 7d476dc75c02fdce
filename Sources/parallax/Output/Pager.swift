import Foundation

/// Shows text in pages where a person reads it in a terminal.
enum Pager {
    /// Through `$PAGER`, else less; plainly where there is no terminal, no pager, or `inPages` is false.
    static func show(_ text: String, inPages: Bool) {
        let environment = ProcessInfo.processInfo.environment
        let command = environment["PAGER"].flatMap { $0.isEmpty ? nil : $0 } ?? "less -FRX"
        guard inPages, isatty(STDOUT_FILENO) == 1, let pipe = popen(command, "w") else {
            return Console.write(text, to: STDOUT_FILENO)
        }
        fputs(Console.shown(text), pipe)
        // A pager that could not be started gave nothing to read.
        if pclose(pipe) >> 8 == 127 { Console.write(text, to: STDOUT_FILENO) }
    }
}

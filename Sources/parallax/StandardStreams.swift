import Foundation

/// Standard input, output and error, which a caller may have closed.
enum StandardStreams {
    /// Keeps the numbers of those that are closed, to be called before a file is opened: the next file would take the number, and what is printed would
    /// go into it. Reading and writing them fails as before.
    static func keepNumbers() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}

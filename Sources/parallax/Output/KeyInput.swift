import Foundation

/// Single keys from the terminal, or from a pipe so that a session can be scripted.
///
/// The terminal is in raw mode only while a key is waited for, so that whatever ends the program elsewhere leaves it as it was found; signals
/// that end it during the wait restore it first.
struct KeyInput: ~Copyable {
    let isTerminal: Bool
    private let original: termios

    /// Ctrl-C and Ctrl-D: asked for as keys, so that the session ends with its last line.
    private static let endingKeys: Set<UInt8> = [3, 4]
    private static let escape: UInt8 = 0x1B
    /// The bytes of one key come together; milliseconds.
    private static let escapePause: Int32 = 25

    init() {
        var found = termios()
        isTerminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &found) == 0
        original = found
        if isTerminal { Self.restoreAtSignals(found) }
    }

    /// The next key, blanks and line ends left out; nil at the end of the input.
    func key() -> Character? {
        if isTerminal { setRaw() }
        defer { if isTerminal { Self.restore(original) } }
        while let byte = Self.byte() {
            if isTerminal, Self.endingKeys.contains(byte) { return nil }
            if isTerminal, byte == Self.escape { Self.dropSequence() }
            if byte > 0x20, byte < 0x7F { return Character(UnicodeScalar(byte)) }
        }
        return nil
    }

    /// A line of text, shown while it is typed.
    func line(prompt: String) -> String {
        if isTerminal { Console.write(prompt, to: STDOUT_FILENO) }
        var bytes: [UInt8] = []
        while let byte = Self.byte(), byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func setRaw() {
        var raw = original
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    }

    private static func restore(_ original: termios) {
        var before = original
        tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }

    /// From now on a signal ends the program as it would have, but with the terminal as it was found.
    ///
    /// A thread that waits for the signals may do anything, which a signal handler may not.
    private static func restoreAtSignals(_ original: termios) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Thread.detachNewThread { [signals] in
            var (waited, number) = (signals, Int32(0))
            guard sigwait(&waited, &number) == 0 else { return }
            restore(original)
            signal(number, SIG_DFL)
            pthread_sigmask(SIG_UNBLOCK, &waited, nil)
            raise(number)
        }
    }

    /// Arrows and function keys send several bytes, some of which are letters.
    private static func dropSequence() {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&input, 1, escapePause) > 0, input.revents & Int16(POLLIN) != 0, byte() != nil {}
    }

    /// Byte by byte: what is read ahead would be lost to the next run.
    private static func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }
}

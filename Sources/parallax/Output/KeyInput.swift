import Foundation

/// Single keys from the terminal, or from a pipe so that a session can be scripted.
struct KeyInput: ~Copyable {
    let isTerminal: Bool
    private var original = termios()

    /// Ctrl-C and Ctrl-D: asked for as keys, so that the terminal is left as it was found.
    private static let endings: Set<UInt8> = [3, 4]

    init() {
        isTerminal = isatty(STDIN_FILENO) == 1
        guard isTerminal else { return }
        tcgetattr(STDIN_FILENO, &original)
        setRaw()
    }

    deinit { if isTerminal { restore() } }

    /// The next key, blanks and line ends left out; nil at the end of the input.
    func key() -> Character? {
        while let byte = Self.byte() {
            if isTerminal, Self.endings.contains(byte) { return nil }
            if byte > 0x20, byte < 0x7F { return Character(UnicodeScalar(byte)) }
        }
        return nil
    }

    /// A line of text, shown while it is typed.
    func line(prompt: String) -> String {
        if isTerminal {
            restore()
            Console.write(prompt, to: STDOUT_FILENO)
        }
        defer { if isTerminal { setRaw() } }
        var bytes: [UInt8] = []
        while let byte = Self.byte(), byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func setRaw() {
        var raw = original
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    }

    private func restore() {
        var before = original
        tcsetattr(STDIN_FILENO, TCSANOW, &before)
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

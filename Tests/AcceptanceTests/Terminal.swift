import Foundation
import TestSupport

/// The program in a terminal of its own: what it shows is read, keys are typed, and the terminal's mode is looked at.
final class Terminal {
    private let master: Int32
    private let slave: Int32
    private let process = Process()
    /// All that was shown so far.
    private(set) var shown = ""

    struct Fault: Error {
        let message: String
    }

    /// - Parameter output: where standard output goes instead of the terminal.
    init(_ arguments: [String], in folder: URL, columns: UInt16 = 80, environment: [String: String] = [:], output: FileHandle? = nil) throws
    {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw Fault(message: "no terminal: \(errno)") }
        (self.master, self.slave) = (master, slave)
        process.executableURL = Program.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SWIFT_BACKTRACE": "enable=no", "TERM": "xterm"]) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle(fileDescriptor: slave)
        process.standardOutput = output ?? FileHandle(fileDescriptor: slave)
        process.standardError = FileHandle(fileDescriptor: slave)
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        close(master)
        close(slave)
    }

    /// Local modes of the terminal: echo, lines, signals.
    var mode: tcflag_t {
        var found = termios()
        tcgetattr(slave, &found)
        return found.c_lflag
    }

    func type(_ keys: String) { type(Array(keys.utf8)) }

    func type(_ bytes: [UInt8]) { _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    func resize(columns: UInt16) {
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        send(SIGWINCH)
    }

    /// Reads until `text` was shown `count` times in all.
    func wait(for text: String, times count: Int = 1) throws {
        try wait("\(text) was not shown \(count) times: \(shown)") { shown.ranges(of: text).count >= count }
    }

    /// Until the program waits for a key.
    func waitForRaw() throws { try wait("no key was waited for: \(shown)") { mode & tcflag_t(ICANON) == 0 } }

    /// The exit status, or the number of the signal that ended the program, negative.
    func waitForEnd() throws -> Int32 {
        try wait("the program did not end: \(shown)") { !process.isRunning }
        readAll()
        return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    }

    /// A bound against hanging, not a measure of time.
    private func wait(_ failure: @autoclosure () -> String, until isDone: () -> Bool) throws {
        for _ in 0..<60_000 {
            readAll()
            if isDone() { return }
            usleep(1000)
        }
        throw Fault(message: failure())
    }

    private func readAll() {
        var input = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while poll(&input, 1, 0) > 0, input.revents & Int16(POLLIN) != 0 {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return }
            shown += String(decoding: buffer[..<count], as: UTF8.self)
        }
    }
}

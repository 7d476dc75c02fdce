import Foundation
import TestSupport

/// A chromedriver that the tests started and end.
struct DriverProcess {
    let port: UInt16
    private let process: Process

    /// Starts the driver on a loopback port of its own choice, which it prints.
    ///
    /// A port chosen here could be taken by another process before the driver binds it. On a busy machine a driver was seen that named none for minutes,
    /// where the next did at once: so one that is silent is ended and another started.
    init(_ program: URL) async throws {
        for _ in 1...Self.mostStarts {
            let (process, port) = try await Self.start(program)
            if let port {
                self.port = port
                self.process = process
                return
            }
            kill(process.processIdentifier, SIGKILL)
        }
        throw WebDriverFault(error: "driver not started", message: "\(program.path) named no port, started \(Self.mostStarts) times")
    }

    private static let mostStarts = 3

    private static func start(_ program: URL) async throws -> (process: Process, port: UInt16?) {
        let scratch = try TemporaryFolder()
        let output = try scratch.write("", to: "output")
        let process = Process()
        process.executableURL = program
        process.arguments = ["--port=0"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        let port = try await eventually(within: .seconds(45)) {
            String(decoding: try Data(contentsOf: output), as: UTF8.self).firstMatch(of: /started successfully on port (\d+)/)?.1
        }
        return (process, port.flatMap { UInt16($0) })
    }

    /// Ends this process and no other: by the driver's own command, or by its id if it does not go.
    ///
    /// A child that a task started ignores SIGTERM, because the threads of tasks block signals and a child inherits that.
    func end() async throws {
        _ = try? await LoopbackExchange(port: port, longestWait: 5).send("GET", "/shutdown", Data())
        let ended = try await eventually(within: .seconds(5)) { process.isRunning ? nil : true }
        if ended == nil { kill(process.processIdentifier, SIGKILL) }
    }
}

/// Asks until there is an answer, for at most `limit`; nil if none came.
func eventually<Answer>(within limit: Duration = .seconds(90), _ ask: () async throws -> Answer?) async throws -> Answer? {
    let end = ContinuousClock.now + limit
    repeat {
        if let answer = try await ask() { return answer }
        try await Task.sleep(for: .milliseconds(20))
    } while ContinuousClock.now < end
    return nil
}

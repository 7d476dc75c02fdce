import Foundation

/// One request to a server on this machine and its answer, over HTTP/1.1 and a connection of its own.
///
/// Foundation's URLSession on Linux cannot read the driver, which writes no blank after the colon of a header line ("Failed writing header"),
/// and it would obey a proxy named in the environment.
struct LoopbackExchange: Sendable {
    let port: UInt16
    /// In seconds, without a byte from the server. Loading a page is one exchange.
    var longestWait = 60

    struct Answer: Sendable {
        let status: Int
        let body: Data
    }

    /// Waits on a thread of its own, so that tests of other suites keep theirs.
    func send(_ method: String, _ path: String, _ body: Data) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try exchange(method, path, body) }) }
        }
    }

    private func exchange(_ method: String, _ path: String, _ body: Data) throws -> Answer {
        let connection = try connected()
        let head = """
            \(method) \(path) HTTP/1.1
            Host: 127.0.0.1:\(port)
            Content-Type: application/json; charset=utf-8
            Content-Length: \(body.count)
            Connection: close


            """
        try connection.write(contentsOf: Data(head.replacing("\n", with: "\r\n").utf8) + body)
        return try answer(from: connection)
    }

    private func answer(from connection: FileHandle) throws -> Answer {
        let blankLine = Data("\r\n\r\n".utf8)
        var received = Data()
        var end: Range<Data.Index>?
        while end == nil {
            received += try next(from: connection)
            end = received.range(of: blankLine)
        }
        guard let end, case let head = String(decoding: received[..<end.lowerBound], as: UTF8.self),
            let status = head.firstMatch(of: /^HTTP\/1\.1 (\d+)/).flatMap({ Int($0.1) }),
            let length = head.firstMatch(of: /content-length: *(\d+)/.ignoresCase()).flatMap({ Int($0.1) })
        else { throw LoopbackFault(step: "understand") }
        var body = Data(received[end.upperBound...])
        while body.count < length { body += try next(from: connection) }
        return Answer(status: status, body: body)
    }

    /// What has arrived, as soon as something has; FileHandle would wait until its buffer is full.
    private func next(from connection: FileHandle) throws -> Data {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(connection.fileDescriptor, &bytes, bytes.count, 0)
        guard count > 0 else { throw LoopbackFault(step: "read from") }
        return Data(bytes.prefix(count))
    }

    private func connected() throws -> FileHandle {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw LoopbackFault(step: "open") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var wait = timeval(tv_sec: longestWait, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard result == 0 else { throw LoopbackFault(step: "connect to") }
        return handle
    }
}

/// The step that failed, with the system's error number of that moment.
struct LoopbackFault: Error, CustomStringConvertible {
    let step: String
    let number = errno

    var description: String { "could not \(step) the server: \(String(cString: strerror(number)))" }
}

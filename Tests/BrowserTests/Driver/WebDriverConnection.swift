import Foundation

/// Commands to a driver and their answers, as JSON.
///
/// Source: W3C WebDriver, section 6 (protocol): the answer's `value` is the result or, above status 399, the error.
struct WebDriverConnection: Sendable {
    enum Method: String { case get = "GET", post = "POST", delete = "DELETE" }

    private let server: LoopbackExchange

    init(port: UInt16) { server = LoopbackExchange(port: port) }

    func send<Value: Decodable>(_ method: Method, _ path: String, _ body: JSONValue = [:], as type: Value.Type = Value.self) async throws
        -> Value
    {
        let answer = try await server.send(method.rawValue, path, JSONEncoder().encode(body))
        guard answer.status < 400 else { throw try JSONDecoder().decode(Answer<WebDriverFault>.self, from: answer.body).value }
        return try JSONDecoder().decode(Answer<Value>.self, from: answer.body).value
    }

    private struct Answer<Value: Decodable>: Decodable {
        let value: Value
    }
}

/// What a driver could not do.
struct WebDriverFault: Error, Decodable, CustomStringConvertible {
    /// Such as "no such element": W3C WebDriver, section 6.6.
    let error: String
    let message: String

    var description: String { "\(error): \(message.prefix(300))" }
}

/// An answer of which only its arrival matters.
struct Done: Decodable {
    init(from decoder: any Decoder) {}
}

import Foundation

extension Browser {
    /// What went wrong since the last call: messages in the console, requests beyond the page itself, violations of its policy.
    func faults() async throws -> [String] {
        let console = try await log("browser").map { "console: \($0.message)" }
        let requests = try await log("performance").compactMap(Self.requestedAddress).filter(Self.isForeign).map { "request: \($0)" }
        let violations: [String]? = try await evaluate("return window.policyViolations?.splice(0)")
        return console + requests + (violations ?? []).map { "policy: \($0)" }
    }

    private struct LogEntry: Decodable { let message: String }

    private func log(_ type: String) async throws -> [LogEntry] {
        try await command("se/log", ["type": .text(type)])
    }

    /// The address in an entry of the performance log that tells of a request.
    ///
    /// Source: Chrome DevTools protocol, Network.requestWillBeSent; blocked requests are told, too.
    private static func requestedAddress(_ entry: LogEntry) throws -> String? {
        struct Event: Decodable {
            struct Message: Decodable { let method: String }
            let message: Message
        }
        struct Request: Decodable {
            struct Message: Decodable { let params: Parameters }
            struct Parameters: Decodable {
                let request: Address
                let type: String?
            }
            struct Address: Decodable { let url: String }
            let message: Message
        }
        let data = Data(entry.message.utf8)
        guard try JSONDecoder().decode(Event.self, from: data).message.method == "Network.requestWillBeSent" else { return nil }
        let sent = try JSONDecoder().decode(Request.self, from: data).message.params
        return sent.type == "Document" && sent.request.url.hasPrefix("file:") ? nil : sent.request.url
    }

    private static func isForeign(_ address: String) -> Bool { !address.hasPrefix("data:") && !address.hasPrefix("about:") }
}

import Foundation

/// One headless Chromium under WebDriver, with its developer tools.
struct Browser: Sendable {
    /// The browser of the suite that is running; see `BrowserScope`.
    @TaskLocal static var current: Browser?

    private let connection: WebDriverConnection
    private let session: String

    init(_ installation: BrowserInstallation, driver: DriverProcess) async throws {
        struct Session: Decodable { let sessionId: String }
        connection = WebDriverConnection(port: driver.port)
        let options: JSONValue = [
            "binary": .text(installation.chromium.path),
            // Containers rarely allow the namespaces of the sandbox and have little shared memory; the pages are our own.
            "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
                "--disable-background-networking",
            ],
        ]
        let wanted: JSONValue = [
            "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
        ]
        session = try await connection.send(.post, "/session", ["capabilities": ["alwaysMatch": wanted]], as: Session.self).sessionId
        try await devTools("Page.addScriptToEvaluateOnNewDocument", ["source": .text(Self.violationWatch)])
    }

    func end() async throws {
        let _: Done = try await connection.send(.delete, "/session/\(session)")
    }

    /// Loads `page` afresh and forgets what was logged before.
    func open(_ page: URL, in view: PageView = PageView()) async throws {
        try await load("about:blank")
        // Reduced motion, so that a jump to a section has arrived when the command returns.
        try await devTools(
            "Emulation.setEmulatedMedia",
            [
                // Empty leaves the choice to the browser; "screen" would hold for printed documents, too.
                "media": view.isPreviewOfPrint ? "print" : "",
                "features": [
                    ["name": "prefers-color-scheme", "value": .text(view.scheme.rawValue)],
                    ["name": "prefers-reduced-motion", "value": "reduce"],
                ],
            ])
        try await resize(to: view)
        try await devTools("Emulation.setScriptExecutionDisabled", ["value": .truth(!view.runsScripts)])
        _ = try await faults()
        try await load(page.absoluteString)
    }

    func resize(to view: PageView) async throws {
        try await devTools(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .integer(view.width), "height": .integer(view.height), "deviceScaleFactor": 1, "mobile": .truth(view.width < 500),
            ])
    }

    /// The value that the body of a function in the page returns; works with the page's own scripts off, too.
    func evaluate<Value: Decodable>(_ body: String, _ arguments: JSONValue..., as type: Value.Type = Value.self) async throws -> Value {
        try await command("execute/sync", ["script": .text(body), "args": .array(arguments)])
    }

    func perform(_ body: String, _ arguments: JSONValue...) async throws {
        let _: Done = try await command("execute/sync", ["script": .text(body), "args": .array(arguments)])
    }

    /// A command of the Chrome DevTools protocol.
    func devTools<Value: Decodable>(_ name: String, _ parameters: JSONValue = [:], as type: Value.Type) async throws -> Value {
        try await command("goog/cdp/execute", ["cmd": .text(name), "params": parameters])
    }

    func devTools(_ name: String, _ parameters: JSONValue = [:]) async throws {
        _ = try await devTools(name, parameters, as: Done.self)
    }

    /// A command of this session.
    func command<Value: Decodable>(_ path: String, _ body: JSONValue, as type: Value.Type = Value.self) async throws -> Value {
        try await connection.send(.post, "/session/\(session)/\(path)", body)
    }

    private func load(_ address: String) async throws {
        let _: Done = try await command("url", ["url": .text(address)])
    }

    static let violationWatch = """
        window.policyViolations = [];
        addEventListener("securitypolicyviolation", event => window.policyViolations.push(event.violatedDirective + " " + event.blockedURI));
        """
}

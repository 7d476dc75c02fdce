import Testing

/// The page in a real Chromium. One browser serves all suites, one test after the other.
@Suite(.serialized, .enabled(if: BrowserInstallation.found != nil), .browser, .timeLimit(.minutes(5)))
enum BrowserTests {
    /// Opens a page in the suite's browser.
    static func open(_ page: PageUnderTest, in view: PageView = PageView()) async throws -> Browser {
        let browser = try #require(Browser.current)
        let shelf = try #require(PageShelf.current)
        try await browser.open(try await shelf.file(of: page), in: view)
        return browser
    }

    /// Expects that a probe lists nothing; a failure shows the list.
    static func expectNone(_ probe: String, in browser: Browser, at place: SourceLocation = #_sourceLocation) async throws {
        let found = try await browser.evaluate(probe, as: [String].self)
        #expect(found == [], sourceLocation: place)
    }

    static func expectNoFaults(in browser: Browser, at place: SourceLocation = #_sourceLocation) async throws {
        let faults = try await browser.faults()
        #expect(faults == [], sourceLocation: place)
    }
}

/// Runs a suite with one browser and one folder of pages for all its tests.
struct BrowserScope: SuiteTrait, TestScoping {
    func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void) async throws
    {
        guard let installation = BrowserInstallation.found else { return try await function() }
        let driver = try await DriverProcess(installation.driver)
        do {
            let browser = try await Browser(installation, driver: driver)
            let shelf = try PageShelf()
            try await Browser.$current.withValue(browser) {
                try await PageShelf.$current.withValue(shelf) { try await function() }
            }
            try await browser.end()
        } catch {
            try await driver.end()
            throw error
        }
        try await driver.end()
    }
}

extension Trait where Self == BrowserScope {
    static var browser: Self { Self() }
}

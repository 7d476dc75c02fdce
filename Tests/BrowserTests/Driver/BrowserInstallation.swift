import Foundation

/// Where Chromium and its driver are: Debian's packages `chromium` and `chromium-driver`.
struct BrowserInstallation: Sendable {
    let chromium: URL
    let driver: URL

    /// nil where one of the two is missing, which is said once, aloud, so that nobody takes skipped tests for passed ones.
    static let found: BrowserInstallation? = {
        if let chromium = program(["chromium", "chromium-browser", "google-chrome"]), let driver = program(["chromedriver"]) {
            return BrowserInstallation(chromium: chromium, driver: driver)
        }
        print(
            """
            =====================================================================
            SKIPPED: no test looked at the page in a browser.
            They need Chromium and its driver: apt-get install chromium chromium-driver
            =====================================================================
            """)
        return nil
    }()

    /// The first of `names` that is in the search path.
    private static func program(_ names: [String]) -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        let places = names.flatMap { name in folders.map { "\($0)/\(name)" } }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(fileURLWithPath: $0) }
    }
}

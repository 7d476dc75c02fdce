import Foundation
import TestSupport

/// The pages under test, each written once, when a test first asks for it.
actor PageShelf {
    /// The shelf of the suite that is running; see `BrowserScope`.
    @TaskLocal static var current: PageShelf?

    private let folder: TemporaryFolder
    private var files: [String: URL] = [:]

    init() throws { folder = try TemporaryFolder() }

    func file(of page: PageUnderTest) throws -> URL {
        if let file = files[page.name] { return file }
        let file = try page.write(in: folder)
        files[page.name] = file
        return file
    }
}

import Foundation
import Testing

extension BrowserTests {
    /// Pictures of the report on the seeds, for people to look at: `make screenshots`.
    @Suite(.enabled(if: ScreenshotFolder.named != nil, "only where PARALLAX_SCREENSHOTS names a folder"))
    struct ScreenshotTests {
        /// CSS pixels. The answer, the findings and the matrix; the whole page would be several times as long, and the pictures are kept.
        static let tallest = 4000

        @Test(arguments: PageView.all)
        func theReportIsPictured(_ view: PageView) async throws {
            let folder = try #require(ScreenshotFolder.named)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let browser = try await open(.seeds, in: view)
            let height = try await browser.evaluate("return document.documentElement.scrollHeight", as: Int.self)
            var whole = view
            whole.height = min(height, Self.tallest)
            try await browser.resize(to: whole)
            let picture = try await browser.picture()
            #expect(picture.starts(with: Data("\u{89}PNG".unicodeScalars.map { UInt8($0.value) })))
            try picture.write(to: folder.appendingPathComponent("report-\(view.width)-\(view.scheme).png"))
        }
    }
}

enum ScreenshotFolder {
    static let named = ProcessInfo.processInfo.environment["PARALLAX_SCREENSHOTS"].map { URL(fileURLWithPath: $0) }
}

extension Browser {
    /// What is on the screen, as PNG.
    func picture() async throws -> Data {
        struct Picture: Decodable { let data: Data }
        return try await devTools("Page.captureScreenshot", ["format": "png"], as: Picture.self).data
    }
}

import Testing

/// How a page is looked at.
struct PageView: Sendable {
    enum Scheme: String, CaseIterable, Sendable { case light, dark }

    /// CSS pixels: a phone, a tablet, a desk.
    static let widths = [390, 820, 1440]

    /// Every width in both schemes.
    static let all = widths.flatMap { width in Scheme.allCases.map { PageView(width: width, scheme: $0) } }

    var width = 1440
    var height = 1000
    var scheme = Scheme.light
    /// Lays the page out with the rules for print, on the screen.
    var isPreviewOfPrint = false
    var runsScripts = true
}

extension PageView: CustomTestStringConvertible {
    var testDescription: String {
        "\(width) pixels, \(scheme)" + (isPreviewOfPrint ? ", as printed" : "") + (runsScripts ? "" : ", scripts off")
    }
}

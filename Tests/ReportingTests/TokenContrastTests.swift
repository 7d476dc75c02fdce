import Foundation
import Testing

@testable import Reporting

/// Recomputes the contrast of every pair of colours that the page puts on each other.
///
/// Source: WCAG 2.2, "relative luminance" and "contrast ratio"; success criteria 1.4.3 (text 4.5) and 1.4.11 (marks 3).
struct TokenContrastTests {
    private static let css = PageSource.style

    /// The tokens of the light theme, the system's dark theme and the chosen dark theme, in the order of the style sheet.
    private static let themes: [[String: String]] = css.components(separatedBy: "{").compactMap { block in
        let body = block.prefix { $0 != "}" }
        guard body.contains("--bg:"), body.contains("--c5s:") else { return nil }
        let pairs = body.split(separator: ";").compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            return parts.count == 2 && parts[0].hasPrefix("--") && parts[1].hasPrefix("#") ? (parts[0], parts[1]) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    private static let textPairs: [(String, String)] = {
        var pairs = [
            ("--warn", "--warns"), ("--ink", "--warns"), ("--bg", "--acc"), ("--ink", "--accs"), ("--ink2", "--accs"), ("--ink3", "--accs"),
        ]
        for text in ["--ink", "--ink2", "--ink3", "--acc"] {
            for ground in ["--bg", "--card", "--sunk"] { pairs.append((text, ground)) }
        }
        for concept in 1...5 {
            pairs.append(("--c\(concept)", "--c\(concept)s"))
            pairs.append(("--ink", "--c\(concept)s"))
        }
        return pairs
    }()

    private static let markPairs = [
        ("--ctl", "--bg"), ("--ctl", "--card"), ("--acc", "--bg"), ("--acc", "--accs"), ("--acc", "--card"), ("--warn", "--warns"),
        ("--acc", "--sunk"),
    ]

    @Test func thereAreThreeThemesAndBothDarkOnesAreEqual() {
        #expect(Self.themes.count == 3)
        #expect(Self.themes[1] == Self.themes[2])
        #expect(Set(Self.themes[0].keys) == Set(Self.themes[1].keys))
    }

    @Test(arguments: [0, 1, 2])
    func textAndMarksStandOut(_ theme: Int) throws {
        for (pairs, least) in [(Self.textPairs, 4.5), (Self.markPairs, 3.0)] {
            for (front, ground) in pairs {
                let ratio = Self.contrast(try #require(Self.themes[theme][front]), try #require(Self.themes[theme][ground]))
                #expect(ratio >= least, "\(front) on \(ground) in theme \(theme): \(ratio)")
            }
        }
    }

    private static func contrast(_ first: String, _ second: String) -> Double {
        let (a, b) = (luminance(first), luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(value >> shift & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test func styleAndScriptReachForNothingOutside() {
        let script = PageSource.script
        for forbidden in [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "localStorage", "sessionStorage", "cookie", "fetch(",
            "XMLHttpRequest", "eval(", "http:", "https:", "</script",
        ] {
            #expect(!script.contains(forbidden), "\(forbidden)")
        }
        for forbidden in ["http:", "https:", "@import", "@font-face", "</style"] { #expect(!Self.css.contains(forbidden), "\(forbidden)") }
        #expect(Self.css.components(separatedBy: "url(").dropFirst().allSatisfy { $0.hasPrefix("#") })
    }
}

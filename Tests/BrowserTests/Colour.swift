import Foundation

/// A colour in sRGB.
struct Colour: Hashable, Sendable {
    /// 0 to 255.
    let red, green, blue: Double
    /// 0 (clear) to 1.
    let opacity: Double

    /// Reads `#rgb`, `#rrggbb`, `rgb(r, g, b)` and `rgba(r, g, b, a)`, as style sheets hold them and browsers compute them.
    init(css: String) throws {
        let text = css.trimmingCharacters(in: .whitespaces).lowercased()
        let parts = text.hasPrefix("#") ? Self.hexadecimal(text.dropFirst()) : Self.decimal(text)
        guard let parts else { throw NotAColour(text: css) }
        (red, green, blue, opacity) = (parts[0], parts[1], parts[2], parts.count > 3 ? parts[3] : 1)
    }

    /// Relative luminance, 0 (black) to 1 (white): WCAG 2.2, definition of that name.
    var luminance: Double {
        let linear = [red, green, blue].map { part in
            let share = part / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// 1 (none) to 21: WCAG 2.2, definition of contrast ratio.
    func contrast(to other: Colour) -> Double {
        let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    private static func hexadecimal(_ digits: Substring) -> [Double]? {
        let six = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
        guard six.count == 6, let number = UInt32(six, radix: 16) else { return nil }
        return [number >> 16, number >> 8 & 255, number & 255].map(Double.init)
    }

    private static func decimal(_ text: String) -> [Double]? {
        guard let match = text.wholeMatch(of: /rgba?\(([^)]*)\)/) else { return nil }
        let parts = match.1.split { ", /".contains($0) }.compactMap { Double($0) }
        return (3...4).contains(parts.count) ? parts : nil
    }
}

struct NotAColour: Error { let text: String }

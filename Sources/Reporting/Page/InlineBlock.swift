import Foundation

/// A style sheet or script as it stands in the page: without the indentation and comment lines that are for its authors.
///
/// A page is mailed and kept, so that what says nothing to a browser is left out. Line ends stay, and a reviewer can read it.
enum InlineBlock {
    static func style(_ bytes: [UInt8]) -> [UInt8] {
        let lines = Self.lines(of: bytes).filter { !($0.hasPrefix("/*") && $0.hasSuffix("*/")) }
        let replaced = [(" { ", "{"), (" }", "}"), ("; ", ";")].reduce(lines.joined(separator: "\n")) { text, pair in
            text.replacingOccurrences(of: pair.0, with: pair.1)
        }
        return Array(replaced.utf8)
    }

    static func script(_ bytes: [UInt8]) -> [UInt8] {
        Array(Self.lines(of: bytes).filter { !$0.hasPrefix("//") }.joined(separator: "\n").utf8)
    }

    /// Lines with words, without the blanks around them.
    private static func lines(of bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

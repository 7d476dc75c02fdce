import Foundation

/// Paths as they may be printed in a report: never the folders of the machine it was made on.
enum RelativePath {
    /// A relative path as given; of one outside the working folder only the last name.
    static func shown(_ path: String) -> String {
        if path == "-" { return path }
        let isInside = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
        return isInside ? path : URL(fileURLWithPath: path).lastPathComponent
    }

    static func quotedForShell(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "-_./=".unicodeScalars.contains($0))
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}

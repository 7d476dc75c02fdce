import Articles
import Foundation

/// SHA-256 for the record of a run and for the page's content security policy.
enum Digest {
    /// Lower-case hexadecimal.
    static func hexadecimal(of bytes: [UInt8]) -> String {
        do {
            return try SHA256.hexadecimal(of: bytes)
        } catch {
            // Libcrypto has no memory left for a context of some hundred bytes: nothing else would work either.
            Console.error("parallax: SHA-256 could not be computed; free some memory and run again")
            exit(Ending.notDone.rawValue)
        }
    }

    /// Padded base64.
    static func base64(of bytes: [UInt8]) -> String {
        let digits = Array(hexadecimal(of: bytes))
        let digest = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        return Data(digest).base64EncodedString()
    }
}

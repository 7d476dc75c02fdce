import CCrypto

/// SHA-256 (FIPS 180-4) of what was read, through the system's libcrypto.
package enum SHA256 {
    /// The digest as 64 hexadecimal digits in lower case.
    ///
    /// - Throws: `DigestError` where libcrypto cannot compute it: out of memory, or built without SHA-256.
    package static func hexadecimal(of bytes: [UInt8]) throws(DigestError) -> String {
        try hexadecimal(of: bytes[...])
    }

    /// As above, for a part of a larger text.
    package static func hexadecimal(of bytes: ArraySlice<UInt8>) throws(DigestError) -> String {
        try hexadecimal(of: bytes.span)
    }

    /// As above, for bytes wherever they are.
    static func hexadecimal(of bytes: Span<UInt8>) throws(DigestError) -> String {
        var digest = try Digest()
        guard digest.add(bytes) else { throw DigestError() }
        return try digest.hexadecimal()
    }
}

/// Libcrypto could not compute a digest.
package struct DigestError: Error {}

extension SHA256 {
    /// A digest of bytes that come part by part (OpenSSL manual, SHA256_Init).
    struct Digest: ~Copyable {
        private var context = SHA256_CTX()

        init() throws(DigestError) {
            guard unsafe SHA256_Init(&context) == 1 else { throw DigestError() }
        }

        /// False where libcrypto cannot.
        mutating func add(_ bytes: Span<UInt8>) -> Bool {
            unsafe bytes.withUnsafeBytes { unsafe SHA256_Update(&context, $0.baseAddress, $0.count) == 1 }
        }

        /// Of all that was added.
        consuming func hexadecimal() throws(DigestError) -> String {
            var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
            guard unsafe SHA256_Final(&digest, &context) == 1 else { throw DigestError() }
            var digits: [UInt8] = []
            digits.reserveCapacity(2 * digest.count)
            for byte in digest {
                digits.append(Self.digit(byte >> 4))
                digits.append(Self.digit(byte & 15))
            }
            return String(decoding: digits, as: UTF8.self)
        }

        private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
    }
}

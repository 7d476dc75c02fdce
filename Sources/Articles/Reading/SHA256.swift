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
        let digest = try Digest()
        guard digest.add(bytes) else { throw DigestError() }
        return try digest.hexadecimal()
    }
}

/// Libcrypto could not compute a digest.
package struct DigestError: Error {}

extension SHA256 {
    /// A digest of bytes that come part by part; owns one EVP digest context (OpenSSL manual, EVP_DigestInit) and frees it.
    @safe struct Digest: ~Copyable {
        private let context: OpaquePointer

        init() throws(DigestError) {
            guard let context = unsafe EVP_MD_CTX_new() else { throw DigestError() }
            guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
                unsafe EVP_MD_CTX_free(context)
                throw DigestError()
            }
            unsafe self.context = unsafe context
        }

        deinit { unsafe EVP_MD_CTX_free(context) }

        /// False where libcrypto cannot.
        func add(_ bytes: Span<UInt8>) -> Bool {
            unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 }
        }

        /// Of all that was added, once.
        func hexadecimal() throws(DigestError) -> String {
            var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
            var count: UInt32 = 0
            guard unsafe EVP_DigestFinal_ex(context, &digest, &count) == 1 else { throw DigestError() }
            var digits: [UInt8] = []
            digits.reserveCapacity(2 * Int(count))
            for byte in digest.prefix(Int(count)) {
                digits.append(Self.digit(byte >> 4))
                digits.append(Self.digit(byte & 15))
            }
            return String(decoding: digits, as: UTF8.self)
        }

        private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
    }
}

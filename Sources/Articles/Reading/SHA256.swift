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
        let context = try DigestContext()
        return try context.digest(of: bytes)
    }
}

/// Libcrypto could not compute a digest.
package struct DigestError: Error {}

/// Owns one EVP digest context (OpenSSL manual, EVP_DigestInit) and frees it.
@safe private struct DigestContext: ~Copyable {
    private let context: OpaquePointer

    init() throws(DigestError) {
        guard let context = unsafe EVP_MD_CTX_new() else { throw DigestError() }
        unsafe self.context = unsafe context
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    func digest(of bytes: Span<UInt8>) throws(DigestError) -> String {
        let isRead = unsafe bytes.withUnsafeBytes { buffer in
            unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 && EVP_DigestUpdate(context, buffer.baseAddress, buffer.count) == 1
        }
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard isRead, unsafe EVP_DigestFinal_ex(context, &digest, &count) == 1 else { throw DigestError() }
        let digits = Array("0123456789abcdef".utf8)
        let hexadecimal = digest.prefix(Int(count)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hexadecimal, as: UTF8.self)
    }
}

package import Words

/// The folded words of a passage, each as a 24-bit hash: enough to find equal runs of words after the text is gone.
///
/// Two runs of 25 words that differ have one signature with a chance below 2^-24 for each differing word.
package struct WordSignature: Hashable, Sendable {
    /// One value below 2^24 for each word, in order: a part of a list that other passages of the article may share.
    package let words: ArraySlice<UInt32>

    package init(words: [UInt32]) { self.words = words[...] }

    package init(words: ArraySlice<UInt32>) { self.words = words }

    package var count: Int { words.count }

    /// The highest 24 bits of the scan's hash of the folded word.
    package static func hash(ofFolded word: String) -> UInt32 { hash(TextWords.hash(of: Array(word.utf8)).hash) }

    /// The values of words by the scan's hashes.
    package static func words(of hashes: [UInt64]) -> [UInt32] {
        unsafe [UInt32](unsafeUninitializedCapacity: hashes.count) { words, count in
            for place in hashes.indices { unsafe words.initializeElement(at: place, to: hash(hashes[place])) }
            count = hashes.count
        }
    }

    /// From the scan's hash.
    @inlinable package static func hash(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> 40) }
}

extension WordSignature: Codable {
    /// Of base64url, by value.
    package static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Four base64url digits a word, most significant first.
    package func encode(to encoder: any Encoder) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.count * 4)
        for word in words {
            for shift in [18, 12, 6, 0] as [UInt32] { bytes.append(Self.digits[Int(word >> shift & 63)]) }
        }
        var container = encoder.singleValueContainer()
        try container.encode(String(decoding: bytes, as: UTF8.self))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = Array(try container.decode(String.self).utf8)
        var values = [UInt32](repeating: 64, count: 256)
        for (value, digit) in Self.digits.enumerated() { values[Int(digit)] = UInt32(value) }
        guard text.count.isMultiple(of: 4), text.allSatisfy({ values[Int($0)] < 64 }) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a signature is four base64url digits a word")
        }
        self.init(
            words: stride(from: 0, to: text.count, by: 4).map { start in
                (0..<4).reduce(0) { $0 << 6 | values[Int(text[start + $1])] }
            })
    }
}

extension WordSignature {
    /// The signature of the words of `span`, folded by the rules of `language`.
    package init(bytes: [UInt8], span: ByteSpan, language: String? = nil) {
        let spans = WordSegmenter.words(in: bytes, span: span)
        self.init(words: spans.map { Self.hash(ofFolded: CaseFolding.folded(bytes[$0.range], language: language)) })
    }
}

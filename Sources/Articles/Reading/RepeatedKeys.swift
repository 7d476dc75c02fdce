import Foundation

/// The keys that an object in JSON has more than once, of which a parser keeps the last in silence (RFC 8259, section 4).
enum RepeatedKeys {
    /// Each once, in the order in which they come again; keys of objects inside it are left out.
    ///
    /// - Parameter record: a well-formed object.
    /// - Complexity: O(`record.count`).
    static func of(_ record: Span<UInt8>) -> [String] {
        var nesting = JSONRecords.Nesting()
        var seen: Set<String> = []
        var repeated: [String] = []
        var string: Range<Int>?
        var start: Int?
        for offset in record.indices {
            let byte = record[offset]
            nesting.take(byte)
            if let opened = start {
                guard !nesting.isInString else { continue }
                string = opened..<offset + 1
                start = nil
            } else if nesting.isInString {
                start = offset
            } else if byte == UInt8(ascii: ":"), nesting.depth == 1, let found = string {
                let key = key(record.extracting(found))
                if !seen.insert(key).inserted, !repeated.contains(key) { repeated.append(key) }
            }
        }
        return repeated
    }

    private static func key(_ string: Span<UInt8>) -> String {
        let data = unsafe string.withUnsafeBufferPointer { unsafe Data($0) }
        let value = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        return value as? String ?? String(decoding: data, as: UTF8.self)
    }
}

import Foundation

/// The bytes of an input: a file, mapped and not read whole, or what is held anyway. Any number of threads may look at them.
enum InputBytes: Sendable {
    case held([UInt8])
    case mapped(MappedFile)

    /// Bytes of a file that are looked at before their memory is given back.
    static let windowLength = 32 << 20

    /// Maps the file at `path`; one that cannot be mapped is read whole.
    ///
    /// - Throws: where it cannot be read.
    init(mapping path: String) throws {
        if let file = MappedFile(path: path) {
            self = .mapped(file)
        } else {
            self = .held(Array(try Data(contentsOf: URL(filePath: path))))
        }
    }

    var count: Int {
        switch self {
        case .held(let bytes): bytes.count
        case .mapped(let file): file.count
        }
    }

    /// All bytes in an array of their own.
    var array: [UInt8] {
        switch self {
        case .held(let bytes): bytes
        case .mapped(let file): file.withSpan { bytes in unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) } }
        }
    }

    /// Of all bytes, as 64 hexadecimal digits.
    func sha256(window length: Int = windowLength) throws(DigestError) -> String {
        var digest = try SHA256.Digest()
        var offset = 0
        while offset < count {
            let window = offset..<min(offset + length, count)
            guard withSpan({ digest.add($0.extracting(window)) }) else { throw DigestError() }
            release(window)
            offset = window.upperBound
        }
        return try digest.hexadecimal()
    }

    /// Whether the bytes from `start` on are UTF-8 without U+0000.
    func isSound(from start: Int, window length: Int = windowLength) -> Bool {
        var offset = start
        while offset < count {
            let end = endOfWindow(offset, length)
            guard withSpan({ ByteScan.isSound($0.extracting(offset..<end)) }) else { return false }
            release(offset..<end)
            offset = end
        }
        return true
    }

    /// Before a character, where the bytes are well-formed.
    private func endOfWindow(_ offset: Int, _ length: Int) -> Int {
        let end = offset + length
        guard end < count else { return count }
        return withSpan { bytes in (0..<4).lazy.map { end - $0 }.first { bytes[$0] & 0xC0 != 0x80 } ?? end }
    }

    /// Gives the memory of bytes of a file back that were looked at; they can be looked at again.
    func release(_ place: Range<Int>) {
        if case .mapped(let file) = self { file.release(place) }
    }

    func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        switch self {
        case .held(let bytes): body(bytes.span)
        case .mapped(let file): file.withSpan(body)
        }
    }
}

/// An input as UTF-8 that is still to be repaired where it is used, so that a faulty file need not be held whole either.
struct InputText: Sendable {
    private let bytes: InputBytes
    /// Bytes of the byte order mark.
    private let start: Int
    /// Whether ill-formed sequences or U+0000 stand somewhere.
    let needsRepair: Bool

    init(_ bytes: InputBytes, start: Int, needsRepair: Bool) {
        self.bytes = bytes
        self.start = start
        self.needsRepair = needsRepair
    }

    /// The text as it stands in the input, which may need repair; no repair moves a line end or a mark of JSON.
    func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        bytes.withSpan { body($0.extracting(start...)) }
    }

    /// Gives the memory of a part back that was looked at.
    func release(_ place: Range<Int>) { bytes.release(place.lowerBound + start..<place.upperBound + start) }

    /// The whole text, valid UTF-8.
    var repaired: [UInt8] {
        if case .held(let bytes) = bytes, start == 0, !needsRepair { return bytes }
        return withSpan { text in
            needsRepair ? UTF8Repair(text).text : unsafe text.withUnsafeBufferPointer { unsafe Array($0) }
        }
    }
}

import Foundation

/// The bytes of an input: a file, mapped and not read whole, or what is held anyway. Any number of threads may look at them.
enum InputBytes: Sendable {
    case held([UInt8])
    case mapped(Data)

    /// Maps the file at `path`.
    ///
    /// - Throws: where it cannot be opened or mapped.
    init(mapping path: String) throws {
        self = .mapped(try Data(contentsOf: URL(filePath: path), options: .alwaysMapped))
    }

    var count: Int {
        switch self {
        case .held(let bytes): bytes.count
        case .mapped(let data): data.count
        }
    }

    /// All bytes in an array of their own.
    var array: [UInt8] {
        switch self {
        case .held(let bytes): bytes
        case .mapped(let data): Array(data)
        }
    }

    /// Of all bytes, as 64 hexadecimal digits.
    func sha256() throws(DigestError) -> String {
        switch self {
        case .held(let bytes): try SHA256.hexadecimal(of: bytes.span)
        case .mapped(let data): try SHA256.hexadecimal(of: data.span)
        }
    }

    func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        switch self {
        case .held(let bytes): body(bytes.span)
        case .mapped(let data): body(data.span)
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

    /// The whole text, valid UTF-8.
    var repaired: [UInt8] {
        if case .held(let bytes) = bytes, start == 0, !needsRepair { return bytes }
        return withSpan { text in
            needsRepair ? UTF8Repair(text).text : unsafe text.withUnsafeBufferPointer { unsafe Array($0) }
        }
    }
}

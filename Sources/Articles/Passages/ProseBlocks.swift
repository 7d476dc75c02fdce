import CVectors
import Words

/// What each byte of a text is to the test for prose, as bit masks over blocks of 64 bytes.
struct ProseBlocks: Sendable {
    /// Block i stands for the bytes from 64 × i on.
    private(set) var blocks: [cv_prose_block] = []

    init() {}

    init(_ bytes: [UInt8], path: InstructionPath = .best) { read(bytes, path: path) }

    /// Takes the place of the text before, in its memory.
    ///
    /// - Complexity: O(`bytes`), some 20 GB/s with AVX2.
    mutating func read(_ bytes: [UInt8], path: InstructionPath = .best) {
        let count = (bytes.count + 63) / 64
        blocks.removeAll(keepingCapacity: true)
        blocks.append(addingCapacity: count) { output in
            unsafe output.withUnsafeMutableBufferPointer { blocks, initialized in
                if let vector = path.vector {
                    unsafe bytes.withUnsafeBufferPointer { unsafe cv_prose_marks(vector, $0.baseAddress, $0.count, blocks.baseAddress) }
                } else {
                    for number in 0..<count { unsafe blocks[number] = Self.block(of: bytes, from: number * 64) }
                }
                initialized = count
            }
        }
    }

    private static func block(of bytes: [UInt8], from start: Int) -> cv_prose_block {
        var block = cv_prose_block()
        for offset in start..<min(start + 64, bytes.count) {
            let bit: UInt64 = 1 << UInt64(offset - start)
            if bytes[offset] == 0x20 { block.blank |= bit }
            if isTelling(bytes[offset]) { block.telling |= bit }
        }
        return block
    }

    private static func isTelling(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: "["): true
        default: false
        }
    }
}

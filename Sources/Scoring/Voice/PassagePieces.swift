import Words

/// Cuts a passage of uncommon length into pieces that are read one after the other, so that memory stays small and time per byte the same.
///
/// No paragraph of news prose comes near the limit; a quotation over a border is treated as one whose mark has no partner.
enum PassagePieces {
    static let longest = 1 << 17
    private static let farthestBack = 1 << 12

    /// The pieces, in order: the passage itself unless it is longer than `longest` bytes.
    static func pieces(of span: ByteSpan, in bytes: TextBytes) -> [ByteSpan] {
        guard span.count > longest else { return [span] }
        var pieces: [ByteSpan] = []
        var start = span.start
        while span.end - start > longest {
            let end = border(before: start + longest, in: bytes)
            pieces.append(ByteSpan(start, end))
            start = end
        }
        pieces.append(ByteSpan(start, span.end))
        return pieces
    }

    /// The last blank behind a full stop before `limit`, else the last blank, else a character's border.
    private static func border(before limit: Int, in bytes: TextBytes) -> Int {
        var blank: Int?
        var place = limit
        while place > limit - farthestBack {
            if bytes[place] == 0x20 {
                if bytes[place - 1] == 0x2E { return place }
                if blank == nil { blank = place }
            }
            place -= 1
        }
        if let blank { return blank }
        place = limit
        while place > limit - 4, bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }
}

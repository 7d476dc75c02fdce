/// Names cut for narrow places and turned into ids.
enum Names {
    /// What stands behind the name of an outlet whose articles were read in other words.
    private static let retold = " (retold)"

    /// At most `limit` characters, the last an ellipsis where something was cut; "(retold)" is kept beyond them.
    static func short(_ name: String, limit: Int = 18) -> String {
        let suffix = name.hasSuffix(retold) ? retold : ""
        let base = name.dropLast(suffix.count)
        guard base.count > limit else { return name }
        let kept = base.prefix(limit - 1)
        return String(kept).withoutTrailingBlanks + "…" + suffix
    }

    /// Whether a part of the text runs from right to left and could turn what stands beside it.
    ///
    /// Source: Unicode Standard Annex 9, table 4 (R and AL), by the blocks that hold them.
    static func runsRightToLeft(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }

    /// Ids of `[a-z0-9-]` for the names, in order and all different.
    ///
    /// Single hyphens only, so that two joined with "--" cannot be mistaken for another pair.
    static func slugs(_ names: [String], limit: Int = 28) -> [String] {
        var taken: Set<String> = []
        var nextNumber: [String: Int] = [:]
        return names.map { name in
            let base = slug(name, limit: limit)
            var candidate = base
            while !taken.insert(candidate).inserted {
                nextNumber[base, default: 1] += 1
                candidate = "\(base)-\(nextNumber[base, default: 2])"
            }
            return candidate
        }
    }

    private static func slug(_ name: String, limit: Int) -> String {
        var slug = ""
        for byte in name.lowercased().utf8.prefix(200) {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: slug.unicodeScalars.append(Unicode.Scalar(byte))
            default: if !slug.isEmpty, slug.last != "-" { slug += "-" }
            }
            if slug.utf8.count >= limit { break }
        }
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? "x" : slug
    }
}

extension String {
    /// The text without the blanks it ends in.
    var withoutTrailingBlanks: String { lastIndex { !$0.isWhitespace }.map { String(self[...$0]) } ?? "" }
}

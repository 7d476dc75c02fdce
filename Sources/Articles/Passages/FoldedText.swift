import Words

/// A passage's text in the form in which stock phrases and neighbours are held against it: UTF-8 in lower case, curly apostrophes straight, each run of
/// blanks one space, none at either end.
struct FoldedText: Equatable {
    let bytes: [UInt8]

    static let empty = FoldedText(bytes: [])

    /// - Complexity: O(`span.count`).
    init(_ text: [UInt8], span: ByteSpan) {
        bytes = Self.foldedPlain(text.span.extracting(span.range)) ?? Self.folded(String(decoding: text[span.range], as: UTF8.self))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    var isEmpty: Bool { bytes.isEmpty }

    func hasPrefix(_ phrase: [UInt8]) -> Bool { bytes.starts(with: phrase) }
    func hasPrefix(_ phrase: String) -> Bool { bytes.starts(with: phrase.utf8) }
    func hasSuffix(_ phrase: String) -> Bool { bytes.suffix(phrase.utf8.count).elementsEqual(phrase.utf8) }
    func contains(_ phrase: [UInt8]) -> Bool { Self.contains(bytes[...], phrase) }
    func contains(_ byte: UInt8) -> Bool { bytes.contains(byte) }

    static func contains(_ bytes: ArraySlice<UInt8>, _ phrase: [UInt8]) -> Bool {
        guard let first = phrase.first, bytes.count >= phrase.count else { return phrase.isEmpty }
        for start in bytes.startIndex...(bytes.endIndex - phrase.count) where bytes[start] == first {
            if bytes[start...].starts(with: phrase) { return true }
        }
        return false
    }

    /// Without blanks at either end.
    static func trimmingBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        // Folding made every blank a space.
        bytes.drop { $0 == 0x20 }.trimmingSuffix { $0 == 0x20 }
    }

    /// Without blanks, stops, brackets and arrows at either end.
    var withoutMarks: ArraySlice<UInt8> {
        func isMark(_ character: FoldedCharacter) -> Bool { !(character.isLetter || character.isNumber || character.value == 0xA9) }
        let whole = bytes[...]
        var (first, last) = (0, bytes.count)
        while first < last {
            let character = FoldedCharacters.character(in: whole, at: first)
            guard isMark(character) else { break }
            first = character.end
        }
        while first < last {
            let character = FoldedCharacters.character(in: whole, before: last)
            guard isMark(character) else { break }
            last = character.start
        }
        return bytes[first..<last]
    }

    /// Where the last pieces between spaces begin, at most `count`, the first of them first.
    func lastPieces(_ count: Int) -> [Int] {
        var starts: [Int] = []
        var offset = bytes.count
        while offset > 0, starts.count < count {
            offset -= 1
            if offset == 0 || bytes[offset - 1] == 0x20 { starts.append(offset) }
        }
        return starts.reversed()
    }

    /// Runs of letters, numbers, stops and hyphens, the first `limit` of them.
    func words(atMost limit: Int) -> [ArraySlice<UInt8>] {
        runs(atMost: limit) { $0.isLetter || $0.isNumber || $0.value == 0x2E || $0.value == 0x2D }
    }

    /// Runs of letters.
    var letterRuns: [ArraySlice<UInt8>] { runs(atMost: .max, \.isLetter) }

    private func runs(atMost limit: Int, _ isInside: (FoldedCharacter) -> Bool) -> [ArraySlice<UInt8>] {
        var runs: [ArraySlice<UInt8>] = []
        var start: Int?
        for character in characters {
            if isInside(character) {
                start = start ?? character.start
            } else if let first = start {
                runs.append(bytes[first..<character.start])
                if runs.count == limit { return runs }
                start = nil
            }
        }
        if let first = start { runs.append(bytes[first...]) }
        return runs
    }

    /// The characters, in order.
    var characters: FoldedCharacters { FoldedCharacters(bytes: bytes[...]) }

    /// Nil where a character needs more than its two or three bytes to fold.
    private static func foldedPlain(_ text: Span<UInt8>) -> [UInt8]? {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            offset += 1
            if byte == 0x20 || byte &- 9 < 5 {
                appendBlank(to: &folded)
            } else if byte < 0x80 {
                folded.append(byte &- 65 < 26 ? byte | 0x20 : byte)
            } else {
                guard let length = appendPlain(byte, before: text.extracting(offset...), to: &folded) else { return nil }
                offset += length
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
        return folded
    }

    private static func appendBlank(to folded: inout [UInt8]) {
        if let last = folded.last, last != 0x20 { folded.append(0x20) }
    }

    /// Appends the character that begins with `first` where it is one of Latin-1 or Cyrillic or a mark or sign that prose has, and gives the number of its
    /// further bytes; nil for all others.
    private static func appendPlain(_ first: UInt8, before rest: Span<UInt8>, to folded: inout [UInt8]) -> Int? {
        guard let second = rest.isEmpty ? nil : rest[0] else { return nil }
        if first == 0xC2, second == 0xA0 {
            appendBlank(to: &folded)
            return 1
        }
        switch first {
        case 0xC2 where second > 0xA0: append(first, second, to: &folded)
        case 0xC3: append(first, second < 0x9F && second != 0x97 ? second | 0x20 : second, to: &folded)
        case 0xD0, 0xD1:
            guard let (first, second) = foldedCyrillic(first, second) else { return nil }
            append(first, second, to: &folded)
        case 0xE2: return appendMark(second, rest, to: &folded)
        default: return nil
        }
        return 1
    }

    private static func append(_ first: UInt8, _ second: UInt8, to folded: inout [UInt8]) {
        folded.append(first)
        folded.append(second)
    }

    /// U+0400 to U+045F: the capitals stand 80 and 32 before their small letters (chart of Cyrillic).
    private static func foldedCyrillic(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
        if first == 0xD1 { return second < 0xA0 ? (first, second) : nil }
        switch second {
        case 0x80..<0x90: return (0xD1, second + 0x10)
        case 0x90..<0xA0: return (0xD0, second + 0x20)
        case 0xA0..<0xB0: return (0xD1, second - 0x20)
        default: return (first, second)
        }
    }

    /// U+2010 to U+2027, U+2030 to U+203F, U+20A0 to U+20BF.
    private static func appendMark(_ second: UInt8, _ rest: Span<UInt8>, to folded: inout [UInt8]) -> Int? {
        guard rest.count > 1 else { return nil }
        let third = rest[1]
        guard second == 0x80 ? (0x90..<0xA8).contains(third) || third >= 0xB0 : second == 0x82 && third >= 0xA0 else { return nil }
        if second == 0x80, third & 0xFE == 0x98 {
            folded.append(UInt8(ascii: "'"))
        } else {
            append(0xE2, second, to: &folded)
            folded.append(third)
        }
        return 2
    }

    private static func folded(_ text: String) -> [UInt8] {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.unicodeScalars.flatMap {
            $0 == "\u{2019}" || $0 == "\u{2018}" ? [UInt8(ascii: "'")] : Array(UTF8.encode($0) ?? .init())
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func trimmingSuffix(_ isOuter: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        guard let last = lastIndex(where: { !isOuter($0) }) else { return [] }
        return self[startIndex...last]
    }
}

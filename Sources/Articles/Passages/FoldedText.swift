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
        var isPlain = true
        let folded = unsafe [UInt8](unsafeUninitializedCapacity: text.count) { target, count in
            var folding = unsafe PlainFolding(into: target)
            isPlain = folding.fold(text)
            count = isPlain ? folding.count : 0
        }
        return isPlain ? folded : nil
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

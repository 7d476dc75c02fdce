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
        var ends: (first: Int, last: Int)?
        for character in characters where character.isLetter || character.isNumber || character.value == 0xA9 {
            ends = (ends?.first ?? character.start, character.end)
        }
        return ends.map { bytes[$0.first..<$0.last] } ?? []
    }

    /// What stands between spaces.
    var pieces: [ArraySlice<UInt8>] { bytes.split(separator: 0x20) }

    /// Runs of letters, numbers, stops and hyphens.
    var words: [ArraySlice<UInt8>] { runs { $0.isLetter || $0.isNumber || $0.value == 0x2E || $0.value == 0x2D } }

    /// Runs of letters.
    var letterRuns: [ArraySlice<UInt8>] { runs(\.isLetter) }

    private func runs(_ isInside: (FoldedCharacter) -> Bool) -> [ArraySlice<UInt8>] {
        var runs: [ArraySlice<UInt8>] = []
        var start: Int?
        for character in characters {
            if isInside(character) {
                start = start ?? character.start
            } else if let first = start {
                runs.append(bytes[first..<character.start])
                start = nil
            }
        }
        if let first = start { runs.append(bytes[first...]) }
        return runs
    }

    /// The characters, in order.
    var characters: FoldedCharacters { FoldedCharacters(bytes: bytes[...]) }

    /// Nil where a character needs more than a table of Latin-1 to fold.
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

    /// Appends the no-break space, a letter of Latin-1, or a dash or curly mark (U+2010 to U+201F) that begins with `first`, and gives the number of its
    /// further bytes; nil for all others.
    private static func appendPlain(_ first: UInt8, before rest: Span<UInt8>, to folded: inout [UInt8]) -> Int? {
        guard let second = rest.isEmpty ? nil : rest[0] else { return nil }
        if first == 0xC2, second == 0xA0 {
            appendBlank(to: &folded)
            return 1
        }
        if first == 0xC3 {
            folded += [first, second < 0x9F && second != 0x97 ? second | 0x20 : second]
            return 1
        }
        guard first == 0xE2, second == 0x80, rest.count > 1, rest[1] &- 0x90 < 16 else { return nil }
        folded += rest[1] & 0xFE == 0x98 ? [UInt8(ascii: "'")] : [first, second, rest[1]]
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

import Words

/// Reads what the marks of a passage are and what stands beside each from the bytes around it, as the token scanner would cut them.
struct PlacedMarkReader {
    let bytes: TextBytes
    let span: ByteSpan
    private let joining: JoiningMarks

    /// The first six bytes of a word tell whether it is elided.
    private static let mostOfElided = 6

    init(_ bytes: TextBytes, span: ByteSpan) {
        precondition(span.end <= bytes.count, "a passage lies inside its text")
        self.bytes = bytes
        self.span = span
        joining = JoiningMarks(bytes: bytes, start: span.start, end: span.end)
    }

    /// The mark that begins at `place`, what stands beside it included; nil where none does, as with an apostrophe between letters.
    func mark(at place: Int) -> PlacedMark? {
        guard let (mark, byteCount) = glyph(at: place) else { return nil }
        var placed = PlacedMark(mark, start: place, end: place + byteCount)
        placed.before = before(place)
        placed.after = after(placed.end)
        guard placed.isSingle else { return placed }
        placed.isPluralPossessive =
            placed.before == .word && placed.after == .blank && bytes[place - 1] | 0x20 == 0x73
            && beginsWord(at: firstInk(from: placed.end))
        placed.isElision = (placed.after == .word || placed.after == .digit) && isElided(at: placed.end)
        return placed
    }

    /// The first character at or behind `place` that is no blank; the passage's end where there is none.
    func firstInk(from place: Int) -> Int {
        var place = place
        while place < span.end {
            switch ByteClass.of(bytes[place]) {
            case .blank: place += 1
            case .high:
                let scalar = DecodedScalar(in: bytes, at: place, end: span.end)
                guard ByteClass.isBlankScalar(scalar.codePoint) else { return place }
                place += scalar.byteCount
            case .letter, .digit, .other: return place
            }
        }
        return span.end
    }

    /// Where the last character before `place` ends that is no blank; not before `start`.
    func lastInk(before place: Int, from start: Int) -> Int {
        var place = place
        while place > start {
            switch ByteClass.of(bytes[place - 1]) {
            case .blank: place -= 1
            case .high:
                guard let scalar = DecodedScalar(in: bytes, before: place, start: start), ByteClass.isBlankScalar(scalar.codePoint) else {
                    return place
                }
                place -= scalar.byteCount
            case .letter, .digit, .other: return place
            }
        }
        return start
    }

    private func glyph(at place: Int) -> (QuotationMark, byteCount: Int)? {
        switch bytes[place] {
        case 0x22: (.straightDouble, 1)
        case 0x27:
            byte(place + 1) == 0x27 ? (.twoSingles, 2) : joinsLetters(place, byteCount: 1) ? nil : (.straightSingle, 1)
        case 0x60: byte(place + 1) == 0x60 ? (.backquotes, 2) : (.leftSingle, 1)
        case 0xC2: byte(place + 1) == 0xAB ? (.leftGuillemet, 2) : byte(place + 1) == 0xBB ? (.rightGuillemet, 2) : nil
        case 0xE2: byte(place + 1) == 0x80 ? generalGlyph(at: place) : nil
        case 0xE3: byte(place + 1) == 0x80 ? cornerGlyph(byte(place + 2)) : nil
        case 0xEF: byte(place + 1) == 0xBC && byte(place + 2) == 0x82 ? (.straightDouble, 3) : nil
        default: nil
        }
    }

    /// A character from U+2000 to U+203F.
    private func generalGlyph(at place: Int) -> (QuotationMark, byteCount: Int)? {
        switch byte(place + 2) {
        case 0x98, 0x9B: isGeneral(0x98, at: place + 3) ? (.backquotes, 6) : (.leftSingle, 3)
        case 0x99: isGeneral(0x99, at: place + 3) ? (.twoSingles, 6) : joinsLetters(place, byteCount: 3) ? nil : (.rightSingle, 3)
        case 0x9A: (.lowSingle, 3)
        case 0x9C: (.leftDouble, 3)
        case 0x9D, 0x9F: (.rightDouble, 3)
        case 0x9E: (.lowDouble, 3)
        case 0xB9: (.leftAngle, 3)
        case 0xBA: (.rightAngle, 3)
        default: nil
        }
    }

    private func cornerGlyph(_ third: UInt8) -> (QuotationMark, byteCount: Int)? {
        switch third {
        case 0x8C, 0x8E, 0x9D: (.leftCorner, 3)
        case 0x8D, 0x8F, 0x9E: (.rightCorner, 3)
        default: nil
        }
    }

    private func joinsLetters(_ place: Int, byteCount: Int) -> Bool {
        joining.isLetter(before: place) && joining.isLetter(at: place + byteCount)
    }

    private func isGeneral(_ third: UInt8, at place: Int) -> Bool {
        byte(place) == 0xE2 && byte(place + 1) == 0x80 && byte(place + 2) == third
    }

    private func before(_ place: Int) -> PlacedMark.Neighbour {
        guard place > span.start else { return .none }
        switch ByteClass.of(bytes[place - 1]) {
        case .blank: return .blank
        case .letter: return .word
        case .digit: return .digit
        case .high: return DecodedScalar(in: bytes, before: place, start: span.start).map { beyondASCII($0) ?? .other } ?? .none
        case .other: return before(place, punctuation: bytes[place - 1])
        }
    }

    private func before(_ place: Int, punctuation: UInt8) -> PlacedMark.Neighbour {
        switch punctuation {
        case 0x28, 0x5B, 0x7B: .opening
        case 0x2D: place - 2 >= span.start && bytes[place - 2] == 0x2D ? .dash : .other
        default: either(punctuation) ?? .other
        }
    }

    private func after(_ place: Int) -> PlacedMark.Neighbour {
        guard place < span.end else { return .none }
        switch ByteClass.of(bytes[place]) {
        case .blank: return firstInk(from: place) < span.end ? .blank : .none
        case .letter: return .word
        case .digit: return word(at: place).kind == .word ? .word : .digit
        case .high:
            let found = beyondASCII(DecodedScalar(in: bytes, at: place, end: span.end)) ?? .word
            return found == .blank && firstInk(from: place) == span.end ? .none : found
        case .other: return bytes[place] == 0x2D ? (byte(place + 1) == 0x2D ? .dash : .word) : either(bytes[place]) ?? .word
        }
    }

    /// What a mark of ASCII is on either side; nil for others.
    private func either(_ punctuation: UInt8) -> PlacedMark.Neighbour? {
        switch punctuation {
        case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: .stop
        case 0x22, 0x27, 0x60: .mark
        case 0x2F: .dash
        default: nil
        }
    }

    /// Nil for symbols.
    private func beyondASCII(_ scalar: DecodedScalar) -> PlacedMark.Neighbour? {
        if ByteClass.isBlankScalar(scalar.codePoint) { return .blank }
        if ByteClass.isWordScalar(scalar.codePoint) { return .word }
        switch scalar.codePoint {
        case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F, 0x301D, 0x301E, 0xFF02: return .mark
        case 0x2012...0x2015: return .dash
        case 0x2026, 0x3001, 0x3002, 0xFF01, 0xFF0C, 0xFF1F: return .stop
        default: return nil
        }
    }

    private func isElided(at place: Int) -> Bool {
        switch ByteClass.of(bytes[place]) {
        case .letter where !mayBeElided(at: place): return false
        case .letter, .digit:
            let word = word(at: place)
            return PlacedMark.isElided(bytes[word.start..<min(word.end, word.start + Self.mostOfElided)])
        case .blank, .high, .other: return false
        }
    }

    private func mayBeElided(at place: Int) -> Bool {
        var end = place
        while end < span.end, end - place <= ElidedWords.longest, ByteClass.of(bytes[end]) == .letter { end += 1 }
        return ElidedWords.contains(bytes[place..<end])
    }

    private func beginsWord(at place: Int) -> Bool {
        guard place < span.end else { return false }
        switch ByteClass.of(bytes[place]) {
        case .letter: return true
        case .digit: return word(at: place).kind == .word
        case .high: return ByteClass.isWordScalar(DecodedScalar(in: bytes, at: place, end: span.end).codePoint)
        case .blank, .other: return false
        }
    }

    private func word(at place: Int) -> VoiceToken { TokenScanner.word(at: place, in: span, of: bytes) }

    /// 0 behind the passage's end.
    private func byte(_ place: Int) -> UInt8 { place < span.end ? bytes[place] : 0 }
}

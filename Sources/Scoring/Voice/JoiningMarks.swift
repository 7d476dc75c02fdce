/// Says which marks belong to a word: hyphens, apostrophes and commas inside it, the stops of "U.S.".
struct JoiningMarks {
    let bytes: TextBytes
    /// Those of the passage, or of the part of it which is being scanned.
    let start, end: Int

    enum Joiner { case inner, last }

    /// Whether the mark of ASCII at `offset` belongs to the word under way.
    ///
    /// - Parameters:
    ///   - segmentStart: behind the last such mark of the word, else where it begins.
    ///   - hasDot: whether one of them was a full stop.
    func joiner(at offset: Int, segmentStart: Int, hasDot: Bool) -> Joiner? {
        switch bytes[offset] {
        case 0x27: return isLetter(before: offset) && isLetter(at: offset + 1) ? .inner : nil
        case 0x2D, 0x26: return isLetterOrDigit(at: offset + 1) && isLetterOrDigit(before: offset) ? .inner : nil
        case 0x2C: return isDigit(at: offset - 1) && isDigit(at: offset + 1) ? .inner : nil
        case 0x2E:
            if isDigit(at: offset - 1), isDigit(at: offset + 1) { return .inner }
            guard offset - segmentStart == 1, isLetter(before: offset) else { return nil }
            if isLetter(at: offset + 1), offset + 2 >= end || bytes[offset + 2] == 0x2E || !isLetter(at: offset + 2) { return .inner }
            return hasDot ? .last : nil
        default: return nil
        }
    }

    private func isDigit(at place: Int) -> Bool { place >= start && place < end && ByteClass.of(bytes[place]) == .digit }

    @inline(__always)
    func isLetter(at place: Int) -> Bool {
        guard place < end else { return false }
        switch ByteClass.of(bytes[place]) {
        case .letter: return true
        case .high: return ByteClass.isWordScalar(DecodedScalar(in: bytes, at: place, end: end).codePoint)
        case .other, .digit, .blank: return false
        }
    }

    @inline(__always)
    func isLetter(before place: Int) -> Bool {
        guard place > start else { return false }
        switch ByteClass.of(bytes[place - 1]) {
        case .letter: return true
        case .high: return isWordScalar(before: place)
        case .other, .digit, .blank: return false
        }
    }

    private func isWordScalar(before place: Int) -> Bool {
        guard let scalar = DecodedScalar(in: bytes, before: place, start: start) else { return false }
        return scalar.byteCount == 1
            ? ByteClass.of(UInt8(truncatingIfNeeded: scalar.codePoint)) == .letter : ByteClass.isWordScalar(scalar.codePoint)
    }

    private func isLetterOrDigit(at place: Int) -> Bool { isLetter(at: place) || isDigit(at: place) }
    private func isLetterOrDigit(before place: Int) -> Bool { isLetter(before: place) || isDigit(at: place - 1) }
}

/// Reads a term as people write most of them, straight from its bytes: words of ASCII letters and digits with wildcards, hyphens, apostrophes and exact
/// case, choices that touch nothing, gaps. It stands for what the parser gives, which reads all others and tells what is wrong with them.
struct UsualTermReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var wordsLeft = TermPatternParser.mostWords

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Nil for a term that only the parser can read.
    static func pattern(_ source: String) -> TermPattern? {
        var text = source
        guard text.utf8.count <= TermPatternParser.longestTerm else { return nil }
        let elements = text.withUTF8 { bytes in
            var reader = UsualTermReader(bytes)
            return reader.readSequence(depth: 0)
        }
        guard let elements else { return nil }
        let pattern = TermPattern(source: source, elements: elements)
        return pattern.isSurelySmall ? pattern : nil
    }

    /// Up to the bar or bracket that ends the alternative; at depth 0 to the end of the term.
    private mutating func readSequence(depth: Int) -> [TermPattern.Element]? {
        var elements: [TermPattern.Element] = []
        /// Whether a word or choice would touch what stands before it.
        var touches = false
        reading: while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: " "):
                place += 1
                touches = false
            case UInt8(ascii: "<"):
                guard let gap = readGap(behind: elements.last) else { return nil }
                elements.append(gap)
                touches = false
            case UInt8(ascii: "("):
                guard !touches, let choice = readChoice(depth: depth + 1) else { return nil }
                elements.append(choice)
                touches = true
            case UInt8(ascii: "|"), UInt8(ascii: ")"):
                guard depth > 0 else { return nil }
                break reading
            default:
                guard !touches, let compound = readCompound() else { return nil }
                elements.append(.compound(compound))
                touches = true
            }
        }
        switch elements.last {
        case nil, .gap: return nil
        case .compound, .choice: return elements
        }
    }

    private mutating func readChoice(depth: Int) -> TermPattern.Element? {
        guard depth <= TermNodeReader.deepestNesting else { return nil }
        var alternatives: [[TermPattern.Element]] = []
        repeat {
            place += 1
            guard let alternative = readSequence(depth: depth), place < bytes.count else { return nil }
            alternatives.append(alternative)
        } while bytes[place] == UInt8(ascii: "|")
        place += 1
        return .choice(alternatives)
    }

    /// `<m-n>` with a word or choice before it.
    private mutating func readGap(behind before: TermPattern.Element?) -> TermPattern.Element? {
        switch before {
        case nil, .gap: return nil
        case .compound, .choice: break
        }
        place += 1
        guard let atLeast = readNumber(before: UInt8(ascii: "-")), let atMost = readNumber(before: UInt8(ascii: ">")) else { return nil }
        guard atMost > 0, atLeast <= atMost, atMost <= TermTokenizer.longestGap else { return nil }
        return .gap(atLeast: atLeast, atMost: atMost)
    }

    /// One or two digits and the sign behind them.
    private mutating func readNumber(before sign: UInt8) -> Int? {
        let start = place
        var number = 0
        while place < bytes.count, place < start + 2, bytes[place] &- UInt8(ascii: "0") < 10 {
            number = 10 * number + Int(bytes[place] &- UInt8(ascii: "0"))
            place += 1
        }
        guard place > start, place < bytes.count, bytes[place] == sign else { return nil }
        place += 1
        return number
    }

    /// What stands up to the next blank, bracket, bar or gap.
    private mutating func readCompound() -> Compound? {
        let isExactCase = bytes[place] == UInt8(ascii: "=")
        if isExactCase { place += 1 }
        var words: [WordPattern] = []
        var joints: [Joint] = []
        while let end = wordEnd(from: place) {
            words.append(WordPattern(ascii: UnsafeBufferPointer(rebasing: bytes[place..<end]), isExactCase: isExactCase))
            place = end
            wordsLeft -= 1
            guard wordsLeft > 0 else { return nil }
            if endsCompound(place) { return Compound(words: words, joints: joints) }
            let isHyphen = bytes[place] == UInt8(ascii: "-")
            joints.append(Joint(isHyphen ? .hyphen : .none))
            if isHyphen { place += 1 }
        }
        return nil
    }

    private func endsCompound(_ place: Int) -> Bool {
        guard place < bytes.count else { return true }
        switch bytes[place] {
        case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "<"): return true
        default: return false
        }
    }

    /// Where the word at `start` ends: before a hyphen, before the 's at its end, at the compound's end; nil where only the parser knows.
    private func wordEnd(from start: Int) -> Int? {
        var end = start
        while !endsWord(end) {
            switch bytes[end] {
            case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "'"):
                let isClitic = isS(end + 1) && endsWord(end + 2)
                // The clitic itself, right behind its word.
                if isClitic, end == start { return start > 0 && bytes[start - 1].isASCIILetter ? end + 2 : nil }
                guard end > start, bytes[end - 1].isASCIILetter, end + 1 < bytes.count, bytes[end + 1].isASCIILetter else { return nil }
                if isClitic { return end }
            case let byte where byte.isASCIILetter: break
            default: return nil
            }
            end += 1
        }
        return end > start ? end : nil
    }

    private func endsWord(_ place: Int) -> Bool { endsCompound(place) || bytes[place] == UInt8(ascii: "-") }

    private func isS(_ place: Int) -> Bool { place < bytes.count && bytes[place] | 0x20 == UInt8(ascii: "s") }
}

import Words

/// Pairs the quotation marks of one passage in a single scan with a stack of open marks.
///
/// Directed marks decide themselves. A straight double mark opens after a blank, an opening bracket, a dash or the start, and closes
/// otherwise. Single marks open only before a word and close only after a word or a stop; between letters, in decades, elisions and plural
/// possessives they are apostrophes. Marks of inches and feet are none. A closing mark of either double kind closes an open double mark.
///
/// Its questions are marked as mutating, though they change nothing, since the compiler copies all of it to be asked by others.
struct QuotationMarks: ~Copyable {
    private var bytes = TextBytes(UnsafeBufferPointer(start: nil, count: 0))
    private var span = ByteSpan(0, 0)
    private var tokens = VoiceTokens(first: nil, count: 0)
    /// Indices of the tokens that are marks.
    private var marks = TokenNumbers(at: nil)
    /// For each mark, the mark that closes it; -1 for none.
    private var partners = FlatList<Int>()
    /// For each mark, whether a surely closing single mark comes before the next opening one.
    private var singleClosesLater = FlatList<Bool>()
    /// Open marks, as places in `marks`, in order.
    private var open = FlatList<Int>()
    private var orphanCloses = FlatList<Int>()
    private var result = FlatList<Quotation>()
    private var guillemetsPointInward = false
    /// How far a sentence's end has been looked for behind a quotation, so that many marks without a partner walk over the tokens once.
    private var sought: (from: Int, upTo: Int) = (-1, -1)

    /// Pairs the marks of a passage; what the last passage needed is used again.
    ///
    /// - Complexity: O(tokens).
    mutating func read(_ passage: ScannedPassage, span: ByteSpan, of bytes: TextBytes) {
        self.bytes = bytes
        marks = passage.landmarks.marks
        tokens = passage.tokens
        self.span = span
        open.removeAll()
        orphanCloses.removeAll()
        guillemetsPointInward = false
        sought = (-1, -1)
        pair()
    }

    /// Whether a mark has no partner, so that it matters which tokens stand further away.
    var hasLoneMark: Bool { !open.isEmpty || !orphanCloses.isEmpty }

    /// Whether a mark has been left open.
    var isOpen: Bool { !open.isEmpty }

    /// The outermost quotations of the passage last read, in order.
    ///
    /// - Parameter continues: whether the next body passage begins with an opening mark, so that a mark left open runs to the passage's end.
    mutating func quotations(continues: Bool, to buffers: VoiceBuffers) -> Quotations {
        findOutermost(continues: continues)
        return buffers.take(result)
    }

    @inline(__always)
    private func mark(_ place: Int) -> QuotationMark { QuotationMark(rawValue: tokens[marks[place]].index) ?? .straightDouble }

    /// What stands beside a mark.
    private enum Neighbour { case word, digit, blank, opening, dash, stop, mark, other, none }

    private mutating func before(_ place: Int) -> Neighbour {
        let token = tokens[marks[place]]
        if token.start == span.start { return .none }
        if token.flags.contains(.afterBlank) { return .blank }
        return marks[place] > 0 ? Self.neighbour(tokens[marks[place] - 1], isBefore: true, bytes) : .none
    }

    private mutating func after(_ place: Int) -> Neighbour {
        let next = marks[place] + 1
        guard next < tokens.count else { return .none }
        return tokens[next].flags.contains(.afterBlank) ? .blank : Self.neighbour(tokens[next], isBefore: false, bytes)
    }

    private static func neighbour(_ token: VoiceToken, isBefore: Bool, _ bytes: TextBytes) -> Neighbour {
        switch token.kind {
        case .word, .quotation: isBefore && ByteClass.of(bytes[token.end - 1]) == .digit ? .digit : .word
        case .number: .digit
        case .openBracket, .openSquare: isBefore ? .opening : .word
        case .dash, .slash: .dash
        case .comma, .stop, .abbreviationStop, .ellipsis, .colon, .semicolon, .closeBracket, .closeSquare: .stop
        case .mark: .mark
        case .other: isBefore ? .other : .word
        }
    }

    private mutating func pair() {
        partners.fill(marks.count, with: -1)
        findLaterSingleCloses()
        for place in marks.indices {
            switch mark(place).family {
            case .double: readDouble(place)
            case .single: readSingle(place)
            case .guillemet, .angle: readGuillemet(place)
            case .corner: mark(place) == .leftCorner ? open.append(place) : close(place)
            }
        }
    }

    private func topIsDouble() -> Bool { open.last.map { mark($0).family == .double } ?? false }

    /// Whether a double mark is open, perhaps beneath single ones that turn out to be apostrophes.
    private mutating func openDouble() -> Int? {
        var depth = open.count - 1
        while depth >= 0, open.count - depth <= 4 {
            if mark(open[depth]).family == .double { return depth }
            if mark(open[depth]).family != .single { return nil }
            depth -= 1
        }
        return nil
    }

    private mutating func closeDouble(_ place: Int) {
        if let depth = openDouble() {
            open.keepFirst(depth + 1)
            close(place)
        } else if open.count <= 4, onlySinglesAreOpen() {
            orphanCloses.append(place)
        }
    }

    private mutating func onlySinglesAreOpen() -> Bool {
        for depth in open.indices where mark(open[depth]).family != .single { return false }
        return true
    }

    private mutating func close(_ place: Int) {
        guard let opening = open.popLast() else {
            orphanCloses.append(place)
            return
        }
        partners[opening] = place
    }

    private mutating func readDouble(_ place: Int) {
        switch mark(place) {
        case .lowDouble, .backquotes: open.append(place)
        case .leftDouble: readLeftDouble(place)
        case .rightDouble: readRightDouble(place)
        case .twoSingles:
            if openDouble() != nil { closeDouble(place) } else if opensByContext(place) { open.append(place) }
        default: readStraightDouble(place)
        }
    }

    private mutating func readLeftDouble(_ place: Int) {
        if let depth = openDouble() {
            let closesLow = mark(open[depth]) == .lowDouble
            let behind = after(place)
            let standsAtEnd = (behind == .blank || behind == .none || behind == .stop) && !opensByContext(place)
            if closesLow || standsAtEnd { return closeDouble(place) }
        }
        open.append(place)
    }

    private mutating func readRightDouble(_ place: Int) {
        if openDouble() == nil, opensByContext(place), after(place) == .word || after(place) == .digit { return open.append(place) }
        closeDouble(place)
    }

    /// A blank, a bracket, a dash, another opening mark or nothing stands before the mark.
    private mutating func opensByContext(_ place: Int) -> Bool {
        switch before(place) {
        case .none, .blank, .opening, .dash: true
        case .mark: open.last == place - 1
        case .word, .digit, .stop, .other: false
        }
    }

    private mutating func readStraightDouble(_ place: Int) {
        let behind = after(place)
        let endsByContext = behind == .blank || behind == .none || behind == .stop
        if opensByContext(place) {
            if endsByContext, behind != .stop || before(place) == .blank, openDouble() != nil { return closeDouble(place) }
            return open.append(place)
        }
        if openDouble() != nil { return closeDouble(place) }
        if before(place) == .digit { return }
        if behind == .word, before(place) != .stop || !endsByContext { return open.append(place) }
        closeDouble(place)
    }

    private mutating func readGuillemet(_ place: Int) {
        let pointsLeft = mark(place) == .leftGuillemet || mark(place) == .leftAngle
        let family = mark(place).family
        let isOpen = open.last.map { mark($0).family == family } ?? false
        if !isOpen, open.isEmpty { guillemetsPointInward = !pointsLeft }
        if pointsLeft != guillemetsPointInward { open.append(place) } else if isOpen { close(place) } else { orphanCloses.append(place) }
    }

    private mutating func readSingle(_ place: Int) {
        if mark(place) == .lowSingle { return open.append(place) }
        let isSingleOpen = open.last.map { mark($0).family == .single } ?? false
        if isSingleOpen, mark(open[open.count - 1]) == .lowSingle, mark(place) != .rightSingle { return close(place) }
        if opensSingle(place) { return open.append(place) }
        guard isSingleOpen, closesSingle(place) else { return }
        if isPluralPossessive(place), singleClosesLater[place] { return }
        close(place)
    }

    private mutating func opensSingle(_ place: Int) -> Bool {
        guard mark(place) != .rightSingle, opensByContext(place) || before(place) == .mark else { return false }
        guard mark(place) == .leftSingle || after(place) == .word || after(place) == .digit || after(place) == .mark else { return false }
        return after(place) != .blank && after(place) != .none && !isElision(place)
    }

    private mutating func closesSingle(_ place: Int) -> Bool {
        guard mark(place) != .leftSingle else { return false }
        switch before(place) {
        case .word, .digit, .stop, .mark: return after(place) != .word && after(place) != .digit
        case .blank, .opening, .dash, .other, .none: return false
        }
    }

    /// A word in s before the mark and a word behind the blank: "the rebels' massacre".
    private mutating func isPluralPossessive(_ place: Int) -> Bool {
        guard before(place) == .word, after(place) == .blank, bytes[tokens[marks[place]].start - 1] | 0x20 == 0x73 else { return false }
        return tokens[marks[place] + 1].kind == .word
    }

    /// '90s, 'n', 'em, 'til, 'cause, 'tis: an apostrophe for what is left out.
    private mutating func isElision(_ place: Int) -> Bool {
        let next = marks[place] + 1
        guard next < tokens.count else { return false }
        let token = tokens[next]
        let word = bytes[token.start..<min(token.end, token.start + 6)]
        if let first = word.first, ByteClass.of(first) == .digit, token.end - token.start <= 3 {
            return word.last == 0x73 || token.end - token.start == 2
        }
        return ElidedWords.contains(word)
    }

    private mutating func findLaterSingleCloses() {
        singleClosesLater.fill(marks.count, with: false)
        var closesLater = false
        for place in marks.indices.reversed() {
            singleClosesLater[place] = closesLater
            guard mark(place).family == .single else { continue }
            if closesSingle(place), !isPluralPossessive(place) { closesLater = true } else if opensSingle(place) { closesLater = false }
        }
    }

    /// Walks the marks from left to right and jumps from each outermost opening mark behind its partner.
    private mutating func findOutermost(continues: Bool) {
        result.removeAll()
        var left = 0
        var orphan = 0
        var place = 0
        while place < marks.count {
            while left < open.count, open[left] < place { left += 1 }
            if orphan < orphanCloses.count, orphanCloses[orphan] == place {
                if let reached = reachBack(from: place, after: result.last) { result.append(reached) }
                orphan += 1
                place += 1
                continue
            }
            if partners[place] >= 0 {
                appendPair(place)
                place = partners[place] + 1
            } else if left < open.count, open[left] == place, let unclosed = unclosed(place, continues: continues) {
                result.append(unclosed)
                place = marks.index(from: place + 1, reaching: unclosed.last + 1)
            } else {
                place += 1
            }
            while orphan < orphanCloses.count, orphanCloses[orphan] < place { orphan += 1 }
        }
    }

    /// Marks with nothing between them quote nothing.
    private mutating func appendPair(_ place: Int) {
        let last = marks[partners[place]]
        guard last > marks[place] + 1 else { return }
        result.append(Quotation(first: marks[place], last: last, family: mark(place).family))
    }

    /// A quotation whose closing mark is missing: to the passage's end, or to the next quotation where none continues it.
    private mutating func unclosed(_ place: Int, continues: Bool) -> Quotation? {
        let family = mark(place).family
        if family == .single, !(continues && marks[place] == 0) { return nil }
        var last = tokens.count - 1
        if !continues {
            var next = place + 1
            while next < marks.count {
                if partners[next] >= 0, mark(next).family == family {
                    last = marks[next] - 1
                    break
                }
                next += 1
            }
        }
        guard last > marks[place] else { return nil }
        return Quotation(
            first: marks[place], last: last, family: family, isUnbalanced: true, isOpenAtEnd: last == tokens.count - 1,
            hasClosingMark: false
        )
    }

    /// A close without an open reaches back to the quotation before it in the passage, or to the sentence after that one's.
    private mutating func reachBack(from place: Int, after previous: Quotation?) -> Quotation? {
        guard let previous, !previous.isOpenAtEnd, marks[place] > previous.last + 1, mark(place).family == .double else { return nil }
        let start = previous.last + 1
        var first = start
        if !tokens[previous.last - 1].kind.endsSentence {
            if sought.from == start { first = sought.upTo }
            while first < marks[place], !tokens[first].kind.endsSentence { first += 1 }
            sought = (start, first)
            first += 1
        }
        guard first < marks[place] else { return nil }
        return Quotation(first: first, last: marks[place], family: .double, isUnbalanced: true, hasOpeningMark: false)
    }
}

import Words

/// Pairs the quotation marks of one passage in a single scan with a stack of open marks.
///
/// Directed marks decide themselves. A straight double mark opens after a blank, an opening bracket, a dash or the start, and closes
/// otherwise. Single marks open only before a word and close only after a word or a stop; between letters, in decades, elisions and plural
/// possessives they are apostrophes. Marks of inches and feet are none. A closing mark of either double kind closes an open double mark.
///
/// Its questions are marked as mutating, though they change nothing, since the compiler copies all of it to be asked by others.
struct QuotationMarks: ~Copyable {
    private(set) var marks = FlatList<PlacedMark>()
    /// For each mark, the mark that closes it; -1 for none.
    private var partners = FlatList<Int>()
    /// For each mark, whether a surely closing single mark comes before the next opening one.
    private var singleClosesLater = FlatList<Bool>()
    /// Open marks, as places in `marks`, in order.
    private var open = FlatList<Int>()
    private var orphanCloses = FlatList<Int>()
    /// The outermost quotations of the passage last read, in order, once they have been asked for.
    private(set) var outermost = FlatList<OutermostMarks>()
    private var guillemetsPointInward = false

    /// Pairs the marks of a passage; what the last passage needed is used again.
    ///
    /// - Complexity: O(marks).
    mutating func read(_ passage: ScannedPassage, span: ByteSpan, of bytes: TextBytes) {
        marks.removeAll()
        for token in passage.landmarks.marks { marks.append(PlacedMark(token: token, in: passage.tokens, bytes, span: span)) }
        pair()
    }

    /// Pairs the marks of a passage by their bytes; `places` are those where marks may begin, ascending, all of them.
    ///
    /// - Complexity: O(places).
    mutating func read(_ span: ByteSpan, of bytes: TextBytes, at places: some Sequence<Int>) {
        marks.removeAll()
        let reader = PlacedMarkReader(bytes, span: span)
        var end = span.start
        for place in places where place >= end {
            guard var mark = reader.mark(at: place) else { continue }
            mark.isFirst = marks.isEmpty && reader.firstInk(from: span.start) == place
            marks.append(mark)
            end = mark.end
        }
        pair()
    }

    /// Whether a mark has been left open.
    var isOpen: Bool { !open.isEmpty }

    private mutating func pair() {
        open.removeAll()
        orphanCloses.removeAll()
        guillemetsPointInward = false
        partners.fill(marks.count, with: -1)
        findLaterSingleCloses()
        for place in marks.indices {
            switch marks[place].mark.family {
            case .double: readDouble(place)
            case .single: readSingle(place)
            case .guillemet, .angle: readGuillemet(place)
            case .corner: marks[place].mark == .leftCorner ? open.append(place) : close(place)
            }
        }
    }

    /// Whether a double mark is open, perhaps beneath single ones that turn out to be apostrophes.
    private mutating func openDouble() -> Int? {
        var depth = open.count - 1
        while depth >= 0, open.count - depth <= 4 {
            if marks[open[depth]].mark.family == .double { return depth }
            if marks[open[depth]].mark.family != .single { return nil }
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
        for depth in open.indices where marks[open[depth]].mark.family != .single { return false }
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
        switch marks[place].mark {
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
            let closesLow = marks[open[depth]].mark == .lowDouble
            let behind = marks[place].after
            let standsAtEnd = (behind == .blank || behind == .none || behind == .stop) && !opensByContext(place)
            if closesLow || standsAtEnd { return closeDouble(place) }
        }
        open.append(place)
    }

    private mutating func readRightDouble(_ place: Int) {
        if openDouble() == nil, opensByContext(place), marks[place].after == .word || marks[place].after == .digit {
            return open.append(place)
        }
        closeDouble(place)
    }

    /// A blank, a bracket, a dash, another opening mark or nothing stands before the mark.
    private mutating func opensByContext(_ place: Int) -> Bool {
        switch marks[place].before {
        case .none, .blank, .opening, .dash: true
        case .mark: open.last == place - 1
        case .word, .digit, .stop, .other: false
        }
    }

    private mutating func readStraightDouble(_ place: Int) {
        let behind = marks[place].after
        let endsByContext = behind == .blank || behind == .none || behind == .stop
        if opensByContext(place) {
            if endsByContext, behind != .stop || marks[place].before == .blank, openDouble() != nil { return closeDouble(place) }
            return open.append(place)
        }
        if openDouble() != nil { return closeDouble(place) }
        if marks[place].before == .digit { return }
        if behind == .word, marks[place].before != .stop || !endsByContext { return open.append(place) }
        closeDouble(place)
    }

    private mutating func readGuillemet(_ place: Int) {
        let pointsLeft = marks[place].mark == .leftGuillemet || marks[place].mark == .leftAngle
        let family = marks[place].mark.family
        let isOpen = open.last.map { marks[$0].mark.family == family } ?? false
        if !isOpen, open.isEmpty { guillemetsPointInward = !pointsLeft }
        if pointsLeft != guillemetsPointInward { open.append(place) } else if isOpen { close(place) } else { orphanCloses.append(place) }
    }

    private mutating func readSingle(_ place: Int) {
        if marks[place].mark == .lowSingle { return open.append(place) }
        let isSingleOpen = open.last.map { marks[$0].mark.family == .single } ?? false
        if isSingleOpen, marks[open[open.count - 1]].mark == .lowSingle, marks[place].mark != .rightSingle { return close(place) }
        if opensSingle(place) { return open.append(place) }
        guard isSingleOpen, closesSingle(place) else { return }
        if marks[place].isPluralPossessive, singleClosesLater[place] { return }
        close(place)
    }

    private mutating func opensSingle(_ place: Int) -> Bool {
        guard marks[place].mark != .rightSingle, opensByContext(place) || marks[place].before == .mark else { return false }
        guard marks[place].mark == .leftSingle || marks[place].after == .word || marks[place].after == .digit || marks[place].after == .mark
        else { return false }
        return marks[place].after != .blank && marks[place].after != .none && !marks[place].isElision
    }

    private mutating func closesSingle(_ place: Int) -> Bool {
        guard marks[place].mark != .leftSingle else { return false }
        switch marks[place].before {
        case .word, .digit, .stop, .mark: return marks[place].after != .word && marks[place].after != .digit
        case .blank, .opening, .dash, .other, .none: return false
        }
    }

    private mutating func findLaterSingleCloses() {
        singleClosesLater.fill(marks.count, with: false)
        var closesLater = false
        for place in marks.indices.reversed() {
            singleClosesLater[place] = closesLater
            guard marks[place].mark.family == .single else { continue }
            if closesSingle(place), !marks[place].isPluralPossessive {
                closesLater = true
            } else if opensSingle(place) {
                closesLater = false
            }
        }
    }

    /// Walks the marks from left to right and jumps from each outermost opening mark behind its partner.
    ///
    /// - Parameter continues: whether the next body passage begins with an opening mark, so that a mark left open runs to the passage's end.
    mutating func findOutermost(continues: Bool) {
        outermost.removeAll()
        var left = 0
        var orphan = 0
        var place = 0
        while place < marks.count {
            while left < open.count, open[left] < place { left += 1 }
            if orphan < orphanCloses.count, orphanCloses[orphan] == place {
                outermost.append(.reachingBack(place))
                orphan += 1
                place += 1
                continue
            }
            if partners[place] >= 0 {
                outermost.append(.pair(place, partners[place]))
                place = partners[place] + 1
            } else if left < open.count, open[left] == place, mayRunOn(place, continues: continues) {
                let next = continues ? nil : nextPair(behind: place)
                outermost.append(.unclosed(place, next: next))
                place = next ?? marks.count
            } else {
                place += 1
            }
            while orphan < orphanCloses.count, orphanCloses[orphan] < place { orphan += 1 }
        }
    }

    /// A single mark without a partner was an apostrophe, unless the next passage goes on with it.
    private mutating func mayRunOn(_ place: Int, continues: Bool) -> Bool {
        !marks[place].isSingle || continues && marks[place].isFirst
    }

    /// The opening mark of the next pair of the same family.
    private mutating func nextPair(behind place: Int) -> Int? {
        var next = place + 1
        while next < marks.count {
            if partners[next] >= 0, marks[next].mark.family == marks[place].mark.family { return next }
            next += 1
        }
        return nil
    }
}

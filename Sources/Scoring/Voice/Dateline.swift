/// The place, date and agency before a report's first sentence: "MOSCOW, October 7. /TASS/.", "CITY (AP) -", "BAKU –".
///
/// Source: Associated Press Stylebook, entry "datelines"; TASS and Interfax copy.
enum Dateline {
    private static let longest = 14

    /// The first item behind the dateline; 0 where the passage has none.
    ///
    /// - Parameter stops: where a sentence may end, closing brackets among them.
    static func end(in items: VoiceTokens, stops: TokenNumbers) -> Int {
        guard let first = items.first, first.kind == .word, first.isCapitalized,
            first.flags.contains(.allCapitals) || holdsBracket(items, stops)
        else { return 0 }
        var slashes = 0
        var hasAgency = false
        for index in 1..<min(longest, max(1, items.count)) {
            switch items[index].kind {
            case .slash:
                slashes += 1
                if slashes == 2, first.flags.contains(.allCapitals) { return index + (isStop(items, index + 1) ? 2 : 1) }
            case .dash: return first.flags.contains(.allCapitals) || hasAgency ? index + 1 : 0
            case .closeBracket:
                hasAgency = items[index - 1].classes.contains(.agency)
                if hasAgency, index <= 6, index + 1 < items.count, items[index + 1].kind != .dash { return index + 1 }
            case .word where !items[index].isCapitalized: return 0
            case .word, .number, .comma, .stop, .abbreviationStop, .openBracket: continue
            default: return 0
            }
        }
        return 0
    }

    /// Whether a bracket closes where one behind an agency's name would.
    private static func holdsBracket(_ items: VoiceTokens, _ stops: TokenNumbers) -> Bool {
        for place in stops.indices {
            guard stops[place] < longest else { return false }
            if items[stops[place]].kind == .closeBracket { return true }
        }
        return false
    }

    private static func isStop(_ items: VoiceTokens, _ index: Int) -> Bool {
        index < items.count && items[index].kind == .stop
    }
}

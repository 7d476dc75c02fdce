/// What tallies hold beside the hits; what nobody asks for is not made.
package struct TallyParts: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The names in an article, by which events are found.
    package static let names = TallyParts(rawValue: 1 << 0)
    /// Which words are in whose voice, and the verbs that introduce somebody's words.
    package static let speech = TallyParts(rawValue: 1 << 1)
    package static let all: TallyParts = [.names, .speech]
}

import Lexicons

/// What stands in the text between two neighbouring words, held against what the term asks for.
///
/// A blank of a term matches a run of blanks of any kind, line ends included, or one hyphen; its hyphen matches those or nothing. Other
/// punctuation parts two words unless the term itself writes it.
enum TextJoint {
    /// - Complexity: O(`between.count`).
    static func satisfies(_ joint: Joint, _ between: some Collection<UInt8>) -> Bool {
        let isPlain = joint.before.isEmpty && joint.after.isEmpty
        if isPlain, between.isEmpty { return joint.connection != .blank }
        if isPlain, between.allSatisfy({ $0 < 0x80 }) {
            let isBlank = between.allSatisfy { $0 == 0x20 || 0x09...0x0D ~= $0 }
            return joint.connection != .none && (isBlank || between.count == 1 && between.first == UInt8(ascii: "-"))
        }
        var rest = Substring(WordForm.withPlainApostrophes(String(decoding: between, as: UTF8.self)))
        let before = WordForm.withPlainApostrophes(joint.before)
        let after = WordForm.withPlainApostrophes(joint.after)
        guard rest.hasPrefix(before) else { return false }
        rest = rest.dropFirst(before.count)
        guard rest.hasSuffix(after) else { return false }
        return connects(rest.dropLast(after.count), as: joint.connection)
    }

    private static func connects(_ rest: Substring, as connection: Joint.Connection) -> Bool {
        switch connection {
        case .none: rest.isEmpty
        case .hyphen: rest.isEmpty || isBlankOrHyphen(rest)
        case .blank: isBlankOrHyphen(rest)
        }
    }

    private static func isBlankOrHyphen(_ rest: Substring) -> Bool {
        guard !rest.isEmpty else { return false }
        // U+200B, the zero-width space, parts words though Unicode does not count it as white space.
        return rest.allSatisfy { $0.isWhitespace || $0 == "\u{200B}" } || (rest.count == 1 && rest.allSatisfy(WordForm.isHyphen))
    }
}

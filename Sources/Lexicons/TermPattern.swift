/// A term of the lexicon: words separated by blanks, with wildcards, choices, gaps and exact case.
///
/// `occup* <0-2> (land|lands|territor*)`: `*` is any run of word characters, `?` one; `(a|b c)` a choice; `<m-n>` a gap of m to n
/// words; a leading `=` makes a word's case count; `\` escapes; a hyphen matches a hyphen, a blank or nothing; a blank also matches a hyphen.
package struct TermPattern: Hashable, Sendable {
    /// The pattern as its owner wrote it.
    package let source: String
    /// Nil for a plain term, whose source says all.
    private let written: [Element]?

    /// In order; a blank stands between two that no gap parts. A gap is never first or last.
    package var elements: [Element] { written ?? PlainTerm.elements(of: source) }

    /// Whether the source is words of ASCII letters and those of `LetterFolding` with one blank between two of them, each word with at most a `*` at
    /// its end. Sure where true.
    package var isPlain: Bool { written == nil }

    package indirect enum Element: Hashable, Sendable {
        case compound(Compound)
        case choice([[Element]])
        /// Any words, at least and at most so many.
        case gap(atLeast: Int, atMost: Int)
    }

    package init(source: String, elements: [Element]) {
        self.source = source
        written = elements
    }

    /// - Parameter source: that of a `PlainTerm`.
    init(plain source: String) {
        self.source = source
        written = nil
    }

    package static func == (left: TermPattern, right: TermPattern) -> Bool {
        left.source == right.source && (left.isPlain && right.isPlain || left.elements == right.elements)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

/// What stands between two blanks of a term: one word, or several that the word rules cut apart ("counter-terrorism", "Baku's").
package struct Compound: Hashable, Sendable {
    /// At least one.
    package let words: [WordPattern]
    /// What stands between each word and the next: one fewer than `words`.
    package let joints: [Joint]
    /// Punctuation before the first word and after the last ("U.S." holds the word "U.S" and then a stop); compared only towards a neighbour.
    package let leading: String
    package let trailing: String

    package init(words: [WordPattern], joints: [Joint] = [], leading: String = "", trailing: String = "") {
        precondition(joints.count == words.count - 1, "a joint stands between two words")
        self.words = words
        self.joints = joints
        self.leading = leading
        self.trailing = trailing
    }
}

/// What must stand between two neighbouring words of the text.
package struct Joint: Hashable, Sendable {
    package enum Connection: Hashable, Sendable {
        /// A blank of the term: blanks or one hyphen.
        case blank
        /// A hyphen of the term: blanks, one hyphen or nothing.
        case hyphen
        /// Nothing: the word rules cut a word here, as before 's.
        case none
    }

    /// Punctuation written in the term on either side of the connection ("U.S. president": a stop before the blank); it must stand in the text.
    package let before: String
    package let connection: Connection
    package let after: String

    package init(before: String = "", _ connection: Connection, after: String = "") {
        self.before = before
        self.connection = connection
        self.after = after
    }
}

import Articles
import Words

/// Finds the labels that name who speaks in the paragraphs of an interview or a transcript: "Q:", "A:", "HALE:", "Tom Hale:".
///
/// A text is read so only where its labels answer each other: at least two of them, each at least twice.
struct SpeakerLabels {
    /// A label at the start of a passage.
    struct Label {
        enum Kind { case question, answer, name }

        let kind: Kind
        /// Whether it is one word in small letters, "Hale:", which is a speaker only where somebody of that name is known.
        let needsName: Bool
        /// The words of the label, without mark or colon.
        let name: ByteSpan
    }

    /// How often each label stands at the start of a body passage, by its hash.
    private var counts: [UInt64: Int] = [:]
    /// The last body passage with a label that counts; nil where the article is no interview.
    private(set) var lastLabelled: Int?

    private static let longest = 40
    private static let mostWords = 4
    private static let question = NameText.hash(ofFolded: "q")
    private static let answer = NameText.hash(ofFolded: "a")

    /// - Complexity: O(passages).
    init(_ passages: [Passage], _ texts: ArticleTexts) {
        var labelled: [(passage: Int, hash: UInt64)] = []
        for (index, passage) in passages.enumerated() where passage.kind.isBody || passage.kind.isSubheading {
            guard let found = Self.words(at: passage.span, in: texts[passage.field]) else { continue }
            counts[found.hash, default: 0] += 1
            labelled.append((index, found.hash))
        }
        counts = counts.filter { $0.value >= 2 }
        guard counts.count >= 2 else {
            counts = [:]
            return
        }
        lastLabelled = labelled.last { counts[$0.hash] != nil }?.passage
    }

    /// Whether the passage begins with what may be a label.
    static func mayBegin(_ passage: Passage, in bytes: TextBytes) -> Bool {
        switch passage.kind {
        case .body, .subheading: words(at: passage.span, in: bytes) != nil
        case .headline, .standfirst, .caption, .credit, .link, .boilerplate: false
        }
    }

    /// The label of a passage, where it is one of the interview's.
    func label(of passage: Passage, in bytes: TextBytes) -> Label? {
        guard lastLabelled != nil, let found = Self.words(at: passage.span, in: bytes), counts[found.hash] != nil else { return nil }
        let kind: Label.Kind = found.hash == Self.question ? .question : found.hash == Self.answer ? .answer : .name
        return Label(kind: kind, needsName: found.needsName, name: found.span)
    }

    /// Up to four words that begin with capitals before a colon and a blank.
    private static func words(at span: ByteSpan, in bytes: TextBytes) -> (span: ByteSpan, hash: UInt64, needsName: Bool)? {
        let limit = min(span.end, span.start + longest)
        guard bytes.holds(UInt8(ascii: ":"), in: span.start..<limit) else { return nil }
        var colon = span.start
        var words = 0
        var hasSmall = false
        // Ends at the first small letter that opens a word, which nearly all paragraphs have near their start.
        while colon < limit, bytes[colon] != 0x3A {
            let opensWord = colon == span.start || bytes[colon - 1] == 0x20
            if opensWord { words += 1 }
            switch bytes[colon] {
            case 0x41...0x5A, 0x80...0xFF: break
            case 0x61...0x7A where !opensWord: hasSmall = true
            case 0x20, 0x27, 0x2D, 0x2E: if opensWord { return nil }
            default: return nil
            }
            colon += 1
        }
        guard colon < limit, colon > span.start, colon + 1 < span.end, bytes[colon + 1] == 0x20 || bytes[colon + 1] == 0xC2 else {
            return nil
        }
        if (colon + 1..<min(colon + 4, span.end)).contains(where: { ByteClass.of(bytes[$0]) == .digit }) { return nil }  // "Hale: 547"
        guard words <= mostWords, let text = String(validating: bytes[span.start..<colon], as: UTF8.self) else { return nil }
        return (ByteSpan(span.start, colon), NameText.hash(ofFolded: NameText.folded(text)), hasSmall && words == 1)
    }
}

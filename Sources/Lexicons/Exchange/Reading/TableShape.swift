/// What the columns of a table of terms are, by its first rows.
struct TableShape {
    enum Kind: Hashable {
        /// Each row a term and the category it belongs to.
        case categories
        /// Each row a term, an emotion and 0 or 1; 0 is no membership (NRC EmoLex).
        case memberships
        /// Each row a term and a score: those above and below zero are two categories (AFINN, VADER).
        case scores
        /// A column for each category (`columns`), 0 or empty for no membership.
        case wide
        /// Terms of one category, the file's.
        case terms
    }

    var kind = Kind.terms
    var term = 0
    var category: Int?
    var subcategory: Int?
    var weight: Int?
    /// Columns of categories in a wide table, with their names.
    var columns: [(index: Int, name: String)] = []
    /// Columns that are not read, by their names or, without a header, by their numbers.
    var unread: [String] = []
    /// Inflections of the term, with commas between them (SentiWS).
    var forms: Int?
    /// Whether terms have a part of speech behind a bar (SentiWS).
    var hasTags = false
    var hasHeader = false

    /// Rows that decide.
    private static let sampleSize = 50

    static let termNames = ["term", "word", "pattern", "dicterm", "token", "ngram", "lemma", "entry", "englishword", "words", "terms"]
    private static let categoryNames = [
        "category", "label", "sentiment", "key", "emotion", "class", "concept", "topic", "dimension", "polarity",
    ]
    private static let subcategoryNames = ["framing", "subcategory"]
    private static let weightNames = ["weight", "score", "value", "valence", "intensity", "strength"]

    /// Tab, comma or semicolon: the one that cuts the first lines into the most fields, tabs before all.
    static func delimiter(of bytes: [UInt8]) -> UInt8 {
        let lines = SourceLines(bytes).first(sampleSize).map(\.bytes)
        func linesWith(_ byte: UInt8) -> Int { lines.count { $0.contains(byte) } }
        let tabs = linesWith(UInt8(ascii: "\t"))
        let (commas, semicolons) = (linesWith(UInt8(ascii: ",")), linesWith(UInt8(ascii: ";")))
        if tabs > 0, tabs >= max(commas, semicolons) / 2 { return UInt8(ascii: "\t") }
        return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    init(header: DelimitedRecord, rows: [DelimitedRecord]) {
        let names = header.fields.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        let hasNumbers = header.fields.contains { Double($0) != nil }
        if let term = names.firstIndex(where: Self.isTermName), !hasNumbers {
            self.term = term
            hasHeader = true
            readHeader(names, header, rows)
        } else {
            infer(from: [header] + rows)
        }
    }

    private static func isTermName(_ name: String) -> Bool { termNames.contains(name) || name.hasPrefix("englishword") }

    private mutating func readHeader(_ names: [String], _ header: DelimitedRecord, _ rows: [DelimitedRecord]) {
        category = names.indices.first { $0 != term && Self.categoryNames.contains(names[$0]) }
        subcategory = names.indices.first { $0 != term && Self.subcategoryNames.contains(names[$0]) }
        weight = names.indices.first { $0 != term && Self.weightNames.contains(names[$0]) }
        let rest = names.indices.filter { $0 != term && !header.fields[$0].isEmpty }
        if let column = category {
            kind = .categories
            // EmoLex with a header names its third column "association" or the like.
            if weight == nil { weight = rest.first { $0 != column && Self.isBinary($0, rows) } }
            if let weight, Self.isBinary(weight, rows), rows.contains(where: { $0.field(weight) == "0" }) { kind = .memberships }
            return
        }
        let marked = rest.filter { Self.isMark($0, rows, name: header.fields[$0]) }
        if marked.count >= 2 || (marked.count == 1 && weight == nil) {
            kind = .wide
            columns = marked.map { ($0, header.fields[$0]) }
            unread = rest.filter { !marked.contains($0) }.map { header.fields[$0] }
        } else if weight != nil {
            kind = .scores
        } else if let first = rest.first {
            category = first
            kind = .categories
        }
    }

    private mutating func infer(from rows: [DelimitedRecord]) {
        let width = rows.map(\.fields.count).max() ?? 0
        guard width > 1 else { return }
        if Self.isNumeric(1, rows) {
            weight = 1
            kind = .scores
            hasTags = rows.count { TaggedTerm($0.field(0)).tag != nil } * 2 > rows.count
            readRest(from: 2, to: width, rows)
        } else {
            category = 1
            kind = .categories
            guard width > 2, Self.isNumeric(2, rows) else { return }
            weight = 2
            if Self.isBinary(2, rows), rows.contains(where: { $0.field(2) == "0" }) { kind = .memberships }
        }
    }

    /// What stands behind the scores: inflections where terms have tags; else spread and ratings (VADER), which are not read.
    private mutating func readRest(from first: Int, to width: Int, _ rows: [DelimitedRecord]) {
        guard width > first else { return }
        if hasTags { forms = first }
        unread = (first..<width).filter { $0 != forms }.map { String($0 + 1) }
    }

    private static func isNumeric(_ column: Int, _ rows: [DelimitedRecord]) -> Bool {
        let cells = rows.map { $0.field(column) }.filter { !$0.isEmpty }
        return !cells.isEmpty && cells.count { Double($0) != nil } * 10 >= cells.count * 9
    }

    private static func isBinary(_ column: Int, _ rows: [DelimitedRecord]) -> Bool {
        let cells = rows.map { $0.field(column) }.filter { !$0.isEmpty }
        return !cells.isEmpty && cells.allSatisfy { $0 == "0" || $0 == "1" }
    }

    /// Numbers, an X, the category's own name (General Inquirer) or nothing.
    private static func isMark(_ column: Int, _ rows: [DelimitedRecord], name: String) -> Bool {
        let name = name.lowercased()
        return rows.map { $0.field(column).lowercased() }.allSatisfy { $0.isEmpty || $0 == "x" || $0 == name || Double($0) != nil }
    }
}

import Diagnostics
import Words

/// Reads the terms of a lexicon file: texts, mappings with `unless` and `near`, or lists of them by language.
struct TermReader {
    /// In words; few sentences are longer, and each hit costs a look at so many words.
    static let farthestNeighbour = 100

    let file: String
    private let limits: DictionaryLimits
    private let text: String
    /// Cut where a fault is to be placed, not before: most files have none.
    private lazy var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    private var count = 0
    private(set) var diagnostics: [Diagnostic] = []

    init(text: String, file: String, limits: DictionaryLimits) {
        self.file = file
        self.limits = limits
        self.text = text
    }

    mutating func terms(_ node: YAMLNode) -> [Term] {
        if let items = node.items { return terms(items, language: nil) }
        guard let languages = node.entries else {
            report(node, "terms: takes a list, and this is \(node.kindName)", remedy: "begin each term with a dash")
            return []
        }
        return languages.flatMap { entry in
            checkLanguage(entry)
            if let items = entry.value.items {
                if items.isEmpty { report(entry.value, "\(entry.name): is empty", remedy: "list a term or leave the language out") }
                return terms(items, language: LanguageTag.canonical(entry.name) ?? entry.name)
            }
            report(
                entry.value, "a language's terms are a list, and this is \(entry.value.kindName)",
                remedy: "write \(entry.name): [one, another]")
            return []
        }
    }

    /// RFC 5646: a primary subtag of two to eight letters, then subtags.
    private mutating func checkLanguage(_ entry: YAMLNode.Entry) {
        let subtags = entry.name.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = subtags.allSatisfy {
            (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || (48...57).contains($0) }
        }
        guard !isTag || !(2...3).contains(subtags[0].count) else { return }
        report(
            entry.key, "terms: takes a list, or lists by language, and this is no language", text: entry.name,
            remedy: "write a tag such as en or ru")
    }

    private mutating func terms(_ items: [YAMLNode], language: String?) -> [Term] {
        var terms: [Term] = []
        terms.reserveCapacity(min(items.count, limits.entries))
        for item in items where hasRoom(for: item) {
            if let source = item.scalar {
                if let pattern = pattern(source, at: item) { terms.append(Term(pattern: pattern, language: language, line: item.line)) }
            } else if let term = mapping(item, language: language) {
                terms.append(term)
            }
        }
        return terms
    }

    /// The first term too many is told; those behind it are not read.
    private mutating func hasRoom(for item: YAMLNode) -> Bool {
        count += 1
        if count == limits.entries + 1 {
            report(
                item, "more than \(limits.entriesNamed), the most that a lexicon may have", text: item.scalar,
                remedy: "split the file into several lexicons and name each with --lexicon")
        }
        return count <= limits.entries
    }

    private mutating func mapping(_ node: YAMLNode, language: String?) -> Term? {
        guard node.entries != nil else {
            report(
                node, "a term is a text or a mapping, and this is \(node.kindName)",
                remedy: "write the term, or - term: TERM with unless: or near:")
            return nil
        }
        diagnostics += node.unknownKeys(known: ["term", "unless", "near"], file: file)
        let unless = node["unless"].map { patterns($0, key: "unless") } ?? []
        let near = node["near"].map { self.near($0) }
        guard let source = node["term"] else {
            report(node, "term: is missing", remedy: "write - term: TERM")
            return nil
        }
        // A term whose condition cannot be read is left out: without it, it would find too much.
        guard let pattern = pattern(source) else { return nil }
        if case .some(nil) = near { return nil }
        return Term(pattern: pattern, language: language, unless: unless, near: near ?? nil, line: source.line)
    }

    private mutating func near(_ node: YAMLNode) -> NearCondition? {
        guard node.entries != nil else {
            report(node, "near: takes a mapping, and this is \(node.kindName)", remedy: "write near: {any: [one, another], within: 5}")
            return nil
        }
        diagnostics += node.unknownKeys(known: ["any", "within", "where"], file: file)
        let any = node["any"].map { patterns($0, key: "any") }
        if any == nil { report(node, "any: is missing", remedy: "list the words to look for, any: [one, another]") }
        let within = within(node)
        let side = side(node)
        guard let any, let within, let side else { return nil }
        return NearCondition(any: any, within: within, side: side)
    }

    private mutating func within(_ near: YAMLNode) -> Int? {
        let remedy = "give the distance in words; 1 is the next word"
        guard let node = near["within"] else {
            report(near, "within: is missing", remedy: remedy)
            return nil
        }
        if let text = node.scalar, text.utf8.allSatisfy({ (48...57).contains($0) }), let words = Int(text), words <= Self.farthestNeighbour
        {
            return words
        }
        report(node, "within: takes a whole number up to \(Self.farthestNeighbour)", text: node.scalar, remedy: remedy)
        return nil
    }

    private mutating func side(_ near: YAMLNode) -> NearCondition.Side? {
        guard let node = near["where"] else { return .either }
        if let side = node.scalar.flatMap(NearCondition.Side.init) { return side }
        let names = ["before", "after", "either"]
        let nearest = node.scalar.flatMap { NearestName.find($0, in: names) }.map { "did you mean \u{201C}\($0)\u{201D}?" }
        report(
            node, "where: takes before, after or either", text: node.scalar,
            remedy: nearest ?? "write one of them, or leave the line out for either")
        return nil
    }

    private mutating func patterns(_ node: YAMLNode, key: String) -> [TermPattern] {
        guard let items = node.items else {
            report(node, "\(key): takes a list, and this is \(node.kindName)", remedy: "write \(key): [one, another]")
            return []
        }
        if items.isEmpty { report(node, "\(key): is empty", remedy: "list a term or leave the condition out") }
        return items.compactMap { pattern($0) }
    }

    private mutating func pattern(_ node: YAMLNode) -> TermPattern? {
        guard let source = node.scalar else {
            report(node, "a term is a text, and this is \(node.kindName)", remedy: "put a term that holds { or [ in quotation marks")
            return nil
        }
        return pattern(source, at: node)
    }

    private mutating func pattern(_ source: String, at node: YAMLNode) -> TermPattern? {
        let (pattern, faults) = TermPatternParser.parse(source)
        for fault in faults {
            let column = column(of: fault.column, in: source, at: node)
            diagnostics.append(
                Diagnostic(
                    fault.severity, file: file, line: node.line, column: column, message: fault.message, text: source, remedy: fault.remedy
                ))
        }
        return pattern
    }

    /// The column in the file of a character of the term, in Unicode scalars; where the file spells the term otherwise than it reads
    /// (escapes, several lines), the column where the term begins.
    private mutating func column(of column: Int, in source: String, at node: YAMLNode) -> Int {
        guard lines.indices.contains(node.line - 1) else { return node.column }
        let line = lines[node.line - 1].unicodeScalars.dropFirst(node.column - 1)
        let quotation = line.first.map { $0 == "\"" || $0 == "'" } ?? false ? 1 : 0
        let before = Array(source.prefix(column - 1).unicodeScalars)
        guard Array(line.dropFirst(quotation).prefix(before.count)) == before else { return node.column }
        return node.column + quotation + before.count
    }

    private mutating func report(_ node: YAMLNode, _ message: String, text: String? = nil, remedy: String) {
        diagnostics.append(node.diagnostic(message, file: file, text: text, remedy: remedy))
    }
}

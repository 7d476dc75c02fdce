import Diagnostics
import Words

/// Reads one lexicon file's nodes; collects what is wrong and goes on.
struct LexiconReader {
    let file: String
    private(set) var diagnostics: [Diagnostic] = []
    private var terms: TermReader

    init(text: String, file: String, limits: DictionaryLimits) {
        self.file = file
        terms = TermReader(text: text, file: file, limits: limits)
    }

    mutating func lexicon(_ root: YAMLNode) -> Lexicon? {
        guard root.entries != nil else {
            report(root, "a lexicon is a mapping, and this is \(root.kindName)", remedy: "begin with a line such as lexicon: NAME")
            return nil
        }
        checkKeys(of: root, known: ["lexicon", "format", "version", "language", "concepts", "speakers"])
        checkFormat(root)
        let name = requiredText("lexicon", in: root, remedy: "add a line lexicon: NAME")
        let version = optionalText("version", in: root)
        let language = language(in: root)
        let lexicon = Lexicon(
            name: name ?? "", version: version ?? "", language: language, concepts: concepts(in: root), speakers: speakers(in: root)
        )
        diagnostics += terms.diagnostics
        return lexicon
    }

    private mutating func language(in root: YAMLNode) -> String? {
        guard let text = optionalText("language", in: root) else { return nil }
        let tag = LanguageTag.canonical(text)
        if tag == nil { report(root["language"] ?? root, "a language that is none", text: text, remedy: "write a tag such as en or ru") }
        return tag
    }

    private mutating func checkFormat(_ root: YAMLNode) {
        let remedy = "write format: \(LexiconFile.format), the one format there is"
        guard let format = requiredText("format", in: root, remedy: remedy), format != LexiconFile.format else { return }
        report(root["format"] ?? root, "an unknown format", text: format, remedy: remedy)
    }

    private mutating func concepts(in root: YAMLNode) -> [Concept] {
        let remedy = "list at least one concept under concepts:"
        guard let node = root["concepts"] else {
            report(root, "the lexicon has no concepts", remedy: remedy)
            return []
        }
        guard let items = node.items, !items.isEmpty else {
            report(node, "the lexicon has no concepts", remedy: remedy)
            return []
        }
        let concepts = mappings(items, named: "concept").compactMap { node in concept(node).map { (node, $0) } }
        checkDistinct(concepts.map { (place(of: "concept", in: $0.0), $0.1.id) }, kind: "concept")
        return concepts.map(\.1)
    }

    private mutating func concept(_ node: YAMLNode) -> Concept? {
        checkKeys(of: node, known: ["concept", "label", "question", "framings"])
        let id = identifier("concept", in: node)
        let label = optionalText("label", in: node)
        let question = optionalText("question", in: node)
        let framings = framings(in: node)
        guard let id else { return nil }
        return Concept(id: id, label: label ?? Self.label(for: id), question: question, framings: framings)
    }

    private mutating func framings(in concept: YAMLNode) -> [Framing] {
        guard let node = concept["framings"], let items = node.items, !items.isEmpty else {
            report(concept["framings"] ?? concept, "the concept has no framings", remedy: "list them under framings:")
            return []
        }
        let framings = mappings(items, named: "framing").compactMap { node in framing(node).map { (node, $0) } }
        checkDistinct(framings.map { (place(of: "framing", in: $0.0), $0.1.id) }, kind: "framing")
        checkOpposites(framings)
        return framings.map(\.1)
    }

    private mutating func framing(_ node: YAMLNode) -> Framing? {
        checkKeys(of: node, known: ["framing", "label", "note", "opposite", "terms"])
        let id = identifier("framing", in: node)
        let label = optionalText("label", in: node)
        let note = optionalText("note", in: node)
        let opposite = optionalText("opposite", in: node)
        let terms = node["terms"].map { self.terms.terms($0) } ?? []
        if terms.isEmpty, node["terms"].map({ $0.entries == nil && ($0.items ?? []).isEmpty }) ?? true {
            report(node["terms"] ?? node, "the framing has no terms", text: id, remedy: "list them under terms:, or leave the framing out")
        }
        guard let id else { return nil }
        return Framing(id: id, label: label ?? Self.label(for: id), note: note, opposite: opposite, terms: terms)
    }

    private mutating func checkOpposites(_ framings: [(node: YAMLNode, framing: Framing)]) {
        let ids = framings.map(\.framing.id)
        for (node, framing) in framings {
            guard let opposite = framing.opposite else { continue }
            let place = place(of: "opposite", in: node)
            if opposite == framing.id {
                report(place, "a framing cannot be its own opposite", text: opposite, remedy: "name the framing that mirrors it")
            } else if !ids.contains(opposite) {
                let nearest = NearestName.find(opposite, in: ids).map { "did you mean \u{201C}\($0)\u{201D}?" }
                report(
                    place, "no framing of this concept has that id", text: opposite,
                    remedy: nearest ?? "the framings are \(ids.joined(separator: ", "))")
            }
        }
    }

    private mutating func speakers(in root: YAMLNode) -> [Speaker] {
        guard let node = root["speakers"] else { return [] }
        guard let items = node.items else {
            if node.kindName != "nothing" {
                report(node, "speakers: takes a list, and this is \(node.kindName)", remedy: "begin each with - speaker: NAME")
            }
            return []
        }
        let speakers = mappings(items, named: "speaker").compactMap { node in speaker(node).map { (node, $0) } }
        checkDistinct(speakers.map { (place(of: "speaker", in: $0.0), $0.1.name) }, kind: "speaker")
        return speakers.map(\.1)
    }

    private mutating func speaker(_ node: YAMLNode) -> Speaker? {
        checkKeys(of: node, known: ["speaker", "side", "aliases"])
        let name = requiredText("speaker", in: node, remedy: "write - speaker: NAME")
        let side = optionalText("side", in: node)
        let aliases = node["aliases"].map { texts($0, key: "aliases") } ?? []
        return name.map { Speaker(name: $0, side: side, aliases: aliases) }
    }

    private mutating func texts(_ node: YAMLNode, key: String) -> [String] {
        guard let items = node.items else {
            report(node, "\(key): takes a list, and this is \(node.kindName)", remedy: "write \(key): [one, another]")
            return []
        }
        return items.compactMap { item in
            if let text = item.scalar, !text.isEmpty { return text }
            report(item, "\(key): takes texts, and this is \(item.kindName)", remedy: "write the text, or leave the line out")
            return nil
        }
    }

    /// `occupied-land` reads "occupied land".
    private static func label(for id: String) -> String {
        String(id.map { $0 == "-" || $0 == "_" ? " " : $0 })
    }
}

extension LexiconReader {
    private mutating func report(_ node: YAMLNode, _ message: String, text: String? = nil, remedy: String) {
        diagnostics.append(node.diagnostic(message, file: file, text: text, remedy: remedy))
    }

    private mutating func checkKeys(of node: YAMLNode, known: [String]) {
        diagnostics += node.unknownKeys(known: known, file: file)
    }

    private func place(of key: String, in node: YAMLNode) -> YAMLNode { node[key] ?? node }

    private mutating func mappings(_ items: [YAMLNode], named key: String) -> [YAMLNode] {
        items.filter { item in
            if item.entries != nil { return true }
            report(item, "a \(key) is a mapping, and this is \(item.kindName)", text: item.scalar, remedy: "begin it with - \(key): ID")
            return false
        }
    }

    private mutating func requiredText(_ key: String, in node: YAMLNode, remedy: String) -> String? {
        guard let value = node[key] else {
            report(node, "\(key): is missing", remedy: remedy)
            return nil
        }
        if let text = value.scalar, !text.isEmpty { return text }
        report(value, "\(key): takes a text, and this is \(value.kindName)", remedy: remedy)
        return nil
    }

    private mutating func optionalText(_ key: String, in node: YAMLNode) -> String? {
        guard let value = node[key] else { return nil }
        return requiredText(key, in: node, remedy: value.kindName == "nothing" ? "give it a value or leave the line out" : "write one text")
    }

    private mutating func identifier(_ key: String, in node: YAMLNode) -> String? {
        guard let id = requiredText(key, in: node, remedy: "give each \(key) an id, - \(key): ID") else { return nil }
        let isValid = id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45 }
        if !isValid {
            report(
                place(of: key, in: node), "an id holds small letters a to z, digits, - and _ only", text: id,
                remedy: Self.identifierRemedy(id))
        }
        return isValid ? id : nil
    }

    private static func identifierRemedy(_ id: String) -> String {
        let nearest = id.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" }
        return "write \(String(nearest)), and the words for readers as label:"
    }

    private mutating func checkDistinct(_ names: [(place: YAMLNode, name: String)], kind: String) {
        var lines: [String: Int] = [:]
        for (place, name) in names {
            if let first = lines[name] {
                report(
                    place, "a second \(kind) of that name, first on line \(first)", text: name,
                    remedy: "give each its own, or put the two together")
            } else {
                lines[name] = place.line
            }
        }
    }
}

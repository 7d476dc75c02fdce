import Diagnostics
import Foundation

/// A foreign dictionary as a lexicon.
///
/// Top categories are concepts and the categories below them their framings. A top category without others below it becomes a concept of one
/// framing, which is compared by its rate: its share of itself says nothing. Where a term stands in two categories below one top, these are
/// no alternatives (a term can count for one framing of a concept only), and each becomes a concept of its own.
struct LexiconConversion {
    private let dictionary: CategoryDictionary
    private let file: String
    private let tops: [Int]
    private var conceptIds = DistinctIds()
    private var faults = LimitedDiagnostics()
    private(set) var lexicon: Lexicon

    var diagnostics: [Diagnostic] { faults.listed }

    init(_ source: CategoryDictionary, file: String) {
        dictionary = source.withoutRoot
        self.file = file
        tops = dictionary.tops
        lexicon = Lexicon(name: dictionary.name, version: "", language: nil, concepts: [], speakers: [])
        let members = Dictionary(grouping: dictionary.categories.indices, by: { tops[$0] })
        for top in dictionary.categories.indices where dictionary.categories[top].parent == nil {
            convert(members[top] ?? [], top: top)
        }
        reportLosses()
    }

    private mutating func convert(_ members: [Int], top: Int) {
        let filled = members.filter { !dictionary.categories[$0].entries.isEmpty }
        guard !filled.isEmpty else { return }
        if filled.count > 1, let shared = sharedTerm(among: filled) {
            report(
                .note, shared.line,
                "a term stands in two categories of \u{201C}\(dictionary.categories[top].name)\u{201D}, so each of these is a concept of its own, "
                    + "compared by its rate", text: shared.pattern.source)
            for category in filled { addConcept(of: [category], named: category) }
        } else {
            addConcept(of: filled, named: top)
        }
    }

    private mutating func addConcept(of categories: [Int], named owner: Int) {
        let name = dictionary.path(of: owner)
        var concept = Concept(id: conceptIds.id(for: name), label: Self.label(name), question: nil, framings: [])
        var framingIds = DistinctIds()
        for category in categories {
            // Below the concept's own category, names are those from there down.
            let below = category == owner ? [dictionary.categories[owner].name] : Array(dictionary.path(of: category).dropFirst(name.count))
            concept.framings.append(
                Framing(
                    id: category == owner ? framingIds.keep(concept.id) : framingIds.id(for: below), label: Self.label(below),
                    note: dictionary.categories[category].note, opposite: nil, terms: dictionary.categories[category].entries.map(\.term)))
        }
        lexicon.concepts.append(concept)
    }

    private static func label(_ path: [String]) -> String { path.joined(separator: " / ") }

    /// A term of two of the categories.
    private func sharedTerm(among categories: [Int]) -> Term? {
        var owners: [String: Int] = [:]
        for category in categories {
            for entry in dictionary.categories[category].entries {
                let key = entry.term.pattern.source.lowercased()
                if let owner = owners[key], owner != category { return entry.term }
                owners[key] = category
            }
        }
        return nil
    }

    private mutating func reportLosses() {
        let parents = Set(dictionary.categories.compactMap(\.parent))
        for (index, category) in dictionary.categories.enumerated() where category.entries.isEmpty && !parents.contains(index) {
            report(.note, category.line, "a category without terms, left out", text: category.name)
        }
        let weighted = dictionary.categories.lazy.flatMap(\.entries).filter { $0.weight != nil }
        if let first = weighted.first {
            report(.note, first.term.line, "weights are not used: each hit counts as one", text: first.term.pattern.source)
        }
        if lexicon.concepts.isEmpty {
            report(.error, 1, "no category has a term that can be read", remedy: "see the format's description in docs/lexicon-formats.md")
        }
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ line: Int, _ message: String, text: String? = nil, remedy: String? = nil
    ) {
        faults.append(Diagnostic(severity, file: file, line: line, message: message, text: text, remedy: remedy))
    }
}

extension CategoryDictionary {
    /// Yoshikoder's files have one category at the top, which is the dictionary itself: where `hasRoot` says so, those below it are the top.
    var withoutRoot: CategoryDictionary {
        guard hasRoot, categories.count > 1, categories.count(where: { $0.parent == nil }) == 1 else { return self }
        var copy = self
        copy.name = categories[0].name
        let keepsRoot = !categories[0].entries.isEmpty
        for index in copy.categories.indices where copy.categories[index].parent == 0 { copy.categories[index].parent = nil }
        if keepsRoot { return copy }
        copy.categories.removeFirst()
        for index in copy.categories.indices { copy.categories[index].parent = copy.categories[index].parent.map { $0 - 1 } }
        return copy
    }
}

/// Ids made of names, each given once.
struct DistinctIds {
    private var used: Set<String> = []

    /// The id for a path of names: letters a to z and digits, `_` between the names.
    mutating func id(for path: [String]) -> String {
        let base = path.map(Self.slug).joined(separator: "_")
        var candidate = base
        var number = 2
        while !used.insert(candidate).inserted {
            candidate = "\(base)-\(number)"
            number += 1
        }
        return candidate
    }

    mutating func keep(_ id: String) -> String {
        used.insert(id)
        return id
    }

    /// `+STATE+` is "plus-state", so that it differs from `-STATE-`.
    private static func slug(_ name: String) -> String {
        let signs: [Character: String] = ["+": "plus-", "=": "equal-", "-": "minus-"]
        let sign = name.first.flatMap { signs[$0] } ?? ""
        var letters = ""
        for scalar in decomposed(name) {
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                letters.unicodeScalars.append(scalar)
            } else if scalar == "_" {
                letters += "_"
            } else if !scalar.properties.isDiacritic, scalar.properties.generalCategory != .nonspacingMark, letters.last != "-",
                !letters.isEmpty
            {
                letters += "-"
            }
        }
        while letters.last == "-" { letters.removeLast() }
        return letters.isEmpty ? "category" : sign + letters
    }

    /// Without marks on letters where Unicode takes them apart.
    private static func decomposed(_ name: String) -> String.UnicodeScalarView {
        name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
    }
}

/// A lexicon as other tools keep it: categories in a tree, each with its entries.
///
/// Every foreign format is read into one of these and written from one, so that formats know nothing of each other. How it becomes a
/// `Lexicon` is said by `Lexicon.init(_: CategoryDictionary)`.
package struct CategoryDictionary: Sendable {
    package var name: String
    /// Parents before their children, in the order of the file.
    package var categories: [Category] = []
    /// Whether a single category at the top stands for the dictionary itself.
    package var hasRoot = false

    package struct Category: Sendable {
        package var name: String
        /// Index of the category that it stands in; nil at the top.
        package var parent: Int?
        package var note: String?
        /// 1-based line of its name.
        package var line: Int
        package var entries: [Entry] = []
    }

    package struct Entry: Sendable {
        package var term: Term
        /// As the file gives it; the program counts each hit as one.
        package var weight: Double?
    }

    package init(name: String) { self.name = name }

    /// The names from the top down to the category.
    package func path(of category: Int) -> [String] {
        let current = categories[category]
        return (current.parent.map { path(of: $0) } ?? []) + [current.name]
    }

    /// The index of the top category that each category stands in.
    var tops: [Int] {
        var tops: [Int] = []
        for (index, category) in categories.enumerated() { tops.append(category.parent.map { tops[$0] } ?? index) }
        return tops
    }
}

extension CategoryDictionary {
    /// What a dictionary holds, in numbers.
    package struct Size: Hashable, Sendable {
        package let categories: Int
        /// Entries; one in two categories counts twice.
        package let memberships: Int
        package let terms: Int
        package let termsWithWildcards: Int
        package let termsOfSeveralWords: Int
    }

    package var size: Size {
        var distinct: [String: TermPattern] = [:]
        for entry in categories.lazy.flatMap(\.entries) { distinct[entry.term.pattern.source.lowercased()] = entry.term.pattern }
        return Size(
            categories: categories.count, memberships: categories.reduce(0) { $0 + $1.entries.count }, terms: distinct.count,
            termsWithWildcards: distinct.values.count(where: \.hasWildcard),
            termsOfSeveralWords: distinct.values.count { $0.elements.count > 1 }
        )
    }
}

extension TermPattern {
    var hasWildcard: Bool { elements.contains(where: \.hasWildcard) }
}

extension TermPattern.Element {
    fileprivate var hasWildcard: Bool {
        switch self {
        case .compound(let compound): !compound.words.allSatisfy { $0.literal != nil }
        case .choice(let alternatives): alternatives.contains { $0.contains(where: \.hasWildcard) }
        case .gap: false
        }
    }
}

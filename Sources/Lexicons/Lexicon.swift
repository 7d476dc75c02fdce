/// A measuring instrument: concepts, each with its framings, each with its terms, and the speakers of the field.
package struct Lexicon: Sendable {
    package var name: String
    /// Its owner's version of it; `format` is the file format's and always 1.
    package var version: String
    package var language: String?
    /// In the owner's order of importance: the first leads the report.
    package var concepts: [Concept]
    package var speakers: [Speaker]

    package init(name: String, version: String, language: String?, concepts: [Concept], speakers: [Speaker]) {
        self.name = name
        self.version = version
        self.language = language
        self.concepts = concepts
        self.speakers = speakers
    }
}

/// One referent that sources name in different ways.
package struct Concept: Sendable {
    package var id: String
    package var label: String
    package var question: String?
    package var framings: [Framing]

    package init(id: String, label: String, question: String?, framings: [Framing]) {
        self.id = id
        self.label = label
        self.question = question
        self.framings = framings
    }
}

/// One way of naming a concept's referent.
package struct Framing: Sendable {
    package var id: String
    package var label: String
    package var note: String?
    /// The id of the mirrored framing of the same concept, for findings about pairs.
    package var opposite: String?
    package var terms: [Term]

    package init(id: String, label: String, note: String?, opposite: String?, terms: [Term]) {
        self.id = id
        self.label = label
        self.note = note
        self.opposite = opposite
        self.terms = terms
    }
}

/// A pattern that counts for a framing, with the contexts that cancel or allow it.
package struct Term: Sendable {
    package var pattern: TermPattern
    /// The language whose articles it is for; nil for all.
    package var language: String?
    /// Longer contexts: a hit inside a match of one of these is no hit.
    package var unless: [TermPattern]
    package var near: NearCondition?
    /// Where it stands in its file, 1-based.
    package var line: Int

    package init(pattern: TermPattern, language: String? = nil, unless: [TermPattern] = [], near: NearCondition? = nil, line: Int = 0) {
        self.pattern = pattern
        self.language = language
        self.unless = unless
        self.near = near
        self.line = line
    }
}

/// One of `any` must stand within `within` words (1 = adjacent) of the hit, on the side named, in the same sentence.
package struct NearCondition: Sendable {
    package enum Side: String, Sendable {
        case before, after, either
    }

    package var any: [TermPattern]
    package var within: Int
    package var side: Side

    package init(any: [TermPattern], within: Int, side: Side = .either) {
        self.any = any
        self.within = within
        self.side = side
    }
}

/// Somebody who speaks in the articles.
package struct Speaker: Sendable, Equatable {
    /// The full name as the report prints it.
    package var name: String
    package var side: String?
    /// Other names and roles under which the texts mention the speaker.
    package var aliases: [String]

    package init(name: String, side: String?, aliases: [String]) {
        self.name = name
        self.side = side
        self.aliases = aliases
    }
}

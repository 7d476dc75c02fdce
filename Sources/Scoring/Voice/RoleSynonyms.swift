import Words

/// Nouns by which English news calls one and the same office.
enum RoleSynonyms {
    /// The other roles that a noun may stand for.
    static func roles(for noun: UInt64) -> [UInt64] { places[noun].map { synonyms[$0] } ?? [] }

    /// The hashes of the nouns that may stand for each row's first.
    private static let synonyms = rows.map { $0.1.map(NameText.hash(ofFolded:)) }
    private static let places: HashedNumbers = {
        var places = HashedNumbers()
        for (place, row) in rows.enumerated() { places[NameText.hash(ofFolded: row.0)] = place }
        return places
    }()

    private static let rows: [(String, [String])] = [
        ("diplomat", ["ambassador", "envoy", "minister", "spokeswoman", "spokesman"]), ("leader", ["president", "premier", "chancellor"]),
        ("envoy", ["ambassador", "diplomat"]), ("ambassador", ["envoy"]), ("premier", ["minister"]),
        ("lawyer", ["attorney"]), ("attorney", ["lawyer"]),
        ("lawmaker", ["senator", "representative", "congressman", "congresswoman", "sen", "rep", "legislator"]),
        ("senator", ["sen"]), ("congressman", ["rep", "representative"]), ("congresswoman", ["rep", "representative"]),
        ("governor", ["gov"]), ("adviser", ["advisor", "aide"]), ("advisor", ["adviser", "aide"]), ("aide", ["adviser", "advisor"]),
        ("general", ["gen"]), ("spokesperson", ["spokesman", "spokeswoman"]),
    ]
}

/// Nouns by which English news calls one and the same office.
enum RoleSynonyms {
    /// The hashes of the nouns that may stand for a role; the noun itself where it has no synonyms.
    static func alike(_ noun: UInt64) -> Set<UInt64> { table[noun] ?? [noun] }

    private static let table: [UInt64: Set<UInt64>] = {
        var table: [UInt64: Set<UInt64>] = [:]
        for (noun, others) in rows {
            table[NameText.hash(ofFolded: noun)] = Set(([noun] + others).map(NameText.hash(ofFolded:)))
        }
        return table
    }()

    private static let rows: [(String, [String])] = [
        ("diplomat", ["ambassador", "envoy"]), ("envoy", ["ambassador", "diplomat"]), ("ambassador", ["envoy"]), ("premier", ["minister"]),
        ("lawyer", ["attorney"]), ("attorney", ["lawyer"]),
        ("lawmaker", ["senator", "representative", "congressman", "congresswoman", "sen", "rep", "legislator"]),
        ("senator", ["sen"]), ("congressman", ["rep", "representative"]), ("congresswoman", ["rep", "representative"]),
        ("governor", ["gov"]), ("adviser", ["advisor", "aide"]), ("advisor", ["adviser", "aide"]), ("aide", ["adviser", "advisor"]),
        ("general", ["gen"]), ("spokesperson", ["spokesman", "spokeswoman"]),
    ]
}

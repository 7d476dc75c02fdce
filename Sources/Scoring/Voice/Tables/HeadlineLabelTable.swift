import Words

/// Words before a headline's colon that say what it is about, not who speaks: "Nagorno-Karabakh: Thousands flee", "Ukraine war: What we know".
///
/// Only the last word before the colon is asked about, so that "Gaza ministry:" speaks.
enum HeadlineLabelTable {
    /// Whether the hash is that of such a word in lower case.
    static func contains(_ word: UInt64) -> Bool { names[word] != nil }

    private static let names = (regions + " " + topics).split(separator: " ").reduce(into: HashedNumbers()) {
        $0[NameText.hash(ofFolded: String($1))] = 0
    }

    /// Regions without a government that headlines let speak.
    private static let regions =
        "nagorno-karabakh karabakh gaza crimea donbas donbass donetsk luhansk kashmir xinjiang tibet darfur tigray rakhine idlib sinai chechnya"

    private static let topics =
        "war conflict crisis blockade siege ceasefire truce peace talks summit deal clashes fighting battle offensive invasion attack attacks strike strikes bombing shelling explosion protest protests riots unrest election elections vote referendum row dispute tensions border corridor exodus refugees evacuation earthquake flood floods fire anniversary timeline history background summary facts q&a"
}

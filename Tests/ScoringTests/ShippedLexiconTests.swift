import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing

/// What the shipped lexicon finds in sentences of ours, and what it leaves alone: homographs, the other side's doing, and who stands nearest to a verb.
@Suite struct ShippedLexiconTests {
    private static let scorer = Result {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "lexicons/karabakh.yaml")
        let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
        return LexiconScorer(lexicon: try #require(LexiconFile.read(text, file: "karabakh.yaml").lexicon), voices: .none)
    }

    /// "surface = concept/framing", in the order of the text.
    private func hits(_ sentence: String, concepts: Set<String>) throws -> [String] {
        try Self.scorer.get().score([makeArticle(sentence)])[0].hits.filter { concepts.contains($0.concept) }
            .map { "\($0.surface) = \($0.concept)/\($0.framing)" }
    }

    /// A sentence and all that is to be found in it of the concepts that follow; of a concept named alone nothing is to be found.
    struct Row: CustomTestStringConvertible {
        let sentence: String
        let found: [String]
        init(_ sentence: String, _ found: String...) {
            self.sentence = sentence
            self.found = found
        }
        var testDescription: String { sentence }
        var hits: [String] { found.filter { $0.contains(" = ") } }
        var concepts: Set<String> {
            Set(found.map { String($0.split(separator: " = ").last!.prefix { $0 != "/" }) })
        }
    }

    static let rows = [
        // Status of the territory
        Row("Rebels gave up arms in Azerbaijan's breakaway Nagorno-Karabakh region.", "breakaway = territory_status/breakaway"),
        Row("The envoy had occupied a seat in the cabinet for a year.", "territory_status"),
        Row("Azerbaijani forces occupy two heights near Jermuk.", "Azerbaijani forces occupy = territory_status/occupied-by-azerbaijan"),
        Row(
            "Units stand in the occupied territories of the Martakert region of Artsakh.",
            "occupied territories = territory_status/occupied-by-azerbaijan"),
        Row(
            "The ethnic Armenian-run enclave lost its road.",
            "ethnic Armenian-run = territory_status/armenian-controlled", "enclave = territory_status/enclave"),
        Row("The status of Karabakh is an internal affair, Baku said.", "internal affair = territory_status/azerbaijani-territory"),
        Row("The ministry spoke of an internal matter of Armenia.", "territory_status"),
        Row(
            "Home mostly to Armenians, the valley was run by a separatist leadership, supported by Yerevan.",
            "Home mostly to Armenians = territory_status/armenian-populated",
            "run by a separatist leadership = territory_status/armenian-controlled",
            "supported by Yerevan = territory_status/armenian-backed"),
        Row("They fear for Artsakh and would not leave their homeland.", "their homeland = territory_status/historic-armenian-land"),
        Row("The district broke from Azerbaijan long ago.", "broke from Azerbaijan = sovereignty_claim/secession"),
        // Names: the corridor has one name in every side's English, the town has two
        Row("A truck was stopped on the Lachin corridor.", "place_name"),
        Row("Guards at the Lachin border checkpoint turned it back.", "place_name"),
        Row("The town of Lachin was empty.", "Lachin = place_name/azerbaijani-form"),
        // What Azerbaijan does
        Row("Activists blocked the Berdzor (Lachin) corridor.", "blocked the Berdzor (Lachin) corridor = azerbaijani_action/blockade"),
        Row("The only road to Stepanakert has been blocked for a week.", "blocked = azerbaijani_action/blockade"),
        Row("Opposition supporters in Yerevan blocked the road to the airport.", "azerbaijani_action"),
        Row("In Goris they spoke of the depatriation of a people.", "depatriation = azerbaijani_action/ethnic-cleansing"),
        Row("The ministry warned of the extermination of the people of Artsakh.", "extermination = azerbaijani_action/genocide"),
        Row("Soldiers said they would exterminate the rats in the cellar.", "azerbaijani_action"),
        Row("Azerbaijan launched an assault on the separatist region.", "launched an assault = azerbaijani_action/strikes-on"),
        Row(
            "Rescuers dug in Ganja, the second city of Azerbaijan, after a Scud missile attack.",
            "azerbaijani_action", "Scud missile attack = armenian_action/strikes-on"),
        Row("Yerevan denounced a large-scale aggression.", "large-scale aggression = azerbaijani_action/aggression"),
        Row("The aggression of Azerbaijan goes on, the note says.", "aggression of Azerbaijan = azerbaijani_action/aggression"),
        Row("Baku called it a war crime.", "azerbaijani_action", "war crime = armenian_action/crimes"),
        Row("Yerevan called it a war crime.", "war crime = azerbaijani_action/war-crimes", "armenian_action"),
        Row(
            "Ankara stands by Azerbaijan in the face of Armenian aggression.",
            "azerbaijani_action", "aggression = armenian_action/aggression"),
        Row("Baku accused Armenia of launching a night offensive.", "azerbaijani_action", "offensive = armenian_action/offensive"),
        Row(
            "Azerbaijan accused Armenia of firing a ballistic missile.",
            "azerbaijani_action", "firing a ballistic missile = armenian_action/strikes-on"),
        Row(
            "According to Pashinyan, the blockade violates the ceasefire.",
            "blockade = azerbaijani_action/blockade", "violates the ceasefire = azerbaijani_action/ceasefire-violation", "armenian_action"),
        Row("Armenia should send home the mercenaries.", "azerbaijani_action", "mercenaries = armenian_forces/terrorists"),
        // What Armenia does
        Row("Deminers found forty mines in a field.", "Deminers = armenian_action/landmines", "mines = armenian_action/landmines"),
        Row("The gold mines of the district were sold.", "armenian_action"),
        Row(
            "Provocations of Armenia were reported on the road.", "azerbaijani_action",
            "Provocations of Armenia = armenian_action/provocation"),
        // Who stands nearest before the verb broke the truce
        Row(
            "Units of the Azerbaijani armed forces at posts north of the lake and of the old mill on the river violated the ceasefire.",
            "violated the ceasefire = azerbaijani_action/ceasefire-violation", "armenian_action"),
        Row(
            "Officials in Baku say so. Armenia violated the humanitarian truce.",
            "azerbaijani_action", "violated the humanitarian truce = armenian_action/ceasefire-violation"),
        // The fighting
        Row("The fighting to the north of the town ceased.", "fighting = the_fighting/fighting"),
        Row("She is fighting to keep her shop.", "the_fighting"),
        Row("Few dispute that the talks failed.", "the_fighting"),
        // Land that changes hands
        Row("Azerbaijan regained parts of the former oblast.", "regained = change_of_control/recapture"),
        Row(
            "Baku retook land it had lost a generation ago.",
            "retook = change_of_control/recapture", "land it had lost = change_of_control/loss"),
        Row("His troops freed the city of Zangilan.", "freed the city = change_of_control/liberation"),
        Row("Rifles were seized at the border post.", "change_of_control"),
        Row("Army units took control measures on the road.", "change_of_control"),
        // Forces and authorities
        Row("The remnants of the Armenian army are to leave.", "Armenian army = armenian_forces/armenian-state-forces"),
        Row("Their defence forces in Karabakh laid down arms.", "defence forces = armenian_forces/defence-army"),
        Row("Shells fell on Shushi, the second-largest city in Nagorno-Karabakh.", "karabakh_authorities"),
        Row("In the main town of Stepanakert shops were shut.", "main town = karabakh_authorities/main-city"),
        Row("The State Minister of Artsakh spoke.", "State Minister of Artsakh = karabakh_authorities/state-institutions"),
        // Who lives there
        Row("During the Azeri offensive more fled.", "fled = karabakh_population/exodus"),
        Row(
            "Half a million Azeri civilians were pushed out.", "Azeri civilians were pushed out = karabakh_population/azerbaijani-displaced"
        ),
        // Terms of peace
        Row("The Armenian armed forces must leave our lands.", "leave our lands = terms_of_peace/withdrawal-demand"),
        Row("We had to leave our land at night.", "terms_of_peace"),
        Row("They promise that all shall be equal citizens.", "equal citizens = terms_of_peace/reintegration"),
        Row(
            "The border has been neither delimited nor demarcated.",
            "delimited = terms_of_peace/border-settlement", "demarcated = terms_of_peace/border-settlement"),
        Row("The region's status is open.", "region's status = terms_of_peace/status-and-autonomy"),
    ]

    @Test(arguments: rows)
    func aSentenceGivesTheseHitsOfItsConcepts(row: Row) throws {
        #expect(try hits(row.sentence, concepts: row.concepts) == row.hits)
    }
}

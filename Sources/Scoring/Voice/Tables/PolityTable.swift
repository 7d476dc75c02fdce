import Words

/// Countries and capitals by which news prose calls a government: "Baku said", "Turkey denied".
///
/// They speak as bodies, so that "he" is never a country and "it" may be one. Names of two words and names that are first names as well (Chad,
/// Jordan, Georgia, Paris, Victoria) are left out. Sources: United Nations, list of member states; CIA World Factbook, field "Capital"
/// (public domain), with the capitals of states of limited recognition.
enum PolityTable {
    /// Whether the hash is that of such a name in lower case.
    static func contains(_ word: UInt64) -> Bool { names[word] != nil }

    private static let names = (countries + " " + capitals + " " + movements).split(separator: " ").reduce(into: HashedNumbers()) {
        $0[NameText.hash(ofFolded: String($1))] = 0
    }

    private static let countries =
        "afghanistan albania algeria andorra angola argentina armenia artsakh australia austria azerbaijan bahamas bahrain bangladesh belarus belgium belize benin bhutan bolivia botswana brazil britain brunei bulgaria burma burundi cambodia cameroon canada chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar nagorno-karabakh namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga transnistria tunisia turkey türkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia zimbabwe"

    /// Movements that speak as bodies.
    private static let movements = "hamas hezbollah hizbullah hizballah fatah taliban houthis daesh isis isil"

    private static let capitals =
        "abuja accra algiers amman ankara apia ashgabat asmara astana asunción athens baghdad baku bamako bangkok bangui beijing beirut belgrade berlin bern bishkek bissau bogotá bogota brasília brasilia bratislava brazzaville brussels bucharest budapest cairo canberra caracas chisinau chișinău conakry copenhagen dakar damascus dhaka doha dublin dushanbe freetown gaborone hanoi harare havana helsinki islamabad jakarta jerusalem kabul kampala kathmandu khartoum kiev kyiv kigali kingston kinshasa lilongwe lima lisbon ljubljana lomé luanda lusaka madrid malabo managua manama manila maputo mexico minsk mogadishu monrovia montevideo moscow muscat nairobi nicosia nouakchott ottawa panama podgorica prague pretoria pristina pyongyang quito rabat rangoon reykjavik riga riyadh rome santiago sarajevo seoul skopje stepanakert stockholm sukhumi taipei tallinn tashkent tbilisi tehran thimphu tirana tiraspol tokyo tripoli tskhinvali tunis ulaanbaatar vienna vientiane vilnius warsaw washington wellington westminster yaoundé yerevan zagreb kremlin pentagon downing"
}

/// Nouns that stand for people and bodies who speak in the news.
///
/// Sources: Associated Press Stylebook, entries "titles", "legislative titles", "military titles", "religious titles" and "courtesy titles";
/// group nouns from the entries on government bodies, police and the military; agencies from the World Association of News Agencies' members.
enum SpeakerNounTable {
    static let rows: [(WordClass, String)] = [
        (
            .title,
            "president vice prime minister foreign defence defense interior finance secretary chancellor king queen prince princess emperor sultan emir pope cardinal archbishop bishop father rabbi imam ayatollah sheikh reverend rev pastor mr mrs ms mx dr prof professor sir dame lord lady baroness sen rep gov lt gen col maj capt cmdr adm sgt cpl pvt senator representative governor lieutenant general colonel major captain commander admiral sergeant corporal private congressman congresswoman congressperson councilman councilwoman councillor mayor judge justice chief attorney ambassador envoy commissioner director chairman chairwoman chairperson chair speaker leader whip treasurer comptroller sheriff officer deputy assistant acting former then-president premier officer detective inspector superintendent marshal brigadier field state special spokesman spokeswoman spokesperson candidate nominee republican democrat democratic presidential ex-president campaign manager adviser advisor strategist economist analyst editor reporter correspondent anchor host author coach solicitor st saint hon first"
        ),
        (.male, "mr sir lord king prince congressman chairman spokesman councilman father businessman"),
        (.female, "mrs ms dame lady queen princess baroness congresswoman chairwoman spokeswoman councilwoman businesswoman"),
        (
            .role,
            "spokesman spokeswoman spokesperson ambassador envoy diplomat minister president premier secretary chancellor official leader chief head director adviser advisor aide commander general colonel analyst expert economist professor lawyer attorney prosecutor judge justice mayor governor senator congressman congresswoman lawmaker legislator representative candidate nominee activist researcher scientist author writer journalist reporter editor correspondent historian scholar critic chairman chairwoman chairperson chair speaker deputy resident witness victim survivor farmer teacher doctor nurse officer soldier sergeant captain detective sheriff investigator inspector commissioner executive ceo founder co-founder owner manager negotiator mediator strategist pollster consultant host anchor pastor priest bishop pope king queen prince monarch sultan emir man woman mother father son daughter brother sister wife husband widow student boy girl source insider observer voter delegate operative moderator columnist commentator pundit fellow principal coordinator organizer organiser billionaire businessman businesswoman mogul republican democrat member veteran politician coach player actor actress singer dean provost politician frontrunner front-runner incumbent opponent rival fellow partner colleague counterpart physician biologist psychologist sociologist cleric engineer imam rabbi"
        ),
        (
            .group,
            "officials ministry government administration authorities police army military forces troops command department agency office council committee commission court parliament congress senate house party campaign union organization organisation group company firm bank board association federation foundation institute university college school embassy consulate mission delegation secretariat cabinet presidency kremlin pentagon leaders lawmakers legislators senators representatives ministers diplomats experts analysts economists critics opponents supporters activists protesters demonstrators residents witnesses villagers locals survivors relatives families people investigators prosecutors lawyers attorneys judges doctors scientists researchers scholars historians journalists reporters editors media press newspaper agency network channel report study survey poll statement document documents complaint lawsuit indictment filing memo letter spokespeople sources source insiders aides advisers advisors allies rebels militants separatists insurgents soldiers commanders officers republicans democrats conservatives liberals voters citizens americans britons sides parties countries nations states powers team crew panel tribunal bureau service services corps coalition alliance bloc syndicate trust club society observers monitors negotiators mediators executives employers workers unions farmers teachers students parents neighbors neighbours women men others many some both ministry's rights watchdog thinktank think-tank center centre authority staff news times post journal herald tribune gazette magazine tv radio television street republic republics union nations islands avenue city county university state states act day war wall week department institution supreme air security international national street's"
        ),
        (
            .place,
            "new los san santa saudi hong north south east west united white middle capitol wall silicon las el central northern southern eastern western latin great great sri costa puerto palm"
        ),
        (
            .agency,
            "reuters interfax tass afp ap bbc cnn cbs nbc abc msnbc ria ria-novosti xinhua anadolu azertac armenpress tanjug dpa efe ansa kyodo yonhap bloomberg upi npr pbs aljazeera politico axios fox wsj ukrinform belta kazinform apa trend"
        ),
    ]
}

/// One text a case, with the trap it holds; every sentence is invented.
enum VoiceCaseTable {
    static let cases: [(trap: String, text: String)] =
        marks + paragraphs + attribution + clauses + phrases + headlines + speakers + homographs

    static let marks: [(String, String)] = [
        ("straight marks", #"{q|Ana Ruiz|"The dam is safe for now,"} Ana Ruiz said on Friday."#),
        ("curly marks", "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz said on Friday."),
        ("British single marks with a contraction", "{q|Ana Ruiz|'We can't promise that yet,'} Ana Ruiz said. The dam held."),
        ("a possessive plural inside single marks", "{q|Ana Ruiz|'The farmers' fields are under water,'} Ana Ruiz said."),
        ("nested marks of one kind, curly", "{q|Ana Ruiz|“He called it “a miracle” and then he left us,”} Ana Ruiz said."),
        ("nested marks of one kind, straight", #"{q|Ana Ruiz|"He called it "a miracle" and then he left us,"} Ana Ruiz said."#),
        ("single inside double", #"{q|Ana Ruiz|"They said 'go home' and we went home,"} Ana Ruiz said."#),
        ("double inside single", #"{q|Ana Ruiz|'They said "go home" and we went home,'} Ana Ruiz said."#),
        ("guillemets", "{q|Ana Ruiz|«The dam is safe for now»}, said Ana Ruiz."),
        ("guillemets pointing inward", "{q|Ana Ruiz|»The dam is safe for now«}, said Ana Ruiz."),
        ("low-high marks", "{q|Ana Ruiz|„The dam is safe for now“}, said Ana Ruiz."),
        ("two closing singles for a double", "{q|Ana Ruiz|“The dam is safe for now,’’} Ana Ruiz said. The river rose."),
        ("backquotes", "{q|Ana Ruiz|``The dam is safe for now,''} Ana Ruiz said. The river rose."),
        ("a straight close to a curly open", "{q|Ana Ruiz|“The dam is safe for now,\"} Ana Ruiz said. The river rose."),
        (
            "inches and feet",
            #"The gauge is 5' 3" above the 12" line, and the "old" wall stands."#.replacing(#""old""#, with: #"{d||"old"}"#)
        ),
        ("decades and clipped words", "In the '80s the mill made rock 'n' roll records, and in the '90s it closed."),
        ("a dialogue dash", "{q|Ana Ruiz|— The dam is safe for now}, said Ana Ruiz."),
        ("brackets hold the editor's words", "{q|Ana Ruiz|“We shall repair {o||[the old dam]} before the spring rains,”} Ana Ruiz said."),
        ("an ellipsis inside", "{q|Ana Ruiz|“The dam … it is safe. We hope ... so,”} Ana Ruiz said."),
        ("no blank after the close", "{q||“The dam is quite safe.”}The river rose."),
        ("scare marks", "The {d||“expert”} never came to the valley."),
        ("title of a work", "Her novel, “The Long Water,” came out in May."),
        ("a programme behind its channel", "Ana Ruiz was seen on VTV's “Early Hour” on Monday."),
        ("a programme and its host", "“Early Hour” host Tom Hale left the hall on Monday."),
        ("a book and its writer", "Tom Hale, author of “The Long Water,” left the hall on Monday."),
        ("told to a programme", "Ana Ruiz told “Early Hour” that {r|Ana Ruiz|the dam was safe}."),
        ("a title on the air is no speech", "The mayor was a guest on “Morning Valley” in May."),
    ]

    static let paragraphs: [(String, String)] = [
        (
            "reopened in the next paragraph",
            "Ana Ruiz said: {q|Ana Ruiz|“The dam is safe for now.}\n\n{q|Ana Ruiz|“We shall watch it every night.”}\n\nThe river rose."
        ),
        (
            "three paragraphs, named at the end",
            "{q|Ana Ruiz|\"The dam is safe for now.}\n\n{q|Ana Ruiz|\"We shall watch it.}\n\n{q|Ana Ruiz|\"Nobody need leave,\"} Ana Ruiz said."
        ),
        (
            "a caption between two paragraphs",
            "Ana Ruiz said: {q|Ana Ruiz|“The dam is safe for now.}\n#c The dam at dawn\n{q|Ana Ruiz|“We shall watch it every night.”}"
        ),
        (
            "a headline ends the carry-over",
            "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz said.\n#s Water levels\n{q||“Who is going to pay for all of this?”}"
        ),
        (
            "a whole paragraph without attribution",
            "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz said.\n\n{q|Ana Ruiz|“We shall watch it every night until the rain has stopped.”}"
        ),
        (
            "a paragraph announced by a colon",
            "The ministry said in a statement on Monday:\n\n{r|The ministry|The dam is safe. Nobody need leave.}\n\nThe river rose."
        ),
        (
            "a quotation announced by a colon",
            "Ana Ruiz told the crowd in the square:\n\n{q|Ana Ruiz|“The dam is safe for now.”}\n\nThe river rose."
        ),
        ("a list behind a colon is no speech", "The council noted three sparse meetings:\n\nThe first was held in May.\n\nThe river rose."),
        (
            "questions and answers",
            "#h Mayor Ana Ruiz speaks\nQ: Is the dam really safe?\n\nA:{r|Ana Ruiz| It is safe.}\n\n{r|Ana Ruiz|Tom Hale said it was not.}\n\nQ: And the road?\n\nA:{r|Ana Ruiz| It is closed.}\n\nThe river rose."
        ),
        (
            "a transcript with names",
            "HALE:{r|HALE| Is it safe?}\n\nRUIZ:{r|RUIZ| It is, {o||[laughs]} of course.}\n\nHALE:{r|HALE| And the road?}\n\nRUIZ:{r|RUIZ| It is closed.}"
        ),
        ("a tally bears no speakers", "HALE: 547.\n\nRUIZ: 46.\n\nHALE: 2,316.\n\nRUIZ: 1,547."),
        ("missing close at the end", "The river rose.\n\nAna Ruiz said: {q|Ana Ruiz|“The dam is safe for now.}"),
        ("missing close, then narration", "Ana Ruiz said: {q|Ana Ruiz|“The dam is safe for now.}\n\nThe river rose."),
        (
            "a close without an open",
            "{q|the council|“The dam is safe.”} {q|the council|The wall will be mended soon”}, according to the council."
        ),
        (
            "no speaker over a link",
            "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz said.\n#l READ MORE: Water 'rising' in the valley\nThe river rose.".replacing(
                "'rising'", with: "{d||'rising'}")
        ),
    ]

    static let attribution: [(String, String)] = [
        ("split in one sentence", "{q|Ana Ruiz|“The dam,”} Ana Ruiz said, {q|Ana Ruiz|“is safe for now.”}"),
        (
            "split over two sentences",
            "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz said. {q|Ana Ruiz|“We shall watch it every night.”}"
        ),
        ("named by what follows", "{q|Ana Ruiz|“The dam is safe for now.”} Ruiz paused. {q|Ana Ruiz|“We shall watch it,”} Ana Ruiz said."),
        ("inverted with a title behind", "{q|Ana Ruiz|“The dam is safe for now,”} said Ana Ruiz, the head of the water board."),
        ("inverted, the role first", "{q|Ana Ruiz|“The dam is safe for now,”} said the board's spokeswoman, Ana Ruiz."),
        ("a question and its asker", "{q|Ana Ruiz|“Who let the water out?”} Ana Ruiz asked. Nobody answered."),
        ("saying, behind a clause", "Ana Ruiz left the hall early, saying {q|Ana Ruiz|“the dam is safe for now”}."),
        ("an aside before the verb", "Ana Ruiz, who has led the board since May, said {r|Ana Ruiz|the dam was safe}."),
        ("a party and state in brackets", "Sen. Ana Ruiz (D-Ohio) said {r|Ana Ruiz|the dam was safe}."),
        ("a fragment in a reported clause", "Ana Ruiz said {r|Ana Ruiz|the dam was {q|Ana Ruiz|“perfectly safe”} for the town}."),
        ("the nearer name is the hearer", "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz told Tom Hale. The river rose."),
        ("calling something a name", "Ana Ruiz left the hall at noon, calling the plan {q|Ana Ruiz|“a bad dream”}."),
        ("a person familiar with the matter", "A person familiar with the matter said {r|A person|the dam was safe}."),
        ("those whom somebody polled", "Farmers polled by the Valley Bank said {r|Farmers|the dam was safe}."),
        ("a letter to somebody", "{q|Tom Hale's letter to Ana Ruiz|“The dam is safe for now,”} Tom Hale's letter to Ana Ruiz said."),
        ("an initial that is no article", "{q|Ana A. Ruiz|“The dam is safe for now,”} said Ana A. Ruiz, the head of the water board."),
        ("a plain verb behind a name", "Ruiz shrugged at the hall: {q|Ruiz|“I do not know what it will cost.”}"),
        (
            "a sentence in marks behind a reported one",
            "Ana Ruiz said that {r|Ana Ruiz|the dam was safe}. {q|Ana Ruiz|“We watch it every single night.”}"
        ),
        ("asked as something went on", "{q|Ana Ruiz|“Who let the water out?”} Ana Ruiz asked as she left the hall."),
        ("a comma inside nested marks", "{q|Ana Ruiz|“I would use the word 'safe,'”} said Ana Ruiz, the head of the water board."),
        ("went on", "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz said. {q|Ana Ruiz|“The road is open,”} Ana Ruiz went on."),
        ("went on with a fragment", "{r|Ana Ruiz|The gate was {q|Ana Ruiz|“never shut”}}, Ana Ruiz went on."),
        ("an enemy's word in a quotation", "{q|Ana Ruiz|“They call us wreckers and we shall not forget it,”} Ana Ruiz said."),
        ("a floating quotation behind a name", "Ana Ruiz shook her head. {q|Ana Ruiz|“The dam will never hold so much water.”}"),
        ("a floating quotation behind a role", "The engineer shook her head. {q|The engineer|“The dam will never hold so much water.”}"),
        ("a floating quotation behind a body", "The council met on Monday. {q||“The dam will never hold so much water.”}"),
        ("say critics", "{r|critics|The dam is far too old}, say critics."),
        ("say officials, inside", "{r|officials|The dam was}, say officials, {r|officials|broken by the ice}."),
        ("groups in a place", "Farmers' groups in Milltown say {r|Farmers' groups|the dam is safe}."),
        ("people in a building", "Doctors at the clinic say {r|Doctors at the clinic|the water is clean}."),
        ("critics of something", "Critics of the plan argue that {r|Critics of the plan|it is too dear}."),
        ("a source close to something", "A source close to the talks said {r|A source|the dam was safe}."),
        ("something at a place", "A sign at the gate says {r|A sign|the dam is closed}."),
        ("people and who they are", "Residents of the town, most of them farmers, said {r|Residents of the town|the dam was safe}."),
        ("one in five", "One in five farmers say {r|five farmers|the dam is safe}."),
        ("dialogue with dashes on both sides", "– {q|Ana Ruiz|The dam will hold}, – said Ana Ruiz. – {q|Ana Ruiz|Nobody need leave.}"),
        ("dialogue that goes on", "— {q|Ana Ruiz|The dam will hold}, — said Ana Ruiz, — {q|Ana Ruiz|and nobody need leave.}"),
        ("a reporting verb inside a quotation", "{q|Ana Ruiz|“Hale said the dam would break in a week,”} Ana Ruiz said."),
        ("a name between a role and its verb", "The board's head, Ana Ruiz, said {r|Ana Ruiz|the dam was safe}."),
        ("a name behind a quotation and a role", "{q|Ana Ruiz|“The dam is safe for now,”} the mayor, Ana Ruiz, said."),
        ("a writing and when it was sent", "The mayor's letter, at noon on Monday, asserted that {r|The mayor's letter|the dam was safe}."),
        (
            "a full quotation, then something begins",
            "Ana Ruiz told the hall: {q|Ana Ruiz|\"The dam is safe.}\n\n{q|Ana Ruiz|\"Nobody need leave.\"} The repairs began in May."
        ),
    ]

    static let clauses: [(String, String)] = [
        (
            "references behind a stop",
            "Ana Ruiz said {r|Ana Ruiz|the dam was safe}.[1] The river rose.[2][3] The mayor warned that {r|The mayor|the road was closed}.[citation needed] It rained."
        ),
        (
            "raised figures behind a stop",
            "According to Ana Ruiz, {r|Ana Ruiz|the dam is safe}.\u{B9}\u{B2} The river rose. Hale said {r|Hale|he met the U.N.}[4] The road was open."
        ),
        (
            "references behind a quotation",
            "{q|Ana Ruiz|“The dam is safe,”}[1] Ana Ruiz said. {q|Ana Ruiz|“We wait for the spring rains.”}[2] The river rose."
        ),
        (
            "a reference inside a clause",
            "Ana Ruiz said {r|Ana Ruiz|the dam [1] was safe}. The river rose."
        ),
        ("that", "Ana Ruiz said that {r|Ana Ruiz|the dam was safe}."),
        ("bare", "Ana Ruiz said {r|Ana Ruiz|the dam was safe}."),
        ("a hearer before that", "Ana Ruiz told the evening paper that {r|Ana Ruiz|the dam was safe}."),
        ("adverbials before that", "Ana Ruiz said in a statement on Monday that {r|Ana Ruiz|the dam was safe}."),
        ("a day before a bare clause", "Ana Ruiz said Monday {r|Ana Ruiz|the dam was safe}."),
        ("ends at but", "Ana Ruiz said {r|Ana Ruiz|the dam was safe}, but the river rose."),
        ("ends at while", "Ana Ruiz said {r|Ana Ruiz|the dam was safe}, while the river rose."),
        ("ends at which", "Ana Ruiz said that {r|Ana Ruiz|the dam was safe}, which surprised the town."),
        ("goes on with adding", "Ana Ruiz said {r|Ana Ruiz|the dam was safe}, adding that {r|Ana Ruiz|the town could sleep}."),
        ("goes on with a second that", "Ana Ruiz said that {r|Ana Ruiz|the dam was safe and that the town could sleep}."),
        ("two attributions in one sentence", "Ana Ruiz said {r|Ana Ruiz|the dam was safe}, and Tom Hale said {r|Tom Hale|it was not}."),
        ("a dash aside", "Ana Ruiz said {r|Ana Ruiz|the dam – {o||a wall of earth} – was safe}."),
        ("to and a verb", "Ana Ruiz vowed {r|Ana Ruiz|to mend the dam}."),
        ("an object, to and a verb", "Ana Ruiz urged the council {r|Ana Ruiz|to mend the dam}."),
        ("accused of", "Ana Ruiz accused the council of {r|Ana Ruiz|hiding the cracks}."),
        ("denied", "The council denied {r|The council|hiding the cracks}."),
        ("fronted", "{r|Ana Ruiz|The dam was safe and would last}, Ana Ruiz said on Monday."),
        ("fronted and inverted with a title", "{r|Ana Ruiz|The dam was safe and would last}, said Ana Ruiz, the head of the water board."),
        ("interrupted", "{r|Ana Ruiz|The dam}, Ana Ruiz said, {r|Ana Ruiz|would last}."),
        ("an opening in -ing", "Noting that {r|Ana Ruiz|the river was low}, Ana Ruiz said {r|Ana Ruiz|the dam was safe}."),
        ("a belief", "Ana Ruiz believes that {r|Ana Ruiz|the dam is safe}."),
        ("behind a dateline", "MILLTOWN, May 4. /VALLEY/. {r|Ana Ruiz|The dam was safe and would last}, Ana Ruiz said."),
        ("goes on behind and", "Ana Ruiz left, saying {r|Ana Ruiz|the dam was safe} and adding that {r|Ana Ruiz|the town could sleep}."),
        ("a region acknowledged by somebody says nothing", "The valley, a region acknowledged by the council as a park, was closed."),
        ("a noun of speech with its owner", "The crowd booed Ana Ruiz's promise that {r|Ana Ruiz|the dam was safe}."),
        ("a noun of speech without owner", "The signal that the dam gave was heard in the valley."),
        ("officers accused of something", "The court ruled that {r|The court|officers accused of {r||theft} were free}."),
        ("a hearer described between commas", "Ana Ruiz told the Valley Times, her old paper, that {r|Ana Ruiz|the dam was safe}."),
        (
            "a fronted clause before a meeting in honour",
            "{r|Ana Ruiz|The dam will hold for years}, Ana Ruiz said Sunday at a rite honouring those who built it."
        ),
        (
            "an adverbial before, the clause behind",
            "{r|Ana Ruiz|In the days of the flood}, Ana Ruiz said, {r|Ana Ruiz|the gates were never closed}."
        ),
        ("which, they said", "Tom Hale saw the gate, which, Ana Ruiz said, {r|Ana Ruiz|was closed}."),
        ("United States is no verb", "Ana Ruiz noted {r|Ana Ruiz|the United States tends to buy more grain}."),
        (
            "a share of people",
            "Some say {r|Some|the dam is safe}, while 45% say {r|45%|it will break}."
        ),
        (
            "somebody described by what they had warned of",
            "Ana Ruiz, the head who had warned the town about the dam, was moved to another post."
        ),
        ("more and an adverb", "Ana Ruiz later more firmly claimed that {r|Ana Ruiz|the dam was safe}."),
        (
            "a wire relay around other speakers",
            "{r|Reuters|Ana Ruiz said {r|Ana Ruiz|the dam was safe}, adding that {r|Ana Ruiz|it would last}}, Reuters reported."
        ),
        ("it was reported", "It was reported that {r||the dam had broken}."),
        ("told to do something", "Ana Ruiz told the council {r|Ana Ruiz|to mend the dam}."),
        ("a wire relay", "{r|Reuters|The council has closed the road}, Reuters reported."),
        ("a hearer with a name before a role", "The town asked the top Hale aides {r|The town|if the dam was safe}."),
        ("willing to say that", "The river fell, and officials are no longer willing to say that {r|officials|the dam is safe}."),
        ("how, behind an adverb", "The crew said publicly {r|The crew|how tired it was}."),
        ("laughed", "{q|Ana Ruiz|“The dam is safe for now,”} laughed Ana Ruiz."),
        ("sighed", "{q|Ana Ruiz|“The dam is safe,”} Ana Ruiz sighed. The crew laughed at the rain."),
        (
            "several fragments",
            "Ana Ruiz said {r|Ana Ruiz|they were {q|Ana Ruiz|“fools”}, {q|Ana Ruiz|“rogues”} and {q|Ana Ruiz|“thieves”}}."
        ),
        ("several fragments behind a colon", "Ana Ruiz named them: {q|Ana Ruiz|“fools”}, {q|Ana Ruiz|“rogues”} and worse."),
        ("behind two openings", "In May, when the rain came, Tom Hale left the hall, yelling out {q|Tom Hale|“It will break!”}"),
        ("a time of day", "The mayor's letter, sent at 6:30 p.m., asserted that {r|The mayor's letter|the dam was safe}."),
        ("yelled out", "Tom Hale left the hall, yelling out {q|Tom Hale|“It will break!”}"),
        ("was told that", "The town was told that {r||the dam was safe}."),
        ("was told by somebody that", "The town was told by the crew on Monday that {r|the crew|the dam was safe}."),
        (
            "that somebody says will, marks before it",
            "The crew built a {d||“smart”} gate this year that the mayor says {r|the mayor|will hold}."
        ),
        ("did not say whether", "Ana Ruiz did not say whether the dam was safe."),
        ("is said to have", "The dam is said {r||to have been mended in May}, and the river fell."),
        ("it was announced on a day that", "It was announced on Monday that {r||the dam had broken}."),
        ("accused by somebody of something", "Tom Hale was accused by the council of {r|the council|hiding the cracks}."),
        ("accused of two things", "Ana Ruiz accused both crews of {r|Ana Ruiz|theft and of hiding the cracks}."),
        ("quoted as saying", "Tom Hale was quoted as saying that {r|Tom Hale|the dam was safe}."),
        ("quoted by a paper as saying", "Tom Hale was quoted by the Valley Times as saying {r|Tom Hale|the dam was safe}."),
        ("a paper quotes somebody as saying", "The Valley Times quoted the mayor, Ana Ruiz, as saying {r|Ana Ruiz|the dam was safe}."),
        ("quoted behind the words", "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz was quoted as saying by the paper."),
        ("which, by somebody, is", "The gate, which Ana Ruiz says {r|Ana Ruiz|is rusty}, was closed."),
        ("what somebody said would be", "The council hid what Ana Ruiz said {r|Ana Ruiz|would be a disaster}."),
        ("a thing that is seen", "The film showed what appeared to be a crack in the wall."),
        ("a thing with a question in it", "The report revealed the wide gap between how towns and farms are treated."),
        ("claims at the start", "Claims that {r||the dam was safe}; the river fell."),
        ("claims by somebody that", "Despite claims by Ana Ruiz that {r|Ana Ruiz|the dam was safe}."),
    ]

    static let phrases: [(String, String)] = [
        ("according to, first", "According to Ana Ruiz, {r|Ana Ruiz|the dam was safe}."),
        ("according to, last", "{r|Ana Ruiz|The dam was safe}, according to Ana Ruiz."),
        ("in the words of", "In the words of Ana Ruiz, {r|Ana Ruiz|the dam was safe}."),
        ("in his words", "Tom Hale came home. In his words, {r|Tom Hale|the dam was safe}."),
        ("as X put it", "{r|Ana Ruiz|The dam was safe}, as Ana Ruiz put it."),
        ("according to the rules is no speech", "The council closed the gate according to the rules."),
        ("so-called", "The {d||so-called expert} left the hall."),
        ("so-called, first and many", "{d||So-called experts} praised the dam."),
        ("what she called", "Ana Ruiz praised what she called {d|Ana Ruiz|the quiet revolution} in the valley."),
        ("described as", "Ana Ruiz described the plan as {d|Ana Ruiz|a disgrace}."),
        ("called with an article", "Ana Ruiz called the plan of the board {d|Ana Ruiz|a disgrace}."),
        ("called with an adjective", "The council called the new plan {d|The council|wholly unacceptable}."),
        ("called at some time", "The council called the police a day later."),
        ("branded", "The town branded the crew {d|The town|a disgrace}."),
        ("branded by somebody", "The crew was branded {d|the council|a disgrace} by the council."),
        ("described by somebody as", "The plan, described by Ana Ruiz as {d|Ana Ruiz|a disgrace}, was dropped."),
        ("calling it something", "Ana Ruiz said {r|Ana Ruiz|the plan was old}, calling it {d|Ana Ruiz|a disgrace}."),
        ("which somebody called", "The plan, which Ana Ruiz called {d|Ana Ruiz|a disgrace}, was dropped."),
        ("as somebody said, first", "As Ana Ruiz has said, {r|Ana Ruiz|the dam will hold}."),
        ("as somebody said, last", "{r|Ana Ruiz|The dam will hold}, as Ana Ruiz noted in May."),
        ("as somebody describes it", "{r|Ana Ruiz|The dam is}, as Ana Ruiz describes it, {r|Ana Ruiz|a wall of hope}."),
        ("in the words of, inside", "{r|Ana Ruiz|The dam is}, in the words of Ana Ruiz, {r|Ana Ruiz|a wall of hope}."),
        ("according to, behind an adverbial", "{r|Ana Ruiz|In addition}, according to Ana Ruiz, {r|Ana Ruiz|the road is open}."),
        ("per somebody", "{r|police|The dam broke at noon}, per police. The crew earns 90 crowns per day."),
    ]

    static let headlines: [(String, String)] = [
        ("a region is what a headline is about", "#h Gaza: Thousands leave as the dam falls"),
        ("a topic before a colon", "#h Valley water crisis: Ministers meet over the dam\n#h Norway War: What we know"),
        ("a topic with a number", "#h The valley at day 100 of the flood: bread lines grow"),
        ("a country before a colon speaks", "#h Norway: {r|Norway|We will mend the dam}"),
        ("a ministry of a region speaks", "#h Gaza ministry: {r|Gaza ministry|Thousands left the valley}"),
        ("a dash", "#h {r|ministry|Dam repaired in one night} - ministry\nThe river rose."),
        ("a colon", "#h Ruiz: {r|Ruiz|Dam was repaired in one night}\nThe river rose."),
        ("marks and a colon, then who", "#h {q|Farmers|'We lost the whole harvest'}: Farmers after the flood\nThe river rose."),
        ("says, behind", "#h {r|ministry|Dam will hold}, says ministry\nThe river rose."),
        ("says, before", "#h Ruiz says {r|Ruiz|dam is safe for years}\nThe river rose."),
        ("a colon, then who", "#h {r|Ruiz|Dam will hold for years}: Ruiz\nThe river rose."),
        ("a label before the colon", "#h Interview: {d||‘The dam is safe’}\nThe river rose."),
        ("a colon and a label", "#h Dam will hold for years: Analysis\nThe river rose."),
    ]

    static let speakers: [(String, String)] = [
        (
            "a preposition that opens the sentence is no name",
            "Tom Hale left the town. Following Hale's farewell, the council met. Hale believes {r|Tom Hale|the dam is safe}."
        ),
        ("surname stands for the full name", "Ana Ruiz came home. Ruiz said {r|Ana Ruiz|the dam was safe}."),
        ("pronoun", "Ana Ruiz came home. {q|Ana Ruiz|“The dam is safe for now,”} she said."),
        (
            "one surname, two people",
            "{q|Ana Ruiz|“The dam is safe for now,”} Ana Ruiz said. {q|Ivo Ruiz|“It is not safe at all,”} Ivo Ruiz said."
        ),
        ("a role noun", "Ambassador Tom Hale spoke to the town. The diplomat said {r|Tom Hale|the dam was safe}."),
        ("spellings of one name", "Boris Khadzhiyev came home. Hajiyev said {r|Boris Khadzhiyev|the dam was safe}."),
        (
            "a body and its short name",
            "The Water Ministry said {r|The Water Ministry|the dam was safe}. The ministry said {r|Water Ministry|the road was open}."
        ),
        (
            "an unnamed speaker of one office",
            "A harbour spokesman said {r|A harbour spokesman|the dam was safe}. The spokesman said {r|harbour spokesman|the road was open}."
        ),
        (
            "a country is never a he",
            "Ana Ruiz met Tom Hale. Hale said {r|Tom Hale|the dam was safe}. Norway said {r|Norway|it would help}. He said {r|Tom Hale|it could wait}."
        ),
        (
            "a link's words are no name",
            "Tom Hale said {r|Tom Hale|the dam was safe}.\n#l READ MORE: Water rises in the valley\n{r|Tom Hale|The road was open}, he added."
        ),
        ("a belief told by somebody else", "Ana Ruiz said that {r|Ana Ruiz|Norway believes that the dam is safe}."),
        ("a participle behind its noun", "Talks ended with both parties agreeing that {r|both parties|the dam was safe}."),
        (
            "a statement is no it",
            "The town council said {r|The town council|it had met}. {q|the statement|“The wall will stand for years,”} reads the statement. {r|town council|The dam was seen to}, it said."
        ),
        (
            "an Arabic article",
            "Omar al-Hadi came home. Hadi said {r|Omar al-Hadi|the dam was safe}. Al-Hadi said {r|Omar al-Hadi|it would last}."
        ),
        ("an Arabic article before an aside", "Cleric Omar al-Hadi, who lives by the river, also said {r|Omar al-Hadi|the dam was safe}."),
        (
            "particles",
            "Ana van der Ruiz came home. Van der Ruiz said {r|Ana van der Ruiz|the dam was safe}. {q|Ana van der Ruiz|“It will last for years,”} she said."
        ),
        ("particles, inverted", "{q|Omar bin Hadi|“It will last for years,”} said Omar bin Hadi. Tom Hale left."),
        (
            "an initial that could be an article",
            "Ana A. Ruiz, an aide to Mary Holt, said {r|Ana A. Ruiz|the dam was safe}. {q|Ana A Ruiz|“It will last for years,”} she said."
        ),
        ("a title and a surname", "President Ruiz came home. Tom Hale stayed. The president said {r|Ruiz|the dam was safe}."),
        ("a title and a surname, the full name later", "Mr. Hale said {r|Tom Hale|the dam was safe}. Tom Hale left."),
        ("a title and the surname of somebody else", "Mr. Hale said {r|Hale|the dam was safe}. Mary Hale said {r|Mary Hale|it was not}."),
        (
            "nobody named, a role",
            "The engineer walked home. The gates, {o||he said, }were open.".replacing("The gates", with: "{r|engineer|The gates}")
                .replacing("were open", with: "{r|engineer|were open}")
        ),
        ("one name only", "Malik met the crew. {q|Malik|“They called me a dreamer,”} he told them."),
        (
            "a body that opens the sentence",
            "The council closed what it called {d|council|the old wall}. The farmers left. They said {r|farmers|it would hold}."
        ),
        ("a country that opens the sentence", "Norway opened what it calls {d|Norway|the great gate} in May."),
        (
            "a role that spoke to somebody is not theirs",
            "The engineer told Tom Hale of the leak. The engineer said {r|The engineer|it was small}."
        ),
        ("a movement is no he", "Tom Hale met Hamas. Hamas said {r|Hamas|it was ready}. He said {r|Tom Hale|it could wait}."),
        ("she is the woman named behind", "Lev Ruiz met Mary Holt. {q|Mary Holt|“It is a great dam,”} she said."),
        ("officials who open the sentence", "Valley officials saw the dam. They said {r|Valley officials|it was safe}."),
        ("the diplomat is the minister", "Minister Tom Hale spoke to the town. The senior diplomat said {r|Tom Hale|the dam was safe}."),
        ("an abbreviation in the name", "Mr. Hale of the U.N. said {r|Hale|the dam was safe}. The river rose."),
    ]

    static let homographs: [(String, String)] = [
        ("a time shows", "April 2016 showed how floods return. The dam held."),
        ("what goes on before a colon", "Tom Hale recalled that {r|Tom Hale|flood terror continues}: a farmer was hurt."),
        (
            "a participle behind a noun",
            "The flood began when the dam broke in May, a site long recognized as part of Norway, and seven farms."
        ),
        ("a third person calls", "The mayor calls for {r|The mayor|the dam to be opened}."),
        ("time that tells", "Only time will tell whether the dam holds. Time will tell if the road was worth it."),
        ("a greeting", "Tom Hale said goodbye to the crews at the dam. Ana Ruiz said no to the road."),
        ("a toll", "The flood claimed 40 lives in the valley."),
        ("a state border", "The state border runs along the river."),
        ("a report", "A report on the dam lay on the table."),
        ("confirmed to have", "Nine people are confirmed to have died in the flood."),
    ]
}

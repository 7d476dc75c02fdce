/// Closed classes of English, as far as the rules of voice ask for them.
///
/// Source: Quirk, Greenbaum, Leech and Svartvik, A Comprehensive Grammar of the English Language (1985): determiners 5.10-5.25, pronouns
/// chapter 6, auxiliaries 3.21-3.50, adverbs of time and frequency 8.51-8.65, simple prepositions 9.7, subordinators 14.12.
enum FunctionWordTable {
    static let rows: [(WordClass, String)] = [
        ([.possessive, .male], "his"),
        (.thirdPerson, "they them their it its themselves itself they've they'd they'll they're it's"),
        ([.objectPronoun, .male], "him himself"),
        (.female, "herself her"),
        (.determiner, "the a an this that these those another each every no any either neither such"),
        ([.determiner, .possessive], "his its their our my your whose"),
        ([.determiner, .possessive, .objectPronoun], "her"),
        (
            [.determiner, .quantifier],
            "both many some several most few all other others two three four five six seven eight nine ten dozens hundreds one"
        ),
        ([.pronoun, .male], "he he's he'd he'll"),
        ([.pronoun, .female], "she she's she'd she'll"),
        (
            .pronoun,
            "they it i we you they're it's we're i'm you're i've we've they've i'd we'd they'd i'll we'll they'll"
        ),
        (.objectPronoun, "him them me us himself herself themselves itself"),
        (.relative, "who which that whom whose"),
        (.auxiliary, "has have had do does did having hasn't haven't hadn't don't doesn't didn't"),
        ([.auxiliary, .be], "is are was were be been being isn't aren't wasn't weren't am"),
        (.be, "gets got get"),
        (.modal, "will would can could may might must shall should cannot can't won't wouldn't couldn't shouldn't"),
        (
            .preposition,
            "of for to from in at with on by about into over after before during against among between through under without within toward towards across behind beyond near since until per via amid despite than like unlike up down off out along around including regarding upon above below inside outside following concerning"
        ),
        (.conjunction, "and or but nor yet"),
        (.subordinator, "because although though as when while after before since until if unless where whereas once so whenever lest"),
        (.question, "what how why whether where when who whom which"),
        (
            .negation,
            "not never n't hasn't haven't hadn't don't doesn't didn't won't wouldn't couldn't shouldn't can't cannot isn't aren't wasn't weren't hardly rarely"
        ),
        (
            .adverb,
            "also later earlier then now still already not never again ago often always sometimes once twice even just only too ever soon further furthermore moreover however meanwhile instead therefore thus indeed simply rather almost nearly perhaps maybe back there here early late long far first finally always"
        ),
        (
            .calendar,
            "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today yesterday tomorrow tonight overnight jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun"
        ),
        (
            .verb,
            "went goes go came comes come made makes make took takes take gave gives give got gets became becomes became remains remained seems seemed appears appeared began begins started ended led leads met meets won lost held holds left leaves kept keeps ran runs put puts set sets saw sees knew knows want wants wanted need needs needed used uses helped helps looked looks turned turns worked works lived lives moved moves followed follows means meant supports supported serves served fell rose grew continued continues"
        ),
        (
            .toll,
            "lives life casualties victims thousands dozens hundreds responsibility victory victims' seat seats territory refuge asylum benefits deduction deductions credit"
        ),
        (
            .medium,
            "statement interview speech tweet letter remarks address release briefing email e-mail post report note phone conference video message op-ed memo column blog testimony"
        ),
        (.cue, "according words view opinion put puts per"),
        (
            .label,
            "video watch opinion analysis live breaking update updated exclusive factbox explainer photos gallery editorial review listen read more related timeline podcast interactive correction column letters comment cartoon infographic highlights transcript recap interview"
        ),
        (.soCalled, "so-called self-styled so-termed soi-disant"),
        (.accusation, "accusation accusations allegation allegations charges claim claims assertion assertions suggestion suggestions"),
        (
            .work,
            "film movie poem song book novel play album documentary show series episode programme program magazine newspaper painting sculpture opera ballet musical podcast essay article story single track hit exhibition titled entitled sitcom drama comedy memoir bestseller classic anthem hymn ballad thriller autobiography biography column section game"
        ),
    ]
}

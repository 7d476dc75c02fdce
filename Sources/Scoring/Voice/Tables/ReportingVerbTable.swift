/// The reporting verbs of English news prose: their forms, what each implies of what is said, and what may follow it.
///
/// Sources: Quirk, Greenbaum, Leech and Svartvik, A Comprehensive Grammar of the English Language (1985), 16.31 (factual public verbs) and
/// 16.32 (suasive verbs); Levin, English Verb Classes and Alternations (1993), sections 37.7 to 37.9 and 33; Bergler, Evidential Analysis of
/// Reported Speech (1992), for the implications. `lexicons/reporting-verbs.yaml` holds the same verbs and groups for readers; a test keeps
/// the two alike.
///
/// A row is the five forms (base, -s, past, -ing, past participle where it differs) and letters for what may follow, after a bar:
/// c a clause with or without "that"; t a clause with "that", or a bare one that shows a finite verb; T only with "that"; i "to" and a verb;
/// o an object, then "to" and a verb; g a verb in -ing; x anything; h a hearer before the clause; f "for" something; p "of" something after an
/// object; b "for" something after an object; a "as" something after an object; k only quotations; n: its base and -s forms are nouns as
/// well; r only with "out", "back" or "on" behind it; m a mental verb, no act of speech.
enum ReportingVerbTable {
    static let groups: [(implies: String, rows: String)] = [
        (
            "neutral",
            """
            say says said saying|c
            tell tells told telling|cho
            state states stated stating|tn
            add adds added adding|t
            write writes wrote writing written|t
            comment comments commented commenting|tn
            remark remarks remarked remarking|tn
            observe observes observed observing|T
            note notes noted noting|tn
            mention mentions mentioned mentioning|T
            report reports reported reporting|tn
            announce announces announced announcing|t
            declare declares declared declaring|t
            inform informs informed informing|Th
            explain explains explained explaining|t
            describe describes described describing|a
            respond responds responded responding|T
            reply replies replied replying|Tn
            answer answers answered answering|Tn
            continue continues continued continuing|k
            go goes went going gone|kr
            conclude concludes concluded concluding|t
            recall recalls recalled recalling|t
            recount recounts recounted recounting|T
            relate relates related relating|k
            speak speaks spoke speaking spoken|T
            talk talks talked talking|kn
            testify testifies testified testifying|t
            indicate indicates indicated indicating|t
            signal signals signaled signaling|Tn
            signal signals signalled signalling|Tn
            tweet tweets tweeted tweeting|tn
            post posts posted posting|kn
            quip quips quipped quipping|tn
            joke jokes joked joking|tn
            refer refers referred referring|a
            reveal reveals revealed revealing|t
            disclose discloses disclosed disclosing|T
            predict predicts predicted predicting|t
            forecast forecasts forecasted forecasting|Tn
            estimate estimates estimated estimating|tn
            call calls called calling|fon
            discuss discusses discussed discussing|k
            clarify clarifies clarified clarifying|T
            elaborate elaborates elaborated elaborating|k
            advise advises advised advising|oT
            brief briefs briefed briefing|Th
            reckon reckons reckoned reckoning|t
            rule rules ruled ruling|Tn
            relay relays relayed relaying|Tn
            begin begins began beginning begun|k
            read reads|k
            find finds found finding|T
            show shows showed showing shown|T
            muse muses mused musing|Tn
            whisper whispers whispered whispering|Tn
            cry cries cried crying|kn
            laugh laughs laughed laughing|kn
            sigh sighs sighed sighing|kn
            smile smiles smiled smiling|kn
            grin grins grinned grinning|kn
            chuckle chuckles chuckled chuckling|kn
            mutter mutters muttered muttering|k
            murmur murmurs murmured murmuring|kn
            groan groans groaned groaning|kn
            gasp gasps gasped gasping|kn
            sob sobs sobbed sobbing|kn
            reflect reflects reflected reflecting|k
            offer offers offered offering|in
            portray portrays portrayed portraying|a
            cast casts casting|an
            characterize characterizes characterized characterizing|a
            characterise characterises characterised characterising|a
            label labels labeled labeling|an
            label labels labelled labelling|an
            brand brands branded branding|an
            dub dubs dubbed dubbing|k
            interject interjects interjected interjecting|k
            pronounce pronounces pronounced pronouncing|k
            liken likens likened likening|k
            opine opines opined opining|T
            term terms termed terming|kn
            """
        ),
        (
            "emphasis",
            """
            stress stresses stressed stressing|tn
            emphasize emphasizes emphasized emphasizing|t
            emphasise emphasises emphasised emphasising|t
            underline underlines underlined underlining|T
            underscore underscores underscored underscoring|T
            highlight highlights highlighted highlighting|Tn
            reiterate reiterates reiterated reiterating|t
            repeat repeats repeated repeating|Tn
            reaffirm reaffirms reaffirmed reaffirming|T
            affirm affirms affirmed affirming|T
            assert asserts asserted asserting|t
            point points pointed pointing|cnr
            exclaim exclaims exclaimed exclaiming|t
            shout shouts shouted shouting|Tn
            yell yells yelled yelling|Tn
            roar roars roared roaring|kn
            scream screams screamed screaming|kn
            growl growls growled growling|kn
            enthuse enthuses enthused enthusing|k
            chant chants chanted chanting|kn
            proclaim proclaims proclaimed proclaiming|t
            remind reminds reminded reminding|Th
            hail hails hailed hailing|an
            laud lauds lauded lauding|ab
            tout touts touted touting|a
            praise praises praised praising|bn
            thank thanks thanked thanking|kn
            """
        ),
        (
            "insistence",
            """
            insist insists insisted insisting|c
            maintain maintains maintained maintaining|T
            argue argues argued arguing|c
            contend contends contended contending|c
            swear swears swore swearing sworn|ti
            counter counters countered countering|Tn
            retort retorts retorted retorting|Tn
            reason reasons reasoned reasoning|Tn
            posit posits posited positing|T
            """
        ),
        (
            "doubt",
            """
            claim claims claimed claiming|tin
            allege alleges alleged alleging|t
            purport purports purported purporting|i
            profess professes professed professing|Ti
            boast boasts boasted boasting|Tn
            brag brags bragged bragging|T
            speculate speculates speculated speculating|T
            suggest suggests suggested suggesting|t
            hint hints hinted hinting|Tn
            insinuate insinuates insinuated insinuating|T
            imply implies implied implying|T
            theorize theorizes theorized theorizing|T
            surmise surmises surmised surmising|T
            """
        ),
        (
            "concession",
            """
            admit admits admitted admitting|tg
            acknowledge acknowledges acknowledged acknowledging|tg
            concede concedes conceded conceding|t
            confess confesses confessed confessing|T
            confirm confirms confirmed confirming|t
            agree agrees agreed agreeing|Ti
            allow allows allowed allowing|T
            recognize recognizes recognized recognizing|T
            recognise recognises recognised recognising|T
            accept accepts accepted accepting|T
            """
        ),
        (
            "denial",
            """
            deny denies denied denying|xt
            refute refutes refuted refuting|T
            rebut rebuts rebutted rebutting|T
            dispute disputes disputed disputing|Tn
            dismiss dismisses dismissed dismissing|a
            reject rejects rejected rejecting|a
            refuse refuses refused refusing|i
            decline declines declined declining|k
            disavow disavows disavowed disavowing|k
            contradict contradicts contradicted contradicting|k
            doubt doubts doubted doubting|Tn
            question questions questioned questioning|kn
            disagree disagrees disagreed disagreeing|k
            """
        ),
        (
            "accusation",
            """
            accuse accuses accused accusing|p
            blame blames blamed blaming|bn
            charge charges charged charging|Tn
            condemn condemns condemned condemning|ab
            denounce denounces denounced denouncing|ab
            criticize criticizes criticized criticizing|ab
            criticise criticises criticised criticising|ab
            slam slams slammed slamming|abn
            blast blasts blasted blasting|abn
            decry decries decried decrying|a
            deride derides derided deriding|a
            mock mocks mocked mocking|abn
            attack attacks attacked attacking|abn
            rebuke rebukes rebuked rebuking|bn
            chide chides chided chiding|b
            scold scolds scolded scolding|b
            berate berates berated berating|b
            lambast lambasts lambasted lambasting|ab
            lambaste lambastes lambasted lambasting|ab
            assail assails assailed assailing|ab
            fault faults faulted faulting|bn
            ridicule ridicules ridiculed ridiculing|abn
            taunt taunts taunted taunting|kn
            lash lashes lashed lashing|knr
            complain complains complained complaining|T
            lament laments lamented lamenting|Tn
            protest protests protested protesting|Tn
            object objects objected objecting|Tn
            fume fumes fumed fuming|kn
            rail rails railed railing|kn
            quibble quibbles quibbled quibbling|kn
            scoff scoffs scoffed scoffing|k
            sneer sneers sneered sneering|kn
            snap snaps snapped snapping|kn
            fire fires fired firing|knr
            shoot shoots shot shooting|knr
            hit hits hitting|knr
            reproach reproaches reproached reproaching|b
            """
        ),
        (
            "promise",
            """
            promise promises promised promising|tin
            vow vows vowed vowing|tin
            pledge pledges pledged pledging|Tin
            guarantee guarantees guaranteed guaranteeing|Tn
            assure assures assured assuring|ch
            threaten threatens threatened threatening|iT
            commit commits committed committing|k
            undertake undertakes undertook undertaking undertaken|i
            """
        ),
        (
            "warning",
            """
            warn warns warned warning|ch
            caution cautions cautioned cautioning|tn
            fear fears feared fearing|tnm
            """
        ),
        (
            "demand",
            """
            demand demands demanded demanding|Tinx
            ask asks asked asking|ohT
            urge urges urged urging|oTn
            request requests requested requesting|Ton
            order orders ordered ordering|on
            command commands commanded commanding|on
            implore implores implored imploring|o
            beg begs begged begging|o
            plead pleads pleaded pleading|Tk
            appeal appeals appealed appealing|kn
            propose proposes proposed proposing|T
            recommend recommends recommended recommending|T
            advocate advocates advocated advocating|Tn
            encourage encourages encouraged encouraging|o
            instruct instructs instructed instructing|o
            direct directs directed directing|o
            challenge challenges challenged challenging|on
            exhort exhorts exhorted exhorting|o
            inquire inquires inquired inquiring|k
            wonder wonders wondered wondering|Tn
            stipulate stipulates stipulated stipulating|T
            """
        ),
        (
            "belief",
            """
            believe believes believed believing|tm
            think thinks thought thinking|tm
            feel feels felt feeling|Tm
            hope hopes hoped hoping|tnm
            expect expects expected expecting|Tm
            assume assumes assumed assuming|Tm
            suspect suspects suspected suspecting|Tnm
            consider considers considered considering|km
            hold holds held holding|Tm
            worry worries worried worrying|Tnm
            know knows knew knowing known|Tm
            understand understands understood understanding|Tm
            decide decides decided deciding|Tm
            figure figures figured figuring|Tnm
            envision envisions envisioned envisioning|Tm
            """
        ),
    ]
}

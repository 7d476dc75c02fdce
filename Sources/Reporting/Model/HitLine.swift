import Articles
import Comparing
import Scoring

/// The sentence around a hit and the line beneath it: whose words, when, and where on the page.
struct HitLine {
    let left: String
    let surface: String
    let right: String
    let voice: Voice
    /// "Reported speech, Polad Bulbuloglu".
    let attribution: String
    let hasSpeaker: Bool
    /// Why the words are in their voice: by “said”; nil in own words.
    let reason: String?
    let date: ArticleDate?
    /// The kind of passage, unless it is the body.
    let place: String?
    let article: Int

    /// Nil where the sentence was not kept.
    init?(_ compared: ComparedHit, articles: [ComparedArticle]) {
        guard let context = compared.hit.context else { return nil }
        left = context.leftShown
        right = context.rightShown
        surface = compared.hit.surface
        voice = compared.hit.voice
        attribution = compared.hit.voice.lineName + (compared.hit.speaker.map { ", " + $0 } ?? "")
        hasSpeaker = compared.hit.speaker != nil
        reason = compared.hit.rule.map { VoiceReason.short(rule: $0, cue: compared.hit.cue) }
        date = articles[compared.article].date
        place = compared.hit.passage.lineName
        article = compared.article
    }
}

extension HitContext {
    /// The words before, with an ellipsis where the sentence was cut.
    var leftShown: String { leftIsCut ? "… " + left.drop(while: \.isWhitespace) : left }
    var rightShown: String { rightIsCut ? right.withoutTrailingBlanks + " …" : right }
}

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
    let date: ArticleDate?
    /// The kind of passage, unless it is the body.
    let place: String?
    let article: Int

    /// Nil where the sentence was not kept.
    init?(_ compared: ComparedHit, articles: [ComparedArticle]) {
        guard let context = compared.hit.context else { return nil }
        left = context.leftIsCut ? "… " + Self.withoutLeadingBlanks(context.left) : context.left
        right = context.rightIsCut ? context.right.withoutTrailingBlanks + " …" : context.right
        surface = compared.hit.surface
        voice = compared.hit.voice
        attribution = compared.hit.voice.lineName + (compared.hit.speaker.map { ", " + $0 } ?? "")
        hasSpeaker = compared.hit.speaker != nil
        date = articles[compared.article].date
        place = compared.hit.passage.lineName
        article = compared.article
    }

    private static func withoutLeadingBlanks(_ text: String) -> String { String(text.drop(while: \.isWhitespace)) }
}

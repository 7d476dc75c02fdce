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
    let speaker: String?
    var hasSpeaker: Bool { speaker != nil }
    /// Why the words are in their voice: by “said”; nil in own words.
    let reason: String?
    let date: ArticleDate?
    /// The kind of passage, unless it is the body.
    let place: String?
    let article: Int
    /// The id of the sentence in the full text; nil where the page does not keep it.
    let anchor: String?

    /// Nil where the sentence was not kept.
    ///
    /// - Parameter reach: characters kept on each side at most, cut between words.
    init?(_ compared: ComparedHit, articles: [ComparedArticle], anchor: String? = nil, reach: Int = .max) {
        guard let context = compared.hit.context.map({ Self.cut($0, to: reach) }) else { return nil }
        left = context.leftShown
        right = context.rightShown
        surface = compared.hit.surface
        voice = compared.hit.voice
        attribution = compared.hit.voice.lineName + (compared.hit.speaker.map { ", " + $0 } ?? "")
        speaker = compared.hit.speaker
        reason = compared.hit.rule.map { VoiceReason.short(rule: $0, cue: compared.hit.cue) }
        date = articles[compared.article].date
        place = compared.hit.passage.lineName
        article = compared.article
        self.anchor = anchor
    }

    private static func cut(_ context: HitContext, to reach: Int) -> HitContext {
        var cut = context
        if let tail = context.left.lastCharacters(reach) {
            cut.left = String(tail.firstIndex(where: \.isWhitespace).map { tail[$0...] } ?? tail)
            cut.leftIsCut = true
        }
        if let head = context.right.firstCharacters(reach) {
            cut.right = String(head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head)
            cut.rightIsCut = true
        }
        return cut
    }
}

extension HitContext {
    /// The words before, with an ellipsis where the sentence was cut.
    var leftShown: String { leftIsCut ? "… " + left.drop(while: \.isWhitespace) : left }
    var rightShown: String { rightIsCut ? right.withoutTrailingBlanks + " …" : right }
}

extension String {
    /// The last `count` characters; nil where there are no more.
    fileprivate func lastCharacters(_ count: Int) -> Substring? { self.count > count ? suffix(count) : nil }
    /// The first `count` characters; nil where there are no more.
    fileprivate func firstCharacters(_ count: Int) -> Substring? { self.count > count ? prefix(count) : nil }
}

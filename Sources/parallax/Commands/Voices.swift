import ArgumentParser
import Articles
import Lexicons
import Scoring
import Words

/// Whose voice each stretch of an article is in.
struct Voices: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices", _superCommandName: CommandShortcut.program,
        abstract: "Lists the stretches that are not plainly the source's own words.",
        discussion: """
            A JSON list of doc, start, end, voice, speaker and rule. Spans nest: own inside quoted inside distanced inside reported, among equals \
            the shorter, decides. What none covers is own. A lexicon is optional; it gives the speakers' names and sides.
            """
    )

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Flag(help: "Prints each sentence with its stretches, the rule that made each, the cue and the mention of the speaker, for people.")
    var explain = false

    func run() throws {
        var run = Run(common)
        let lexicon = common.lexicon.isEmpty ? nil : try run.lexicon().value
        let articles = try run.articles(Defaults.articles(paths))
        var session = VoiceSession(VoiceReader(lexicon, mode: common.voices))
        var output = BufferedOutput()
        if explain {
            for article in articles { VoiceExplanation(article, spans: session.spans(in: article)).lines.forEach { output.print($0) } }
        } else {
            try list(articles, in: &session, into: &output)
        }
        output.flush()
        try run.finish()
    }

    private func list(_ articles: [Article], in session: inout VoiceSession, into output: inout BufferedOutput) throws {
        var isFirst = true
        for article in articles {
            for span in session.spans(in: article) {
                output.print((isFirst ? "[" : ",") + (try JSONLine.encode(VoiceRecord(span, of: article))))
                isFirst = false
            }
        }
        output.print(isFirst ? "[]" : "]")
    }
}

/// A voice span as other programs read it.
struct VoiceRecord: Encodable {
    let doc: String
    let field: String
    let start: Int
    let end: Int
    let voice: String
    let speaker: String?
    let side: String?
    let mention: String?
    let cue: String?
    let rule: String
    let unbalanced: Bool

    init(_ span: VoiceSpan, of article: Article) {
        doc = article.id
        field = span.field.rawValue
        start = span.span.start
        end = span.span.end
        voice = span.voice.rawValue
        speaker = span.speaker?.displayName
        side = span.speaker?.side
        mention = span.speaker?.mentionText
        cue = span.cue.map { article.string($0, in: span.field) }
        rule = span.rule.rawValue
        unbalanced = span.isUnbalanced
    }
}

import Articles
import Comparing
import Scoring

/// The sentences of the method section, made from what happened in this run; the same in both outputs.
struct MethodText {
    private let model: ReportModel
    private var comparison: Comparison { model.comparison }
    private var numbers: NumberStyle { model.numbers }

    init(_ model: ReportModel) { self.model = model }

    var howCounted: [String] {
        [
            "A hit is a term of the lexicon found in a headline, standfirst, subheading, caption or sentence.",
            "Where terms of one concept overlap, the earliest counts, then the longest, then the framing listed first.",
            "Concepts count independently of each other.",
            sameEvent, voiceRule, reasons, countedAndSetAside, leftOut, repeats, evidenceRule,
        ].compactMap(\.self)
    }

    var whatCouldBeWrong: [String] {
        model.caveats.map(\.sentence)
            + [
                reportedSpeech, languagesByMarks, unbalanced, keptSentences, keptTexts, listedSources, diagnostics,
            ]
            .compactMap(\.self)
            + model.record.notes
            + ["The lexicon is a choice. Different framings would give a different report."]
    }

    private var sameEvent: String? {
        guard let summary = comparison.sameEvent else { return nil }
        return "Only articles on events that at least two sources covered: \(numbers.counted(summary.events, "event")), "
            + "\(numbers.counted(summary.articles, "article")). Articles are taken to report one event where they lie within 7 days of its first "
            + "and share rare names; what was left out is listed in the JSON file."
    }

    private var voiceRule: String {
        switch comparison.voiceMode {
        case .full: "Voice comes from quotation marks and verbs of saying, by rule. No statistical model was used."
        case .marks: "Voice comes from quotation marks alone, so reported speech counts as the source\u{2019}s own words."
        case .none: "Voice was not read: every word counts as the source\u{2019}s own, as dictionary tools count."
        }
    }

    /// What the words beneath a sentence mean.
    private var reasons: String? {
        guard comparison.voiceMode != .none, comparison.words.others > 0 else { return nil }
        return
            "Beneath each sentence stands what put it in its voice: \u{201C}by\u{201D} and the verb or phrase that decided, or the marks; "
            + "where a quotation names nobody, the speaker of the quotation beside it or before it."
    }

    /// What the counts of verbs are and are not.
    var speechIntroduction: String {
        "Verbs that introduce what somebody says, by the speaker\u{2019}s side and by what the verb implies: "
            + "\(numbers.counted(comparison.speech.total, "verb")). Who denies something is rightly said to deny it: read the sentences. "
            + "Others are speakers without a side or a name; a side that does not speak has no row."
    }

    private var languagesByMarks: String? {
        let languages = comparison.languagesByMarks
        guard !languages.isEmpty else { return nil }
        let list = languages.map { "\($0.language) (\(numbers.counted($0.articles, "article")))" }.joined(separator: ", ")
        return "The rules of attribution are English; in other languages only quotation marks were read: \(list). "
            + "Reported speech there counts as the source\u{2019}s own words."
    }

    private var countedAndSetAside: String? {
        guard comparison.hitsFound > 0 else { return nil }
        let aside = comparison.setAside
        let reasons = [
            (aside.repeated, "in repeated text"), (aside.duplicate, "in passages printed twice"),
            (aside.link, "in \u{201C}read more\u{201D} links"), (aside.rejected, "rejected by hand"),
            (aside.shared, "in text that another source has too"),
        ].filter { $0.0 > 0 }
        let found = numbers.counted(comparison.hitsFound, "hit")
        guard !reasons.isEmpty else { return "Nothing was set aside: all \(found) found were counted." }
        let list = reasons.enumerated().map { index, reason in
            (index == 0 ? numbers.counted(reason.0, "hit") : numbers.digits(reason.0)) + " " + reason.1
        }
        return "Set aside: \(list.joined(separator: ", ")). Counted: \(numbers.part(comparison.hitsCounted, of: comparison.hitsFound))."
    }

    private var leftOut: String? {
        let words = comparison.setAside.wordsLeftOut
        let list = PassageKind.allCases.filter { words[$0, default: 0] > 0 }.map { kind in
            "\(numbers.counted(words[kind, default: 0], "word")) of \(Self.plural(kind))"
        }
        guard !list.isEmpty else { return nil }
        return "Left out, since they are not the publication\u{2019}s words to its readers: \(list.joined(separator: ", "))."
    }

    private static func plural(_ kind: PassageKind) -> String {
        switch kind {
        case .headline, .standfirst, .subheading, .caption, .credit, .link: kind.rawValue + "s"
        case .body, .boilerplate: kind.rawValue
        }
    }

    private var repeats: String? {
        let words = comparison.setAside.wordsRepeated
        guard words > 0 else { return nil }
        let subject = "\(numbers.counted(words, "word")) that an earlier article or passage of the same source has too"
        return "\(subject) \(words == 1 ? "counts" : "count") once, for the earlier."
    }

    private var evidenceRule: String {
        let level = "\u{201C}\(comparison.level.stepName)\u{201D}"
        let allowed =
            switch comparison.level.step {
            case 1: "They may only state what was printed."
            case 2: "They may state counts and the number of articles, without intervals."
            default: "Intervals are 95% limits over articles, since mentions in one article are not independent."
            }
        return "Comparison sentences follow templates tied to the strength of evidence, here \(level). \(allowed)"
    }

    private var reportedSpeech: String? {
        let counts = comparison.concepts.reduce(into: VoiceCounts()) { $0 += $1.total }
        guard counts.reported > 0 else { return nil }
        return "In reported speech the wording may belong to either side: "
            + "\(numbers.part(counts.reported, of: counts.total)) \(counts.total == 1 ? "hit is" : "hits are") of this kind."
    }

    private var unbalanced: String? {
        let count = comparison.unbalancedQuotations
        guard count > 0 else { return nil }
        return count == 1
            ? "One quotation has unbalanced quotation marks; its end was set by the paragraph."
            : "\(numbers.counted(count, "quotation")) have unbalanced quotation marks; their ends were set by the paragraph."
    }

    private var keptSentences: String? {
        let kept = model.evidence.keptCount
        guard kept < comparison.hitsCounted else { return nil }
        let hint = model.record.hitsCommand.map { " This lists every hit: \($0)" } ?? ""
        return "Counts are complete; sentences are kept for \(numbers.part(kept, of: comparison.hitsCounted)) hits, "
            + "own words first, drawn evenly over articles." + hint
    }

    private var keptTexts: String? {
        let (kept, read) = (model.reader.articles.count, comparison.articles.count)
        guard model.holdsTexts, kept < read else { return nil }
        guard kept > 0 else { return "No full text is kept here, since the page would grow too large." }
        return "Full texts are kept for \(numbers.part(kept, of: read)) articles, those with most sentences in the evidence."
    }

    private var listedSources: String? {
        guard !model.listsEverySource else { return nil }
        return "Tables and lists have the \(numbers.part(model.listedSources.count, of: model.sourceCount)) sources with most articles; "
            + "all counts are in the JSON file."
    }

    private var diagnostics: String? {
        let found = model.record.diagnostics
        guard found.total > 0 else { return nil }
        let parts = [(found.errors, "error"), (found.warnings, "warning"), (found.notes, "note")].filter { $0.0 > 0 }
        return "Reading the files gave \(parts.map { numbers.counted($0.0, $0.1) }.joined(separator: ", "))."
    }
}

import Comparing
import Scoring

/// The small parts that every section is built from.
extension HTMLDocument {
    /// An empty element that the style draws as a mark; screen readers get words beside it instead.
    func mark(_ voice: Voice) -> ReportNode { element(.i, .class(voice.code)) }

    /// Marks in a row, one for each hit.
    func marks(_ counts: VoiceCounts) -> ReportNode {
        element(.span) {
            for voice in Voice.allCases { [ReportNode](repeating: mark(voice), count: counts[voice]) }
        }
    }

    /// Text for screen readers only.
    func hidden(_ text: String) -> ReportNode { element(.span, .class("hidden")) { text } }

    func small(_ text: String) -> ReportNode { element(.small) { text } }

    /// A name from outside, kept from turning the direction of the words around it.
    func name(_ name: String) -> ReportNode { Names.runsRightToLeft(name) ? element(.bdi) { name } : .text(name) }

    /// A name cut for a narrow place, the whole of it in the title where something was cut.
    func shortName(_ full: String, limit: Int = 18) -> ReportNode {
        let short = Names.short(full, limit: limit)
        return short == full ? name(full) : element(.bdi, .title(full)) { short }
    }

    func keyLetter(_ concept: ComparedConcept) -> ReportNode {
        element(.span, .class("key c\(hue(concept))"), .hiddenFromReaders) { Names.short(concept.keyLetter, limit: 2) }
    }

    /// 1 to 5.
    func hue(_ concept: ComparedConcept) -> Int { (concept.hueIndex % 5 + 5) % 5 + 1 }

    func caption(_ text: String) -> ReportNode { element(.caption, .class("hidden")) { text } }
    func columnHead(@ReportBuilder _ children: () -> [ReportNode]) -> ReportNode { element(.th, .scope("col"), children: children) }
    func rowHead(@ReportBuilder _ children: () -> [ReportNode]) -> ReportNode { element(.th, .scope("row"), children: children) }
    func numberCell(_ number: Int) -> ReportNode { element(.td, .class("num")) { numbers.digits(number) } }

    func fold(_ summary: String, style: String = "more", isOpen: Bool = false, @ReportBuilder _ content: () -> [ReportNode]) -> ReportNode {
        element(.details, .class(style), isOpen ? .init("open", nil) : nil) {
            element(.summary) { summary }
            content()
        }
    }

    func note(_ text: String) -> ReportNode { element(.p, .class("note")) { text } }

    /// A wide table that moves under the finger where it does not fit; reachable by keyboard, since it scrolls.
    func scrolling(_ title: String, style: String = "scroll", _ table: ReportNode) -> ReportNode {
        element(.div, .class(style), .init("tabindex", "0"), .role("region"), .label("Table: \(title)")) { table }
    }

    /// Whole names of those that were cut, as a line beneath a table; nothing where none was.
    @ReportBuilder func cutNames(_ names: [String], limit: Int = 18) -> [ReportNode] {
        let cut = names.filter { Names.short($0, limit: limit) != $0 }
        if !cut.isEmpty {
            element(.p, .class("note")) {
                "In full: "
                joined(cut.map { [name($0)] }, by: "; ")
            }
        }
    }

    func joined(_ parts: [[ReportNode]], by separator: String) -> [ReportNode] {
        parts.enumerated().flatMap { index, part in index == 0 ? part : [.text(separator)] + part }
    }

    /// A generated sentence: sources in bold, framings in italics with the line of their voice.
    func sentence(_ runs: [Run]) -> [ReportNode] {
        runs.map { run in
            switch run {
            case .plain(let text): .text(text)
            case .strong(let text): element(.b) { text }
            case .source(let text, _): element(.b) { name(text) }
            case .framing(let text, let voice, let hits):
                element(.em, .class(voice.code)) {
                    if let hits { element(.a, .href(evidenceTarget(hits))) { name(text) } } else { name(text) }
                }
            }
        }
    }

    var legend: ReportNode {
        element(.ul, .class("legend"), .label("How to read the marks")) {
            for voice in Voice.allCases {
                element(.li) {
                    mark(voice)
                    element(.span) {
                        element(.b) { voice.legend.term }
                        voice.legend.meaning
                    }
                }
            }
        }
    }
}

extension Voice {
    fileprivate var legend: (term: String, meaning: String) {
        switch self {
        case .own: ("Own words", " of the source")
        case .reported: ("Reported", ": the wording may be either\u{2019}s")
        case .quoted: ("Quoted", ", in quotation marks")
        case .distanced: ("Distanced", ": \u{201C}so-called\u{201D}, \u{201C}what he called\u{201D}")
        }
    }
}

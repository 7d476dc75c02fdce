import Comparing
import Scoring

/// The page's tree: sections, tables and drawings around the same sentences that the Markdown has.
///
/// A section that has nothing to show leaves neither a heading nor an entry in the navigation.
struct HTMLDocument {
    let model: ReportModel
    /// The sides that speak anywhere, in the order of their patterns in the strips.
    let sides: [String]

    init(_ model: ReportModel) {
        self.model = model
        sides = SpeakerShares.sides(of: model.comparison)
    }

    var comparison: Comparison { model.comparison }
    var numbers: NumberStyle { model.numbers }
    var title: String { "\(model.title) \u{2014} Parallax report" }

    @ReportBuilder var nodes: [ReportNode] {
        let sections = self.sections
        element(.a, .class("skip"), .href("answer")) { "Skip to the answer" }
        topBar(sections)
        element(.main, .class("wrap"), .id("top")) {
            head
            sections.map(\.node)
            footer
        }
    }

    private var sections: [PageSection] {
        let found = [answer, findings, matrix, evidence, voices, missing, repeats, words, read, method]
        let sections = model.hasHits ? found : [nothingFound, voices, repeats, words, read, method]
        return sections.compactMap(\.self)
    }

    private func topBar(_ sections: [PageSection]) -> ReportNode {
        element(.div, .class("top")) {
            element(.div, .class("wrap")) {
                element(.a, .class("brand"), .href("top")) {
                    brandMark
                    element(.span) { "Parallax" }
                    hidden(" report, to the top")
                }
                element(.nav, .class("nav"), .label("Sections")) {
                    element(.ul) {
                        for section in sections {
                            element(.li) { element(.a, .href(section.id)) { section.shortName } }
                        }
                    }
                }
                themeButton
            }
        }
    }

    private var brandMark: ReportNode {
        element(.svg, .init("viewBox", "0 0 20 20"), .hiddenFromReaders) {
            element(.path, .class("lines"), .init("d", "M3 16 10 3l7 13"))
            element(.circle, .init("cx", "10"), .init("cy", "3.4"), .init("r", "2.2"))
        }
    }

    private var themeButton: ReportNode {
        element(
            .button, .class("button script-only"), .id("theme"), .init("type", "button"), .label("Colour theme: automatic")
        ) {
            mark(.reported)
            element(.span, .id("theme-name")) { "Auto" }
        }
    }

    private var footer: ReportNode {
        element(.footer) {
            element(.p) {
                "Made by Parallax from local files. This page loads nothing from the network. "
                "Text from articles is shown for comparison and remains its publishers\u{2019} own."
            }
        }
    }
}

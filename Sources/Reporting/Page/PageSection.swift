/// A section of the page under its stable id, which may be linked from outside.
struct PageSection {
    let id: String
    /// In the navigation.
    let shortName: String
    let heading: String
    /// One or two sentences under the heading.
    let introduction: String
    let content: [ReportNode]

    /// - Parameters:
    ///   - name: the section's id, and its name in the navigation.
    init(
        _ name: (id: String, short: String), heading: String, introduction: String, @ReportBuilder content: () -> [ReportNode]
    ) {
        id = name.id
        shortName = name.short
        self.heading = heading
        self.introduction = introduction
        self.content = content()
    }

    var node: ReportNode {
        element(.section, .class("part"), .id(id), .labelledBy("h-\(id)")) {
            Reporting.heading(2) { element(.span, .id("h-\(id)")) { heading } }
            element(.p, .class("intro")) { introduction }
            content
        }
    }
}

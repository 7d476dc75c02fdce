import Articles

/// Asked by switches, since kinds compare by their names.
extension PassageKind {
    var isBody: Bool {
        switch self {
        case .body: true
        case .headline, .standfirst, .subheading, .caption, .credit, .link, .boilerplate: false
        }
    }

    /// Set between two paragraphs of a text without ending it.
    var isInset: Bool {
        switch self {
        case .caption, .credit: true
        case .headline, .standfirst, .subheading, .body, .link, .boilerplate: false
        }
    }

    /// A line above a text, written without a full stop.
    var isHeading: Bool {
        switch self {
        case .headline, .subheading: true
        case .standfirst, .body, .caption, .credit, .link, .boilerplate: false
        }
    }

    var isSubheading: Bool {
        switch self {
        case .subheading: true
        case .headline, .standfirst, .body, .caption, .credit, .link, .boilerplate: false
        }
    }

    /// Whether it is read for voices, ignored, or ends what was going on.
    var hasVoices: Bool {
        switch self {
        case .headline, .standfirst, .subheading, .body, .caption, .link: true
        case .credit, .boilerplate: false
        }
    }
}

extension TextField {
    var isTitle: Bool {
        switch self {
        case .title: true
        case .text: false
        }
    }
}

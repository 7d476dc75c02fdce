/// A quotation mark by its glyph.
///
/// Source: Unicode Standard, section 6.2 "Quotation Marks", and the General Category Pi and Pf of UnicodeData.txt.
enum QuotationMark: Int32, Sendable {
    case straightDouble, leftDouble, rightDouble, lowDouble, leftGuillemet, rightGuillemet
    /// Two backquotes, as typed in TeX.
    case backquotes
    /// Two single closing marks in place of a double one.
    case twoSingles
    case straightSingle, leftSingle, rightSingle, lowSingle, leftAngle, rightAngle, leftCorner, rightCorner

    /// Marks of one family close each other.
    enum Family: Sendable { case double, single, guillemet, angle, corner }

    var family: Family {
        switch self {
        case .straightDouble, .leftDouble, .rightDouble, .lowDouble, .backquotes, .twoSingles: .double
        case .straightSingle, .leftSingle, .rightSingle, .lowSingle: .single
        case .leftGuillemet, .rightGuillemet: .guillemet
        case .leftAngle, .rightAngle: .angle
        case .leftCorner, .rightCorner: .corner
        }
    }
}

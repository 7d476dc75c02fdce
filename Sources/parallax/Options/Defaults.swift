import Articles
import Foundation

/// What a command takes that names nothing: what stands in a checkout of the project.
enum Defaults {
    static let seeds = "seeds"
    static let lexicon = "lexicons/karabakh.yaml"
    /// One for each processor; kept, since reading the arguments asks often and the answer stands in several files.
    static let threads = ProcessInfo.processInfo.activeProcessorCount

    /// The articles named, or those of the project.
    static func articles(_ named: [String]) throws -> [String] {
        guard named.isEmpty else { return named }
        guard FileKind(path: seeds) != .missing else {
            throw RunFault(
                message: "no articles are named, and the folder “\(seeds)”, read where none are, is not here; "
                    + "name files or folders of articles")
        }
        return [seeds]
    }

    /// The lexicons named, or that of the project.
    static func lexicons(_ named: [String]) throws -> [String] {
        guard named.isEmpty else { return named }
        guard FileKind(path: lexicon) != .missing else {
            throw RunFault(
                message: "no lexicon is named, and “\(lexicon)”, taken where none is, is not here; name one with --lexicon FILE, "
                    + "or write one to start from: parallax lexicon new FILE")
        }
        return [lexicon]
    }
}

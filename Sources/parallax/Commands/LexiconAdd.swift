import ArgumentParser
import Diagnostics
import Foundation
import Lexicons

/// One more term in a lexicon file.
struct LexiconAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds a term to a framing of a lexicon file; every other byte stays.",
        discussion: "The lexicon must be in our own format; convert others first."
    )

    @OptionGroup var place: TermPlace

    func run() throws {
        try place.edit { (edit: LexiconEdit, target: LexiconEdit.Place) throws(LexiconEditFault) in try edit.adding(place.term, to: target)
        }
    }
}

/// One term less.
struct LexiconRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Removes a term from a framing of a lexicon file; every other byte stays."
    )

    @OptionGroup var place: TermPlace

    func run() throws {
        try place.edit { (edit: LexiconEdit, target: LexiconEdit.Place) throws(LexiconEditFault) in
            try edit.removing(place.term, from: target)
        }
    }
}

/// The file, the framing and the term of an edit.
struct TermPlace: ParsableArguments {
    @Argument(help: ArgumentHelp("The lexicon file.", valueName: "file"))
    var file: String

    @Argument(help: "The term, as in the file but without quotation marks.")
    var term: String

    @Option(help: "The concept's id.")
    var concept: String

    @Option(help: "The framing's id.")
    var framing: String

    @Option(help: ArgumentHelp("The language, where the framing gives its terms by language.", valueName: "tag"))
    var language: String?

    /// Rewrites the file with what `change` makes of it.
    ///
    /// - Throws: `Ending.notDone` where nothing was changed; the reasons have been printed.
    func edit(_ change: (LexiconEdit, LexiconEdit.Place) throws(LexiconEditFault) -> String) throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw RunFault(message: "cannot read \(file)") }
        guard let text = String(data: data, encoding: .utf8), !text.contains("\0") else {
            throw RunFault(message: "\(file) is not UTF-8; save it as UTF-8 first")
        }
        do {
            let place = LexiconEdit.Place(concept: concept, framing: framing, language: language)
            try OutputFile(file).write(try change(try LexiconEdit(text, file: file), place))
        } catch let fault as LexiconEditFault {
            for diagnostic in fault.diagnostics { Console.error(diagnostic.description) }
            throw Ending.notDone
        }
    }
}

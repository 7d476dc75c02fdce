import ArgumentParser
import Articles
import Diagnostics
import Foundation
import Scoring

/// Options that every command which reads articles takes.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The lexicon to look for; give it again for further ones.", valueName: "file"))
    var lexicon: [String] = []

    @Option(help: ArgumentHelp("The encoding of lexicons that do not say: utf-8, windows-1252, shift-jis.", valueName: "name"))
    var lexiconEncoding: String?

    @Option(help: "How far voices are told apart: quotation marks and attribution, marks only, or not at all.")
    var voices: VoiceMode = .full

    @Option(help: ArgumentHelp("Threads to score with; the output is the same for any number.", valueName: "n"))
    var threads: Int = Defaults.threads

    @Option(help: ArgumentHelp("Reads a field of JSON lines from another name, such as text=content.", valueName: "field=column"))
    var map: [String] = []

    @Option(help: ArgumentHelp("The encoding of text files that do not say: utf-8, latin-1, windows-1252, utf-16.", valueName: "name"))
    var encoding: String?

    @Option(help: ArgumentHelp("Megabytes beyond which an article is left out and told.", valueName: "mb"))
    var largestArticle: Int = 64

    @Flag(name: .shortAndLong, help: "Prints no notes and no summary; warnings and errors still go to standard error.")
    var quiet = false

    func validate() throws {
        guard threads >= 1 else { throw ValidationError("--threads needs a number from 1 up, not \(threads).") }
        guard (1...4_000).contains(largestArticle) else {
            throw ValidationError("--largest-article needs a number of megabytes from 1 to 4000, not \(largestArticle).")
        }
        for entry in map where !entry.contains("=") || entry.hasPrefix("=") || entry.hasSuffix("=") {
            throw ValidationError("--map needs field=column, such as --map text=content; it was \u{201C}\(entry)\u{201D}.")
        }
        var mapped: Set<Substring> = []
        for field in map.map({ $0.prefix { $0 != "=" } }) where !mapped.insert(field).inserted {
            throw ValidationError("--map names \u{201C}\(field)\u{201D} twice; a field is read from one column.")
        }
        try TextEncoding.validate(encoding, givenBy: "--encoding")
        try TextEncoding.validate(lexiconEncoding, givenBy: "--lexicon-encoding")
        for field in readingOptions.fieldMap.keys.sorted() where !FieldNames.fields.contains(field) {
            let nearest = NearestName.find(field, in: FieldNames.fields).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "."
            throw ValidationError(
                "--map has no field \u{201C}\(field)\u{201D}; it takes \(FieldNames.fields.joined(separator: ", "))\(nearest)")
        }
    }

    var readingOptions: ReadingOptions {
        var options = ReadingOptions()
        options.encoding = encoding
        options.threads = threads
        options.articleSizeLimit = largestArticle << 20
        for entry in map {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { options.fieldMap[parts[0]] = parts[1] }
        }
        return options
    }
}

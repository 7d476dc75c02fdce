import ArgumentParser
import Articles
import Reporting

/// The files that a report consists of.
struct ReportFormats: ExpressibleByArgument, CustomStringConvertible {
    enum Kind: String, CaseIterable {
        case html, markdown, json, csv
    }

    /// What a run without the option writes: the documents and the data, not the tables.
    static let standard = ReportFormats(kinds: [.html, .markdown, .json])

    private let kinds: [Kind]
    /// Whether the formats were asked for: then the JSON file has every pair of sources, however large it becomes.
    private let areAskedFor: Bool

    private init(kinds: [Kind]) { (self.kinds, areAskedFor) = (kinds, false) }

    init?(argument: String) {
        let names = argument.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
        let kinds = names.compactMap(Kind.init)
        guard !names.isEmpty, kinds.count == names.count else { return nil }
        self.kinds = Kind.allCases.filter(kinds.contains)
        areAskedFor = true
    }

    var description: String { kinds.map(\.rawValue).joined(separator: ",") }
    static var allValueStrings: [String] { Kind.allCases.map(\.rawValue) }

    /// All files of the kinds; each kind is made on a thread of its own, as far as there are any.
    func files(
        of report: ComparisonReport, tables: ComparisonTables, named stem: String, threads: Int
    ) throws -> [(name: String, bytes: [UInt8])] {
        try OrderedParallel(threads: threads).map(kinds) { kind in
            Result { try files(kind, of: report, tables: tables, named: stem) }
        }.flatMap { try $0.get() }
    }

    private func files(
        _ kind: Kind, of report: ComparisonReport, tables: ComparisonTables, named stem: String
    ) throws -> [(name: String, bytes: [UInt8])] {
        switch kind {
        case .html: [("\(stem).html", Array(report.html().utf8))]
        case .markdown: [("\(stem).md", Array(report.markdown().utf8))]
        case .json: [("\(stem).json", Array(JSONLine.escaped(try report.json(keepsAllPairs: areAskedFor)).utf8))]
        case .csv:
            [
                ("\(stem).csv", Self.bytes(of: tables.figures)), ("\(stem)-differences.csv", Self.bytes(of: tables.differences)),
                ("\(stem)-trend.csv", Self.bytes(of: tables.trend)), ("\(stem)-repeats.csv", Self.bytes(of: tables.repeats)),
            ]
        }
    }

    private static func bytes(of rows: [[String]]) -> [UInt8] {
        rows.flatMap { Array((DelimitedLine.csv.line($0) + "\n").utf8) }
    }
}

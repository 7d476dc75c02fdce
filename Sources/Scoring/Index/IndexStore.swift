package import Articles
import Foundation

/// Where the index of a corpus stands, and the index there where it fits.
///
///     switch IndexStore.index(of: paths, options: options) {
///     case .fits(let index): tallies = try IndexScorer(index: index, lexicon: lexicon, voices: .full).tallies()
///     case .ignored(let reason): ...   // say so, and read the articles
///     case .none: ...                  // read the articles
///     }
package enum IndexStore {
    package enum Finding: Sendable {
        case none
        /// There is one, but it cannot be used: the reason as a clause.
        case ignored(String)
        case fits(CorpusIndex)
    }

    /// The file that holds the index of `paths`: hidden beside a file, or in a folder; of several paths beside the first.
    ///
    /// Nil where one is standard input, which is gone when it has been read.
    package static func path(for paths: [String]) -> String? {
        guard let first = paths.first, !paths.contains("-") else { return nil }
        var isFolder: ObjCBool = false
        let url = URL(fileURLWithPath: first)
        let isInFolder = FileManager.default.fileExists(atPath: first, isDirectory: &isFolder) && isFolder.boolValue
        let stem = isInFolder ? "" : ".\(url.lastPathComponent)"
        let others = paths.count > 1 ? "-\(digest(of: paths))" : ""
        return (isInFolder ? url : url.deletingLastPathComponent()).appendingPathComponent("\(stem).parallax-index\(others)").path
    }

    /// The index of `paths`, where there is one and it is of their files as they are now.
    ///
    /// - Complexity: O(bytes of the files and of the index): both are hashed.
    package static func index(of paths: [String], options: ReadingOptions) -> Finding {
        guard let path = path(for: paths), FileManager.default.fileExists(atPath: path) else { return .none }
        do throws(IndexFault) {
            let index = try CorpusIndex(path: path)
            let corpus = CorpusReader.listing(paths: paths, options: options)
            let wanted = IndexKey(corpus: corpus, options: options, voices: VoiceReader(speakers: [], mode: index.key.voices))
            if let misfit = index.key.misfit(wanted) { return .ignored(misfit) }
            if let misfit = IndexProbe.misfit(of: index) { return .ignored(misfit) }
            return .fits(index)
        } catch {
            return .ignored(error.message)
        }
    }

    /// Eight digits that tell lists of paths apart.
    private static func digest(of paths: [String]) -> String {
        let joined = Array(paths.joined(separator: "\n").utf8)
        return (try? SHA256.hexadecimal(of: joined)).map { String($0.prefix(8)) } ?? "\(joined.count)"
    }
}

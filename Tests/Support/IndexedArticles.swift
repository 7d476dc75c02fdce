package import Articles
package import Foundation
package import Lexicons
package import Scoring

/// An index of some articles, made in a temporary folder as a run makes it, and read back.
package func makeIndex(of articles: [Article], voices: VoiceMode = .full, speakers: [Speaker] = []) throws -> CorpusIndex {
    let folder = try TemporaryFolder()
    return try CorpusIndex(indexData(of: articles, voices: voices, speakers: speakers, in: folder))
}

/// The bytes of such an index.
package func indexData(
    of articles: [Article], voices: VoiceMode = .full, speakers: [Speaker] = [], in folder: TemporaryFolder
) throws -> Data {
    let path = folder.url.appendingPathComponent("articles.index").path
    var builder = try IndexBuilder(path: path, voices: VoiceReader(speakers: speakers, mode: voices))
    for article in articles { try builder.add(article) }
    _ = try builder.finish(Corpus(), options: ReadingOptions())
    return try Data(contentsOf: URL(fileURLWithPath: path))
}

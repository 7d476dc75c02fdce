package import Articles
package import Scoring
import Words

/// The judgements that hold: of each place the coders' latest, with what was retracted gone.
package struct Judgements: Sendable {
    package struct Standing: Sendable {
        package let judgement: Judgement
        /// Counts up through the files read: the later line wins.
        let order: Int
    }

    /// By place, then by coder.
    package private(set) var byPlace: [JudgedPlace: [String: Standing]] = [:]
    private var latestByWording: [JudgedWording: Standing] = [:]
    private var articles: Set<String> = []
    private let rejectedSurfaces: Set<String>

    package init(_ files: [JudgementFile]) {
        for (order, judgement) in files.flatMap(\.judgements).enumerated() {
            let standing = judgement.verdict == .retract ? nil : Standing(judgement: judgement, order: order)
            byPlace[judgement.place, default: [:]][judgement.who] = standing
        }
        byPlace = byPlace.filter { !$0.value.isEmpty }
        for standing in byPlace.values.compactMap(Self.latest) {
            articles.insert(standing.judgement.article)
            let wording = standing.judgement.wording
            if latestByWording[wording].map({ $0.order < standing.order }) ?? true { latestByWording[wording] = standing }
        }
        rejectedSurfaces = Set(latestByWording.values.filter { $0.judgement.verdict == .reject }.map(\.judgement.surface))
    }

    /// Those of some places only.
    package func at(_ places: Set<JudgedPlace>) -> Judgements {
        var some = self
        some.byPlace = byPlace.filter { places.contains($0.key) }
        return some
    }

    package var isEmpty: Bool { byPlace.isEmpty }

    /// The judgement that decides about a place: the latest, whoever made it.
    package func deciding(at place: JudgedPlace) -> Judgement? { byPlace[place].flatMap(Self.latest)?.judgement }

    private static func latest(_ standings: [String: Standing]) -> Standing? { standings.values.max { $0.order < $1.order } }

    /// `tallies` with every rejected hit marked so.
    ///
    /// A hit in an article that nobody judged counts as rejected too where its sentence is one whose hit was rejected: the article is an
    /// edited copy of one that was judged.
    /// - Parameter articles: those of the tallies, in their order.
    package func rejecting(in tallies: [ArticleTally], of articles: [Article]) -> [ArticleTally] {
        guard !isEmpty else { return tallies }
        return zip(tallies, articles).map { tally, article in rejecting(in: tally, of: article) }
    }

    private func rejecting(in tally: ArticleTally, of article: Article) -> ArticleTally {
        var tally = tally
        for index in tally.hits.indices where isRejected(tally.hits[index], tally, article) { tally.hits[index].status = .rejected }
        return tally
    }

    private func isRejected(_ hit: Hit, _ tally: ArticleTally, _ article: Article) -> Bool {
        if articles.contains(tally.sha256) { return deciding(at: JudgedPlace(hit, of: tally))?.verdict == .reject }
        guard rejectedSurfaces.contains(hit.surface), let sentence = JudgedSentence(of: hit, in: article) else { return false }
        let wording = JudgedWording(
            sentence: sentence.hash, offset: sentence.offset, surface: hit.surface,
            framing: FramingReference(concept: hit.concept, framing: hit.framing))
        return latestByWording[wording]?.judgement.verdict == .reject
    }
}

/// The sentence that a hit stands in, as a judgement remembers it.
struct JudgedSentence {
    /// The first 16 hexadecimal digits of the SHA-256 of its bytes.
    let hash: String
    /// Bytes from its start to the hit.
    let offset: Int

    private static let digits = 16

    /// Nil where libcrypto cannot compute the hash.
    init?(of hit: Hit, in article: Article) {
        guard article.passages.indices.contains(hit.passageIndex) else { return nil }
        let passage = article.passages[hit.passageIndex]
        let bytes = article.bytes(of: passage.field)
        let sentences = SentenceSegmenter.sentences(in: bytes, span: passage.span)
        let sentence = sentences.last { $0.start <= hit.span.start } ?? passage.span
        guard let digest = try? SHA256.hexadecimal(of: bytes[sentence.range]) else { return nil }
        hash = String(digest.prefix(Self.digits))
        offset = hit.span.start - sentence.start
    }
}

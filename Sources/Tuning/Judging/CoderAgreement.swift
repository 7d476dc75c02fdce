import Articles
package import Comparing

/// How far people who judged the same hits agree.
package struct CoderAgreement: Sendable {
    /// A hit that was judged differently.
    package struct Disagreement: Sendable {
        /// Any of the judgements, for the place and its words.
        package let place: Judgement
        /// One for each coder, in order; nil where the coder did not judge it.
        package let verdicts: [Judgement.Verdict?]
    }

    /// In order of their names.
    package let coders: [String]
    package let alpha: KrippendorffAlpha
    /// Nil unless there are two coders.
    package let kappa: CohenKappa?
    /// Hits that two coders or more judged.
    package let shared: Int
    /// By article, place and framing.
    package let disagreements: [Disagreement]

    /// - Parameter files: one person's each; the judgements of one file with several names are told apart by them.
    package init(_ files: [JudgementFile]) {
        self.init(Self.named(files))
    }

    package init(_ judgements: Judgements) {
        let places = judgements.byPlace.sorted { Self.order($0.key) < Self.order($1.key) }
        let coders = Set(places.flatMap(\.value.keys)).sorted()
        let ratings = coders.map { coder in places.map { $0.value[coder]?.judgement.verdict } }
        self.coders = coders
        alpha = KrippendorffAlpha(of: ratings)
        kappa = ratings.count == 2 ? CohenKappa(of: Self.table(ratings[0], ratings[1])) : nil
        shared = places.count { $0.value.count > 1 }
        disagreements = places.compactMap { place in
            let verdicts = coders.map { place.value[$0]?.judgement.verdict }
            guard Set(verdicts.compactMap(\.self)).count > 1, let any = place.value.values.map(\.judgement).min(by: { $0.who < $1.who })
            else { return nil }
            return Disagreement(place: any, verdicts: verdicts)
        }
    }

    /// Two files of one name are two people's; the file then tells them apart.
    private static func named(_ files: [JudgementFile]) -> Judgements {
        let names = files.map { Set($0.judgements.map(\.who)) }
        let isShared = names.indices.contains { index in names[..<index].contains { !$0.isDisjoint(with: names[index]) } }
        guard isShared else { return Judgements(files) }
        return Judgements(
            files.map { file in
                var file = file
                let path = file.path
                file.rename { "\($0) (\(path))" }
                return file
            })
    }

    private static func table(_ first: [Judgement.Verdict?], _ second: [Judgement.Verdict?]) -> [[Int]] {
        let labels: [Judgement.Verdict] = [.keep, .reject]
        return labels.map { row in labels.map { column in zip(first, second).count { $0 == row && $1 == column } } }
    }

    private static func order(_ place: JudgedPlace) -> (String, String, Int, Int, FramingReference) {
        (place.article, place.field.rawValue, place.start, place.end, place.framing)
    }
}

/// How well a lexicon's hits meet the mentions that people labelled.
///
/// precision = tp/(tp + fp), recall = tp/(tp + fn), F1 = 2 tp/(2 tp + fp + fn), with Wilson limits on the first two. Unit: 0 to 1.
/// Source: van Rijsbergen (1979), Information Retrieval, chapter 7; Wilson (1927).
/// Does not show whether the labels are right, nor whether the sample is like the corpus. Belongs to the human sample, not to an evidence level.
package struct LexiconAccuracy: Sendable, Hashable {
    package let truePositives: Int
    package let falsePositives: Int
    package let falseNegatives: Int

    /// - Parameters: labelled mentions (spans): found and right, found and wrong, not found.
    package init(truePositives: Int, falsePositives: Int, falseNegatives: Int) {
        precondition(min(truePositives, falsePositives, falseNegatives) >= 0, "counts are not negative")
        self.truePositives = truePositives
        self.falsePositives = falsePositives
        self.falseNegatives = falseNegatives
    }

    /// With its limits; undefined without hits.
    package func precision(at confidence: Confidence = .percent95) -> Measured<Estimate> {
        estimate(of: truePositives + falsePositives, confidence)
    }

    /// With its limits; undefined without labels.
    package func recall(at confidence: Confidence = .percent95) -> Measured<Estimate> {
        estimate(of: truePositives + falseNegatives, confidence)
    }

    /// Undefined where precision or recall is.
    package var f1: Measured<Double> {
        if let obstacle { return .undefined(obstacle) }
        let doubled = 2 * Double(truePositives)
        return .value(doubled / (doubled + Double(falsePositives) + Double(falseNegatives)))
    }

    /// Why F1 cannot be given; nil where it can.
    package var obstacle: UndefinedReason? {
        switch (truePositives + falsePositives, truePositives + falseNegatives) {
        case (0, 0): .noLabelsAndNoHits
        case (0, _): .noHits
        case (_, 0): .noLabels
        default: nil
        }
    }

    private func estimate(of total: Int, _ confidence: Confidence) -> Measured<Estimate> {
        guard total > 0 else { return .undefined(obstacle ?? .noHits) }
        return HitShare(truePositives, of: total).estimate(at: confidence)
    }
}

import RealModule

/// How much more frequent a word is in one text than in another.
///
/// All but `conservativeLogRatio` on article frequencies take words as independent, which they are not: they are exported so that results can be
/// compared with other tools, and decide no wording. A word list may be printed from 10 articles a side on.
package struct Keyness: Sendable, Hashable {
    package let word: WordCounts

    package init(_ word: WordCounts) { self.word = word }

    /// The log-likelihood ratio of the word's frequency.
    ///
    /// 2 sum O ln(O/E) over the cells. Unit: G2, on the scale of chi-square with one degree of freedom; negative where the word is rarer in a.
    /// Source: Dunning (1993), Computational Linguistics 19; Rayson and Garside (2000) for two cells.
    /// Does not show size, and counts one article's repetition as evidence. Export only.
    package var logLikelihood: Measured<LogLikelihood> {
        word.hasEmptySide ? .undefined(.emptyOutlet) : .value(LogLikelihood(word))
    }

    /// log2((a/n_a)/(b/n_b)) with 0.5 in place of a zero. Unit: log2; 1 = twice as frequent.
    ///
    /// Source: Hardie (2014), Log Ratio: an informal introduction. Does not show certainty: print it with its conservative bound.
    package var logRatio: Measured<Double> {
        if let reason = obstacle { return .undefined(reason) }
        let a = max(Double(word.a), 0.5) / Double(word.totalA)
        let b = max(Double(word.b), 0.5) / Double(word.totalB)
        return .value(.log2(a / b))
    }

    /// The Log Ratio's limit nearest 0, all words tested together: the gate of a word list.
    ///
    /// Clopper-Pearson limits of pi, a of a + b, at confidence 1 - (1 - c)/tests, as log2(n_b/n_a x pi/(1 - pi)); the bound is max(0, lower)
    /// where the word is more frequent in a, min(0, upper) where it is less. Unit: log2.
    /// Source: Evert (2022), Measuring Keyness, DH2022. On numbers of articles with the word (Egbert and Biber 2019, Corpora 14) it let no false
    /// word through in simulation; on numbers of words it does not show how articles differ.
    package func conservativeLogRatio(tests: Int, at confidence: Confidence = .percent95) -> Measured<ConservativeLogRatio> {
        if let reason = obstacle { return .undefined(reason) }
        return .value(ConservativeLogRatio(word, at: confidence.shared(by: tests)))
    }

    /// 100 x (a/n_a - b/n_b) / (b/n_b). Unit: percent.
    ///
    /// Source: Gabrielatos and Marchi (2011). Undefined where the word is not in b: "not found in B", never a huge number. Export only.
    package var percentDifference: Measured<Double> {
        if let reason = obstacle { return .undefined(reason) }
        guard word.b > 0 else { return .undefined(.absentFromReference) }
        return .value(100 * word.crossDifference / (Double(word.b) * Double(word.totalA)))
    }

    /// |G2| - ln(words of both texts). Unit: the scale of the Bayesian information criterion; below 0 favours no difference.
    ///
    /// Source: Wilson (2013), Embracing Bayes factors for key item analysis; its words in Kass and Raftery (1995), JASA 90.
    /// Adds nothing to G2 but a constant. Export only.
    package static func bayesianInformation(logLikelihood: Double, totalWords: Int) -> Measured<Double> {
        totalWords > 0 ? .value(abs(logLikelihood) - .log(Double(totalWords))) : .undefined(.noWords)
    }

    private var obstacle: UndefinedReason? {
        if word.hasEmptySide { return .emptyOutlet }
        return word.isAbsent ? .absentFromBoth : nil
    }
}

/// Signed log-likelihood ratios of one word; see `Keyness.logLikelihood`.
package struct LogLikelihood: Sendable, Hashable {
    /// Over word and other words in both texts (Dunning).
    package let fourCell: Double
    /// Over the word in both texts only (Rayson and Garside): the same for rare words.
    package let twoCell: Double

    init(_ word: WordCounts) {
        let (totalA, totalB) = (Double(word.totalA), Double(word.totalB))
        // Observed minus expected has one size in all cells. Taken from the exact cross product and summed as deviances, which are never
        // negative, G2 keeps its digits near equality at any count.
        let gap = word.crossDifference / (totalA + totalB)
        let (others, otherB) = (Double(max(0, word.totalA - word.a)), Double(max(0, word.totalB - word.b)))
        let found = Self.cell(Double(word.a), gap) + Self.cell(Double(word.b), -gap)
        let notFound = Self.cell(others, -gap) + Self.cell(otherB, gap)
        let sign = gap < 0 ? -1.0 : 1.0
        twoCell = sign * 2 * found
        fourCell = sign * 2 * (found + notFound)
    }

    /// The upper tail of chi-square with one degree of freedom at |fourCell|; it may underflow to 0, its logarithm does not.
    package var pValue: Double { .erfc((abs(fourCell) / 2).squareRoot()) }

    package var log10PValue: Double {
        fourCell == 0 ? 0 : (.log(2) + NormalDistribution.logUpperTail(abs(fourCell).squareRoot())) / .log(10)
    }

    private static func cell(_ observed: Double, _ gap: Double) -> Double {
        observed == gap ? 0 : deviance(of: observed, from: max(observed - gap, 0), gap: gap)
    }
}

/// Limits of a Log Ratio; see `Keyness.conservativeLogRatio`.
package struct ConservativeLogRatio: Sendable, Hashable {
    /// log2; nil where the word is not in a.
    package let lower: Double?
    /// log2; nil where the word is not in b.
    package let upper: Double?
    /// log2; 0 where the texts may not differ.
    package let bound: Double

    init(_ word: WordCounts, at confidence: Confidence) {
        let limits = ConditionalOdds(word.a, word.b, confidence)
        let shift = Double.log2(Double(word.totalB) / Double(word.totalA))
        lower = limits.logLower.map { $0 / .log(2) + shift }
        upper = limits.logUpper.map { $0 / .log(2) + shift }
        let direction = word.crossDifference
        if direction > 0 {
            bound = max(0, lower ?? 0)
        } else {
            bound = direction < 0 ? min(0, upper ?? 0) : 0
        }
    }
}

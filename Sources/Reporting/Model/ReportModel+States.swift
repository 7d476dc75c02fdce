import Comparing

/// The sentences for corpora that leave little or nothing to compare.
extension ReportModel {
    var nothingFoundSentence: String? {
        guard !hasHits else { return nil }
        guard !comparison.articles.isEmpty else { return "No article was read." }
        return "None of the lexicon\u{2019}s terms for \(numbers.counted(framingCount, "framing")) were found in "
            + "\(numbers.counted(comparison.articles.count, "article")) (\(numbers.counted(wordsRead, "word")))."
    }

    /// Template T10; left out where the comparison's own sentences say it.
    var oneSourceSentence: String? {
        let sentence = "There is nothing to compare: one source was read."
        guard sourceCount == 1, comparison.lead?.text.contains(sentence) != true else { return nil }
        return sentence
    }

    /// The next step for a reader who got an empty report.
    var nextStep: (reason: String, command: String) {
        comparison.articles.isEmpty
            ? ("See which files can be read and what they lack:", "parallax corpus check PATH...")
            : ("See which words the articles use that the lexicon does not list:", "parallax lexicon suggest PATH... --lexicon FILE")
    }
}
